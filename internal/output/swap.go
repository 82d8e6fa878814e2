package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"vigie/internal/output/disk"
)

// swap makes the staging folder the target.
//
// Where the system can exchange two folders in one step (Linux), there is no
// moment without a whole target. Elsewhere the former folder steps aside first:
// a process killed between the two renames leaves no target but a whole former
// one, which the next build puts back first of all.
func swap(p places, exchange func(a, b string) error) error {
	if err := syncAll(p.staging); err != nil {
		return err
	}
	_, err := os.Lstat(p.target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = os.Rename(p.staging, p.target)
	case err != nil:
		return err
	default:
		err = exchange(p.staging, p.target)
		if errors.Is(err, errors.ErrUnsupported) {
			err = stepAside(p)
		}
		if err != nil {
			err = fmt.Errorf("%w\nhint: vigie build --in-place fills the folder file by file", err)
		}
	}
	if err != nil {
		return err
	}
	return syncParents(p)
}

// stepAside swaps with two renames.
func stepAside(p places) error {
	if err := os.Rename(p.target, p.former); err != nil {
		return err
	}
	if err := os.Rename(p.staging, p.target); err != nil {
		return errors.Join(err, os.Rename(p.former, p.target))
	}
	return nil
}

// recoverFrom brings the folders back to rest, whatever a former build was
// doing when it ended: a target that stepped aside comes back, one that was being
// filled is finished, everything else beside the target goes.
func recoverFrom(p places) error {
	if p.inPlace != "" {
		return finish(p.target)
	}
	if _, err := os.Lstat(p.target); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(p.former, p.target); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := errors.Join(os.RemoveAll(p.staging), os.RemoveAll(p.former)); err != nil {
		return err
	}
	inside := filepath.Join(p.target, buildFolder)
	if _, err := os.Lstat(inside); err != nil {
		return nil
	}
	return errors.Join(finish(p.target), os.RemoveAll(inside)) // a build filled it in place, and was killed
}

// syncParents makes the renames last through a loss of power.
func syncParents(p places) error {
	return errors.Join(disk.SyncFolder(p.beside), disk.SyncFolder(filepath.Dir(p.target)))
}
