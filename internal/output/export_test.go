package output

import (
	"errors"
	"strings"
)

// InTwoRenames makes a folder behave as on a system without exchange.
func InTwoRenames(f *Folder) {
	f.exchange = func(a, b string) error { return errors.ErrUnsupported }
}

// MountedWhole reads two tables of mounts: that of this process, and another's.
func MountedWhole(folder, own, others string) string {
	return mountedWhole(folder, readMounts(strings.NewReader(own)), readMounts(strings.NewReader(others)))
}
