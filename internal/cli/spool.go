package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"vigie/internal/output/disk"
)

// spools starts the names of the folders into which documents are fetched.
const spools = "visits-"

// spoolFolder makes a folder for what is fetched, in the cache, and removes those of
// runs that were killed. Each run holds the lock of its own.
func spoolFolder(cache string) (folder string, done func(), err error) {
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", nil, err
	}
	if err := sweepSpools(cache); err != nil {
		return "", nil, fmt.Errorf("removing what a killed run had fetched: %w", err)
	}
	for {
		folder, err := os.MkdirTemp(cache, spools)
		if err != nil {
			return "", nil, err
		}
		held, err := disk.Take(filepath.Join(folder, "lock"))
		if errors.Is(err, disk.ErrHeld) || errors.Is(err, fs.ErrNotExist) {
			continue // another run has just taken it for one that was left
		}
		if err != nil {
			return "", nil, err
		}
		return folder, func() {
			os.RemoveAll(folder)
			_ = held.Release()
		}, nil
	}
}

func sweepSpools(cache string) error {
	left, err := filepath.Glob(filepath.Join(cache, spools+"*"))
	if err != nil {
		return err
	}
	for _, folder := range left {
		held, err := disk.Take(filepath.Join(folder, "lock"))
		if errors.Is(err, disk.ErrHeld) || errors.Is(err, fs.ErrNotExist) {
			continue // its run goes on, or has just ended
		}
		if err != nil {
			return err
		}
		if err := errors.Join(os.RemoveAll(folder), held.Release()); err != nil {
			return err
		}
	}
	return nil
}

// alone keeps two runs from collecting into one folder at once.
func alone(cache string) (done func(), err error) {
	held, err := disk.Take(filepath.Join(cache, "collect.lock"))
	if errors.Is(err, disk.ErrHeld) {
		return nil, errors.New("another vigie collect is writing into data/; wait for it to end")
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = held.Release() }, nil
}
