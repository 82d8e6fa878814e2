package collect

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// unfinished is the name of a collected file that is being written: renameio puts a
// point before the name of the file, and digits after it.
var unfinished = regexp.MustCompile(`^\..+\.(?:csv|yaml)[0-9]+$`)

// clear removes what runs that were killed had begun to write.
func (o Options) clear() error {
	if o.DryRun {
		return nil
	}
	if _, err := o.Archive.Sweep(); err != nil {
		return fmt.Errorf("clearing what a killed run left: %w", err)
	}
	entries, err := os.ReadDir(o.Folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("clearing what a killed run left: %w", err)
	}
	for _, e := range entries {
		if !unfinished.MatchString(e.Name()) {
			continue
		}
		if err := os.Remove(filepath.Join(o.Folder, e.Name())); err != nil {
			return fmt.Errorf("clearing what a killed run left: %w", err)
		}
	}
	return nil
}
