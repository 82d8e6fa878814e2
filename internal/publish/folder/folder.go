// Package folder publishes into a folder: that of a web server on this machine, or one
// that something else brings on.
//
// Each file is written beside and renamed, so that nobody reads half of one. Names are
// followed within the folder only: a link that leads out of it is an error.
package folder

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"vigie/internal/output/disk"
	"vigie/internal/publish"
)

// half begins the name of a file that is being written.
const half = ".vigie-publishing-"

// Folder is a target that is a folder of the disk.
type Folder struct {
	name  string
	root  *os.Root
	files atomic.Int64
}

// Open opens the folder, and makes it where there is none.
func Open(name string) (*Folder, error) {
	if err := os.MkdirAll(name, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &Folder{name: name, root: root}, nil
}

// Close lets go of the folder.
func (f *Folder) Close() error { return f.root.Close() }

// String is the folder as it was named.
func (f *Folder) String() string { return f.name }

// Traits of a folder: no headers, and a name is that of a file or of a folder.
func (f *Folder) Traits() publish.Traits { return publish.Traits{Folders: true, Beside: true} }

// Mark is the digest of the file as it stands there.
func (f *Folder) Mark(o publish.Object, stored func() ([]byte, error)) (string, error) {
	if o.Beside == "" {
		return o.SHA256, nil
	}
	content, err := stored()
	return publish.DigestOf(content), err
}

// List digests the files of interest. What a run left half written is not listed.
func (f *Folder) List(ctx context.Context, of func(string) bool) (map[string]string, error) {
	out, mu := map[string]string{}, sync.Mutex{}
	all, ctx := errgroup.WithContext(ctx)
	all.SetLimit(runtime.GOMAXPROCS(0))
	err := fs.WalkDir(f.root.FS(), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if strings.HasPrefix(path, half) {
			return nil
		}
		regular := e.Type().IsRegular()
		all.Go(func() error {
			mark := ""
			if err := ctx.Err(); err != nil {
				return err
			}
			if regular && of(path) {
				var err error
				if mark, err = f.digest(path); err != nil {
					return err
				}
			}
			mu.Lock()
			defer mu.Unlock()
			out[path] = mark
			return nil
		})
		return ctx.Err()
	})
	return out, errors.Join(err, all.Wait())
}

func (f *Folder) digest(path string) (string, error) {
	file, err := f.root.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// Get reads a file; nil where there is none.
func (f *Folder) Get(_ context.Context, path string) ([]byte, error) {
	content, err := f.root.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return content, err
}

// Put writes a file beside, and renames it.
func (f *Folder) Put(_ context.Context, o publish.Object, stored []byte) error {
	if err := f.root.MkdirAll(path.Dir(o.Path), 0o755); err != nil {
		return err
	}
	beside := half + strconv.FormatInt(f.files.Add(1), 10)
	if err := f.write(beside, stored, o.Path == publish.Manifest); err != nil {
		return errors.Join(err, f.root.Remove(beside))
	}
	return f.root.Rename(beside, o.Path)
}

// write writes a file; the manifest is on the disk before anything else is done.
func (f *Folder) write(name string, content []byte, sync bool) error {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err == nil && sync {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// Delete removes a file, and the folders that it leaves empty.
func (f *Folder) Delete(_ context.Context, name string) error {
	if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if f.root.Remove(dir) != nil {
			break // something is left in it
		}
	}
	return nil
}

// Finish clears what cut runs left half written, and brings the names to the disk.
func (f *Folder) Finish(context.Context, publish.Report) error {
	left, err := fs.Glob(f.root.FS(), half+"*")
	if err != nil {
		return err
	}
	for _, name := range left {
		if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return disk.SyncFolder(filepath.Clean(f.name))
}
