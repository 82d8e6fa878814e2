package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// marker is the file by which a folder is known to have been written by a build
// and may therefore be replaced by the next one.
const (
	marker     = ".vigie"
	markerText = "Written by vigie build, which replaces this folder as a whole. Safe to delete.\n"
)

// kept are the files at the root of the folder that belong to the project.
var kept = []string{"README.md"}

// Folder is a sink that becomes a folder of the disk, whole or not at all.
//
// Files go to a staging folder beside the target, on the same file system;
// Commit exchanges the two (see swap.go) and removes the former one.
type Folder struct {
	places   places
	names    *register
	lock     *lock
	exchange func(a, b string) error // swaps two folders in one step, where the system can
	folders  sync.Map                // folders of the staging area that exist
	done     bool
}

// places are the folders of one build. All stand in the target's own parent, so
// that a rename never crosses file systems.
type places struct {
	target  string // public
	beside  string // .public.build, there during a build only
	staging string // .public.build/new
	former  string // .public.build/old, for a moment, where folders cannot be exchanged
}

func placesOf(target string) (places, error) {
	whole, err := filepath.Abs(target)
	if err != nil {
		return places{}, err
	}
	if real, err := filepath.EvalSymlinks(whole); err == nil {
		whole = real // a link stays a link: the folder behind it is replaced
	}
	if filepath.Dir(whole) == whole {
		return places{}, fmt.Errorf("%s is the root of a disk", target)
	}
	beside := filepath.Join(filepath.Dir(whole), "."+filepath.Base(whole)+".build")
	return places{whole, beside, filepath.Join(beside, "new"), filepath.Join(beside, "old")}, nil
}

// Open starts a build towards a folder: it locks it, clears what a killed build
// may have left, and prepares an empty staging folder. The folder itself need
// not exist; if it does, it must be empty but for its README, or the work of
// an earlier build.
func Open(target string) (*Folder, error) {
	f, err := open(target)
	if err != nil {
		return nil, fmt.Errorf("output: preparing %s: %w", target, err)
	}
	return f, nil
}

func open(target string) (*Folder, error) {
	p, err := placesOf(target)
	if err != nil {
		return nil, err
	}
	held, err := acquire(p.beside)
	if err != nil {
		return nil, err
	}
	f := &Folder{places: p, names: newRegister(), lock: held, exchange: exchange}
	if err := f.prepare(); err != nil {
		return nil, errors.Join(err, f.close())
	}
	return f, nil
}

func (f *Folder) prepare() error {
	if err := recoverFrom(f.places); err != nil {
		return err
	}
	if err := replaceable(f.places.target); err != nil {
		return err
	}
	if err := os.Mkdir(f.places.staging, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(f.places.staging, marker), []byte(markerText), 0o644); err != nil {
		return err
	}
	for _, name := range kept {
		content, err := os.ReadFile(filepath.Join(f.places.target, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = f.Write(name, content)
		}
		if err != nil {
			return err
		}
	}
	f.names.written = Written{} // what is kept was not written by the build
	return nil
}

// replaceable refuses a folder that holds anybody else's files.
func replaceable(target string) error {
	entries, err := os.ReadDir(target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	others := 0
	for _, e := range entries {
		if e.Name() == marker {
			return nil
		}
		if !slices.Contains(kept, e.Name()) {
			others++
		}
	}
	if others > 0 {
		return fmt.Errorf("it holds files that no build wrote: a build replaces the whole folder, so give it a new or empty one")
	}
	return nil
}

// Write puts one file into the staging folder.
func (f *Folder) Write(path string, content []byte) error {
	if err := f.names.take(path, len(content)); err != nil {
		return fmt.Errorf("output: %w", err)
	}
	whole := filepath.Join(f.places.staging, filepath.FromSlash(path))
	folder := filepath.Dir(whole)
	if _, known := f.folders.Load(folder); !known {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("output: %w", err)
		}
		f.folders.Store(folder, true)
	}
	if err := os.WriteFile(whole, content, 0o644); err != nil {
		return fmt.Errorf("output: %w", err)
	}
	return nil
}

// Commit makes the staging folder the target and ends the build. No Write may
// be under way.
func (f *Folder) Commit() (Written, error) {
	if f.done {
		return Written{}, errors.New("output: this build has already ended")
	}
	if err := swap(f.places, f.exchange); err != nil {
		return Written{}, fmt.Errorf("output: putting %s in place: %w", f.places.target, errors.Join(err, f.close()))
	}
	if err := f.close(); err != nil {
		return Written{}, fmt.Errorf("output: %s is in place, but tidying failed: %w", f.places.target, err)
	}
	return f.names.count(), nil
}

// Abort ends the build and leaves the target as it was. After Commit, or a
// second time, it does nothing.
func (f *Folder) Abort() error {
	if f.done {
		return nil
	}
	return f.close()
}

// close removes what stands beside the target and lets go of the lock.
func (f *Folder) close() error {
	f.done = true
	return errors.Join(recoverFrom(f.places), f.lock.release())
}
