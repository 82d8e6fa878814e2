package edition

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"vigie/internal/output/disk"
	"vigie/internal/value/cal"
)

// Content is what a new edition holds.
type Content struct {
	Day   cal.Day
	Files []Fresh
}

// Fresh is a file that is to be frozen.
type Fresh struct {
	Path string
	Data []byte
}

// Created counts what Create wrote.
type Created struct {
	Edition Edition
	Objects int   // bytes that no edition before held
	Bytes   int64 // of these objects
}

// ErrExists says that there is an edition of that day already, or a later one.
var ErrExists = errors.New("an edition is for ever, and the next one bears a later day")

// stagePrefix starts the name of the folder in which an edition is prepared.
const stagePrefix = ".new-"

// Create writes an edition below a folder of editions, whole or not at all: its
// objects are prepared aside, moved to their place, and its manifest comes last.
// What a killed run left aside is cleared. An interrupted one leaves nothing.
func (s *Store) Create(ctx context.Context, dir string, c Content) (Created, error) {
	m, err := s.next(c)
	if err != nil {
		return Created{}, err
	}
	if err := clearStages(dir); err != nil {
		return Created{}, fmt.Errorf("clearing what a killed run left: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Created{}, fmt.Errorf("making the folder of the editions: %w", err)
	}
	stage, err := os.MkdirTemp(dir, stagePrefix)
	if err != nil {
		return Created{}, fmt.Errorf("preparing the edition: %w", err)
	}
	defer os.RemoveAll(stage)
	w := writing{dir: dir, stage: stage}
	if err := w.prepare(ctx, c.Files); err != nil {
		return Created{}, fmt.Errorf("preparing the edition: %w", err)
	}
	manifest, name := m.write(), filepath.Join(dir, c.Day.String()+".json")
	if err := w.place(ctx, manifest, name); err != nil {
		w.undo()
		return Created{}, fmt.Errorf("putting the edition in place: %w", err)
	}
	return Created{m.edition(manifest, s.root+"/"+c.Day.String()+".json"), len(w.staged), w.bytes}, nil
}

// next makes the manifest of the edition that follows the last one.
func (s *Store) next(c Content) (manifest, error) {
	m := manifest{Format: format, Day: c.Day}
	if last, ok := s.Last(); ok {
		if !c.Day.After(last.Day) {
			return m, fmt.Errorf("there is an edition of %s: %w", last.Day, ErrExists)
		}
		m.Former = last.Sum
	}
	for _, f := range c.Files {
		if !publishable(f.Path) {
			return m, fmt.Errorf("an edition cannot hold %q: letters without accents, digits, dots, hyphens", f.Path)
		}
		m.Files = append(m.Files, manifestFile{f.Path, sum(f.Data), int64(len(f.Data))})
	}
	slices.SortFunc(m.Files, func(a, b manifestFile) int { return cmp.Compare(a.Path, b.Path) })
	for i := 1; i < len(m.Files); i++ {
		if m.Files[i].Path == m.Files[i-1].Path {
			return m, fmt.Errorf("%s is twice in the edition", m.Files[i].Path)
		}
	}
	return m, nil
}

// writing is an edition under way.
type writing struct {
	dir, stage string
	staged     []string // digests of the new objects
	placed     []string // files that were moved to their place
	bytes      int64
}

// prepare writes aside the objects that are not there yet, or that are there and are
// not what their name says: a loss of power empties files that were just written.
func (w *writing) prepare(ctx context.Context, files []Fresh) error {
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		digest := sum(f.Data)
		aside := filepath.Join(w.stage, digest)
		there, err := holds(filepath.Join(w.dir, filepath.FromSlash(objectPath(digest))), digest)
		if err == nil && !there {
			there, err = holds(aside, digest)
		}
		if err != nil {
			return err
		}
		if there {
			continue
		}
		if err := writeWhole(aside, f.Data); err != nil {
			return err
		}
		w.staged = append(w.staged, digest)
		w.bytes += int64(len(f.Data))
	}
	return nil
}

// holds says that a file is there, and holds the bytes of a digest.
func holds(name, digest string) (bool, error) {
	content, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && sum(content) == digest, err
}

// place moves the objects, then the manifest, to their place. The manifest is moved
// once the objects, and their names, are on the disk.
func (w *writing) place(ctx context.Context, manifest []byte, name string) error {
	for _, digest := range w.staged {
		if err := ctx.Err(); err != nil {
			return err
		}
		object := filepath.Join(w.dir, filepath.FromSlash(objectPath(digest)))
		if err := os.MkdirAll(filepath.Dir(object), 0o755); err != nil {
			return err
		}
		_, err := os.Lstat(object) // what is mended is not ours to take away
		if err := os.Rename(filepath.Join(w.stage, digest), object); err != nil {
			return err
		}
		if errors.Is(err, fs.ErrNotExist) {
			w.placed = append(w.placed, object)
		}
	}
	if err := w.sync(); err != nil {
		return err
	}
	aside := filepath.Join(w.stage, "manifest")
	if err := writeWhole(aside, manifest); err != nil {
		return err
	}
	if _, err := os.Lstat(name); err == nil {
		return fmt.Errorf("%s came meanwhile: %w", name, ErrExists)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.Rename(aside, name); err != nil {
		return err
	}
	return disk.SyncFolder(w.dir)
}

// sync brings the names of the objects to the disk.
func (w *writing) sync() error {
	folders := map[string]bool{filepath.Join(w.dir, objects): len(w.staged) > 0, w.dir: true}
	for _, digest := range w.staged {
		folders[filepath.Dir(filepath.Join(w.dir, filepath.FromSlash(objectPath(digest))))] = true
	}
	for folder, touched := range folders {
		if !touched {
			continue
		}
		if err := disk.SyncFolder(folder); err != nil {
			return err
		}
	}
	return nil
}

// undo takes away the objects that were moved, and the folders made for them.
func (w *writing) undo() {
	for _, object := range w.placed {
		os.Remove(object)
		os.Remove(filepath.Dir(object)) // stays when it holds others
	}
	os.Remove(filepath.Join(w.dir, objects))
}

// writeWhole writes a file that is not there yet, to the disk.
func writeWhole(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func clearStages(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), stagePrefix) {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
