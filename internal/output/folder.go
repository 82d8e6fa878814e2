package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Folder is a sink that becomes a folder of the disk, whole or not at all.
//
// Files go to a staging folder on the same file system. Where the target can be
// exchanged for another folder, Commit does so in one step (see swap.go), and what
// no build wrote comes along; where it cannot, such as on a mount, Commit fills it
// file by file (see fill.go).
type Folder struct {
	places   places
	names    *register
	lock     *lock
	former   ledger
	exchange func(a, b string) error // swaps two folders in one step, where the system can
	folders  sync.Map                // folders of the staging area that exist
	from     string                  // digest of what the site is made from; empty when nobody asks
	done     bool
}

// Open starts a build towards a folder: it locks it, finishes or clears what a
// killed build may have left, and prepares an empty staging folder. The folder
// itself need not exist; if it does, it must be empty but for what stands at the
// root of a published folder (README.md, CNAME, names that begin with a dot), or
// the work of an earlier build. A folder that no build may write to is refused
// here, before any work.
func Open(target string, o Settings) (*Folder, error) {
	f, err := open(target, o)
	if err != nil {
		return nil, fmt.Errorf("output: preparing %s: %w", target, err)
	}
	return f, nil
}

func open(target string, o Settings) (*Folder, error) {
	whole, err := resolve(target, o.Sources)
	if err != nil {
		return nil, err
	}
	p, err := placesOf(whole, o)
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

// InPlace says why the folder is filled file by file; empty when it is exchanged
// as a whole.
func (f *Folder) InPlace() string { return f.places.inPlace }

func (f *Folder) prepare() error {
	if err := recoverFrom(f.places); err != nil {
		return err
	}
	former, known, err := readLedger(f.places.target)
	if err != nil {
		return err
	}
	f.former = former
	if !known {
		if err := replaceable(f.places.target); err != nil {
			return err
		}
	}
	return os.Mkdir(f.places.staging, 0o755)
}

// replaceable refuses a folder where no build wrote and that holds anything but
// what may stand at the root of a published folder.
func replaceable(target string) error {
	entries, err := os.ReadDir(target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !Apart(e.Name()) {
			return fmt.Errorf("it holds files that no build wrote, such as %s: name a new or an empty folder", e.Name())
		}
	}
	return nil
}

// Write puts one file into the staging folder.
func (f *Folder) Write(path string, content []byte) error {
	whole, err := f.place(path, len(content))
	if err != nil {
		return fmt.Errorf("output: %w", err)
	}
	if f.link(path, whole, content) {
		return nil
	}
	if err := os.WriteFile(whole, content, fileMode); err != nil {
		return fmt.Errorf("output: %w", err)
	}
	return nil
}

// Copy stages a file as it is read.
func (f *Folder) Copy(path string, from io.Reader) error {
	whole, err := f.place(path, 0)
	if err != nil {
		return fmt.Errorf("output: %w", err)
	}
	to, err := os.OpenFile(whole, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return fmt.Errorf("output: %w", err)
	}
	size, err := io.Copy(to, from)
	f.names.grow(size)
	if err := errors.Join(err, to.Close()); err != nil {
		return fmt.Errorf("output: %s: %w", path, err)
	}
	return nil
}

// place claims a path, and gives its place in the staging area, whose folder is there.
func (f *Folder) place(path string, size int) (string, error) {
	if err := f.names.take(path, size); err != nil {
		return "", err
	}
	whole := filepath.Join(f.places.staging, filepath.FromSlash(path))
	folder := filepath.Dir(whole)
	if _, known := f.folders.Load(folder); !known {
		err := os.Mkdir(folder, 0o755) // the one above it is most often there
		if err != nil && !errors.Is(err, fs.ErrExist) {
			err = os.MkdirAll(folder, 0o755)
		}
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return "", err
		}
		f.folders.Store(folder, true)
	}
	return whole, nil
}

// Commit makes the staged files the target and ends the build. What no build wrote
// stays; where it stands on the address of a page, nothing is done. No Write may be
// under way.
func (f *Folder) Commit() (Written, error) {
	if f.done {
		return Written{}, errors.New("output: this build has already ended")
	}
	if err := f.commit(); err != nil {
		return Written{}, fmt.Errorf("output: putting %s in place: %w", f.places.target, errors.Join(err, f.close()))
	}
	if err := f.close(); err != nil {
		return Written{}, fmt.Errorf("output: %s is in place, but tidying failed: %w", f.places.target, err)
	}
	return f.names.count(), nil
}

func (f *Folder) commit() error {
	strange, err := others(f.places.target, f.former)
	if err != nil {
		return err
	}
	strange = slices.DeleteFunc(strange, func(path string) bool {
		return f.former.unknown && f.names.claimed(path) || f.alike(path)
	})
	if i := slices.IndexFunc(strange, f.names.claimed); i >= 0 {
		path := strange[i]
		return fmt.Errorf("%s was not written by a build, and the site has its own: move it away", path)
	}
	l := ledger{files: f.names.paths(), former: map[string]bool{}}
	if sums, err := os.ReadFile(filepath.Join(f.places.staging, sumsName)); err == nil && f.from != "" {
		l.from, l.sums = f.from, digestOf(sums)
	}
	if f.places.inPlace == "" {
		if err := carry(f.places.target, f.places.staging, strange); err != nil {
			return err
		}
		if err := l.write(f.places.staging); err != nil {
			return err
		}
		return swap(f.places, f.exchange)
	}
	former := f.former.files
	if f.former.unknown {
		if former, err = filesOf(f.places.target); err != nil {
			return err
		}
	}
	for path := range former {
		if !l.files[path] {
			l.former[path] = true
		}
	}
	return fill(f.places.target, f.places.staging, l)
}

// alike says that a file that no build wrote is, byte for byte, one that this build
// writes: a first build finds .nojekyll where somebody put it.
func (f *Folder) alike(path string) bool {
	staged, err := os.ReadFile(filepath.Join(f.places.staging, filepath.FromSlash(path)))
	if err != nil {
		return false
	}
	whole := filepath.Join(f.places.target, filepath.FromSlash(path))
	info, err := os.Lstat(whole)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(staged)) {
		return false
	}
	there, err := os.ReadFile(whole)
	return err == nil && bytes.Equal(there, staged)
}

// filesOf lists the files of a folder that a build wrote before there were lists:
// all but what may stand at its root.
func filesOf(target string) (map[string]bool, error) {
	out := map[string]bool{}
	err := fs.WalkDir(os.DirFS(target), ".", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil || path == ".":
			return err
		case Apart(path):
			return skip(e)
		case !e.IsDir():
			out[path] = true
		}
		return nil
	})
	return out, err
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
