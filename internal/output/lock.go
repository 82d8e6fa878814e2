package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"vigie/internal/output/disk"
)

// lock keeps two builds from writing to one folder at once. The system lets go
// of it when the process ends, however it ends, so that no stale lock remains.
type lock struct {
	file   *os.File
	folder string
}

// acquire takes the lock that stands in a folder, which it makes if needed.
func acquire(folder string) (*lock, error) {
	path := filepath.Join(folder, "lock")
	for {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return nil, err
		}
		file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
		if errors.Is(err, os.ErrNotExist) {
			continue // a build that just ended removed the folder
		}
		if err != nil {
			return nil, err
		}
		if err := disk.Lock(file); err != nil {
			file.Close()
			if errors.Is(err, disk.ErrHeld) {
				return nil, fmt.Errorf("another build is writing there; wait for it to end")
			}
			return nil, err
		}
		if disk.Same(file, path) {
			return &lock{file, folder}, nil
		}
		file.Close() // the file was removed by a build that ended meanwhile
	}
}

// release removes the lock and its folder, then lets the next build in.
func (l *lock) release() error {
	err := os.Remove(l.file.Name())
	os.Remove(l.folder) // stays if anything is left in it
	return errors.Join(err, l.file.Close())
}
