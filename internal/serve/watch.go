package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"vigie/internal/value/tree"
)

// quiet is how long the files must rest before a change is reported: an editor
// writes several times, git switches hundreds of files.
const quiet = 150 * time.Millisecond

// Watcher knows when the files of a project change.
type Watcher struct {
	root           string
	folders, files []string
	system         *fsnotify.Watcher
}

// Watch starts to watch what is below root: some folders, however deep, and
// some single files. Folders may not be there yet.
func Watch(root string, folders, files []string) (*Watcher, error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", root, err)
	}
	w := &Watcher{root, folders, files, system}
	err = system.Add(root) // editors replace files: only their folder can be watched
	for _, folder := range folders {
		err = errors.Join(err, w.addTree(filepath.Join(root, folder)))
	}
	if err != nil {
		system.Close()
		return nil, fmt.Errorf("watching %s: %w", root, err)
	}
	return w, nil
}

// Run calls changed, never twice at once, each time that files changed and then
// rested. It returns when ctx ends, or when the system reports no more.
func (w *Watcher) Run(ctx context.Context, changed func()) error {
	defer w.system.Close()
	rest := time.NewTimer(quiet)
	rest.Stop()
	defer rest.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.system.Errors:
			return fmt.Errorf("watching %s: %w", w.root, err)
		case event := <-w.system.Events:
			if event.Op == fsnotify.Chmod || !w.matters(event.Name) {
				continue
			}
			if event.Op.Has(fsnotify.Create) {
				if err := w.addTree(event.Name); err != nil {
					return fmt.Errorf("watching %s: %w", event.Name, err)
				}
			}
			rest.Reset(quiet)
		case <-rest.C:
			changed()
		}
	}
}

// matters says whether a path is one of those watched, and not something that
// an editor or a system leaves.
func (w *Watcher) matters(path string) bool {
	if tree.Leftover(filepath.Base(path)) {
		return false
	}
	below := w.below(path)
	first, _, _ := strings.Cut(filepath.ToSlash(below), "/")
	return slices.Contains(w.files, below) || slices.Contains(w.folders, first)
}

// below is a path seen from the project; nothing when it is elsewhere.
func (w *Watcher) below(path string) string {
	below, err := filepath.Rel(w.root, path)
	if err != nil {
		return ""
	}
	return below
}

// addTree watches a folder and those below it; what is no folder, is left over, or
// is gone already, is left alone. A folder of the project that is a link is watched
// where it leads to, under its name here.
func (w *Watcher) addTree(root string) error {
	if slices.Contains(w.folders, filepath.ToSlash(w.below(root))) {
		root += string(filepath.Separator) // which the system follows
	}
	return filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case path != root && tree.Leftover(filepath.Base(path)):
			if e != nil && e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case errors.Is(err, os.ErrNotExist):
			return nil
		case err != nil:
			return err
		case e.IsDir():
			return w.system.Add(path)
		}
		return nil
	})
}
