// Package disk does what needs the system: one run at a time in a folder, and names
// that outlast a loss of power.
//
//	held, err := disk.Take(".cache/collect.lock")   // errors.Is(err, disk.ErrHeld): another run has it
//	defer held.Release()
//
// The system lets go of a lock when its process ends, however it ends: none is ever
// left behind. Where it has none to offer (other than Unix), each run has its way.
package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ErrHeld says that another process holds a lock.
var ErrHeld = errors.New("held by another process")

// Held is a lock that this process has.
type Held struct{ file *os.File }

// Take takes the lock that a file stands for, which it makes if needed, and does not
// wait for it.
func Take(path string) (*Held, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	err = Lock(file)
	if err == nil && !Same(file, path) {
		err = ErrHeld // whoever held it has removed it meanwhile
	}
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Held{file}, nil
}

// Release lets the next one in.
func (h *Held) Release() error { return h.file.Close() }

// Same says whether an open file is still the one found under its path.
func Same(file *os.File, path string) bool {
	mine, err1 := file.Stat()
	there, err2 := os.Stat(path)
	return err1 == nil && err2 == nil && os.SameFile(mine, there)
}
