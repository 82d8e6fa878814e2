// Package tree reads the folder of a project, and nothing outside it: every
// reader of data, prose, themes, settings, snapshots and editions is given a file
// system of this package.
//
//	project := tree.Project(".")
//	content, err := fs.ReadFile(project, "data/offers/cumulus.yaml")
//
// What comes in: the path of a folder. What goes out: a file system of package
// io/fs, safe for use by several goroutines.
//
// Promises:
//   - Nothing outside the folder is ever read. A link that leads out of it is a
//     *Fault, whatever it leads to; one that stays inside is followed. The folders
//     data, content and themes of a project may themselves be links: whoever puts
//     a project together chose them, and each is then a folder of its own.
//   - Only regular files are read: a named pipe, a socket or a device is a *Fault,
//     and is not even opened.
//   - A file is read whole only up to its limit (Limit); a larger one is a *Fault,
//     and is not read.
//   - Folders are listed in the order of names, without what editors and systems
//     leave in them (Leftover).
//
// A *Fault names the file and how to mend it, and never quotes what a link leads
// to. Survey finds all of them at once, before anything is read.
package tree

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// chosen are the folders of a project that may be links to somewhere else.
var chosen = []string{"data", "content", "themes"}

// Project is the folder of a project. That there is none is said by the first
// file that is asked for.
func Project(folder string) fs.FS {
	t := open(folder)
	t.shown = "" // problems name files from the project
	t.linked = map[string]*tree{}
	for _, name := range chosen {
		whole := filepath.Join(folder, name)
		if info, err := os.Lstat(whole); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			t.linked[name] = open(whole)
			t.linked[name].shown = path.Join(t.shown, name)
		}
	}
	return t
}

// Folder is a folder that stands for itself, such as that of the snapshots:
// nothing in it may be a link that leads out of it.
func Folder(folder string) fs.FS { return open(folder) }

// tree is a folder, and those that its links were chosen to lead to.
type tree struct {
	shown  string // how a person names it, empty for the folder that one works in
	folder string
	linked map[string]*tree

	mu     sync.Mutex
	opened *os.Root // the system closes it when nothing refers to it any more
}

func open(folder string) *tree {
	shown := filepath.ToSlash(filepath.Clean(folder))
	if shown == "." {
		shown = ""
	}
	return &tree{shown: shown, folder: folder}
}

// root opens the folder, once it is there.
func (t *tree) root() (*os.Root, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.opened == nil {
		root, err := os.OpenRoot(t.folder)
		if err != nil {
			return nil, err
		}
		t.opened = root
	}
	return t.opened, nil
}

// in gives the tree that holds a name, with the name in it.
func (t *tree) in(name string) (*tree, string) {
	first, rest, below := strings.Cut(name, "/")
	other, linked := t.linked[first]
	switch {
	case !linked:
		return t, name
	case !below:
		return other, "."
	}
	return other, rest
}

// Open opens a folder or a regular file.
func (t *tree) Open(name string) (fs.File, error) {
	f, _, err := t.open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (t *tree) open(name string) (*os.File, fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	holder, name := t.in(name)
	at, info, err := holder.find(name)
	if err != nil {
		return nil, nil, err
	}
	if !info.IsDir() && !info.Mode().IsRegular() { // to open a pipe would wait for whoever writes to it
		return nil, nil, irregular(path.Join(holder.shown, name), info.Mode())
	}
	root, err := holder.root()
	if err != nil {
		return nil, nil, err
	}
	f, err := root.Open(filepath.FromSlash(at))
	return f, info, err
}

// Stat describes what a name leads to.
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	holder, name := t.in(name)
	_, info, err := holder.find(name)
	return info, err
}

// ReadFile reads a regular file that keeps to its limit.
func (t *tree) ReadFile(name string) ([]byte, error) {
	f, info, err := t.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("it is a folder: %w", fs.ErrInvalid)}
	}
	whole := path.Join(t.shown, name)
	if fault := TooLarge(whole, info.Size()); fault != nil {
		return nil, fault
	}
	content := make([]byte, 0, info.Size()+1) // one more, so that its end is seen at once
	for r := io.LimitReader(f, Limit(whole)+1); ; {
		n, err := r.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		switch {
		case err == io.EOF:
			if fault := TooLarge(whole, int64(len(content))); fault != nil { // it grew
				return nil, fault
			}
			return content, nil
		case err != nil:
			return nil, err
		case len(content) == cap(content):
			content = slices.Grow(content, max(512, len(content)))
		}
	}
}

// ReadDir lists a folder in the order of names, without what is left over.
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	f, info, err := t.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fmt.Errorf("it is no folder: %w", fs.ErrInvalid)}
	}
	entries, err := f.ReadDir(-1)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return Leftover(e.Name()) })
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	if name == "." {
		for i, e := range entries {
			if t.linked[e.Name()] != nil {
				entries[i] = follow{e, t.linked[e.Name()]}
			}
		}
	}
	return entries, err
}

// follow is the entry of a chosen link: the folder that it leads to.
type follow struct {
	fs.DirEntry
	to *tree
}

func (f follow) IsDir() bool                { return true }
func (f follow) Type() fs.FileMode          { return fs.ModeDir }
func (f follow) Info() (fs.FileInfo, error) { return f.to.Stat(".") }
