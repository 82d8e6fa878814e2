package output

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step; errors.ErrUnsupported where the file
// system cannot.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) {
		return errors.ErrUnsupported
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// syncAll brings every file below a folder to the disk: one call for the whole
// file system costs far less than one per file.
func syncAll(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}

// mounted says why a folder cannot be exchanged for another; empty when it can.
// Other processes count too, as far as this one may look: a container sees a folder
// of its host through a mount of its own.
func mounted(folder string) string {
	var others []mount
	own := mountsOf("/proc/self/mountinfo")
	tables, _ := filepath.Glob("/proc/[0-9]*/mountinfo")
	mine, _ := os.Readlink("/proc/self/ns/mnt")
	seen := map[string]bool{mine: true}
	for _, table := range tables {
		if space, err := os.Readlink(filepath.Join(filepath.Dir(table), "ns", "mnt")); err == nil && !seen[space] {
			seen[space] = true
			others = append(others, mountsOf(table)...)
		}
	}
	return mountedWhole(folder, own, others)
}

func mountsOf(table string) []mount {
	f, err := os.Open(table)
	if err != nil {
		return nil
	}
	defer f.Close()
	return readMounts(f)
}
