package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// unfinished starts the name of a file that is being written.
const unfinished = ".writing-"

// Sweep removes what runs that were killed had begun to write, and counts it. It is
// for a run that is alone: another one's files would go too.
func (s *Store) Sweep() (int, error) {
	n := 0
	for _, root := range []string{s.public, s.private} {
		left, err := filepath.Glob(filepath.Join(root, "*", unfinished+"*"))
		if err != nil {
			return n, err
		}
		for _, name := range left {
			if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return n, err
			}
			n++
		}
	}
	return n, nil
}
