package output

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"vigie/internal/output/disk"
)

// fill puts a staged site in a folder file by file, each in one step: assets and
// data first, then pages, then the list of digests; what the former build wrote
// and this one did not goes last. The ledger written first names both, so that
// whoever kills the process, at whatever moment, the next build can finish.
func fill(folder, staging string, l ledger) error {
	l.filling = true
	if err := errors.Join(syncAll(staging), l.write(folder), disk.SyncFolder(folder)); err != nil {
		return err
	}
	for _, file := range slices.SortedFunc(maps.Keys(l.files), byTurn) {
		if err := place(folder, staging, file, l); err != nil {
			return err
		}
	}
	if err := syncAll(folder); err != nil {
		return err
	}
	for _, file := range slices.Sorted(maps.Keys(l.former)) {
		if err := remove(folder, file); err != nil {
			return err
		}
	}
	return ledger{files: l.files, from: l.from, sums: l.sums}.write(folder)
}

// byTurn orders files by when they may be seen: a page comes after what it needs.
func byTurn(a, b string) int { return cmp.Or(cmp.Compare(turn(a), turn(b)), cmp.Compare(a, b)) }

func turn(file string) int {
	switch {
	case file == sumsName:
		return 2
	case strings.HasSuffix(file, ".html"):
		return 1
	}
	return 0
}

// place renames one staged file to where it is published. One that is no longer
// staged was placed before.
func place(folder, staging, file string, l ledger) error {
	from, to := filepath.Join(staging, filepath.FromSlash(file)), filepath.Join(folder, filepath.FromSlash(file))
	if _, err := os.Lstat(from); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) { // a file of the former build where a folder comes
		if l.former[dir] {
			if err := remove(folder, dir); err != nil {
				return err
			}
		}
	}
	if info, err := os.Lstat(to); err == nil && info.IsDir() { // a folder of the former build where a file comes
		for former := range l.former {
			if strings.HasPrefix(former, file+"/") {
				if err := remove(folder, former); err != nil {
					return err
				}
			}
		}
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// remove takes one file away, and the folders that it leaves empty. Where a folder
// stands now, or a file above, there is nothing left to take away.
func remove(folder, file string) error {
	whole := filepath.Join(folder, filepath.FromSlash(file))
	info, err := os.Lstat(whole)
	if err == nil && !info.IsDir() {
		err = os.Remove(whole)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errNotFolder) {
		return err
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if os.Remove(filepath.Join(folder, filepath.FromSlash(dir))) != nil {
			break // something is left in it
		}
	}
	return nil
}

// finish ends what a killed build was doing in a folder that is filled in place:
// once its ledger is there the whole site is staged, and is put in place; before
// that, what was staged goes.
func finish(folder string) error {
	l, _, err := readLedger(folder)
	if err != nil {
		return err
	}
	staging := filepath.Join(folder, buildFolder, "new")
	if l.filling {
		if err := fill(folder, staging, l); err != nil {
			return err
		}
	}
	return os.RemoveAll(staging)
}
