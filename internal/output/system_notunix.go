//go:build !unix

package output

import (
	"io/fs"
	"os"
)

// lockFile has no lock to offer on this system.
func lockFile(*os.File) error { return nil }

// syncFolder leaves it to the system to bring names to the disk.
func syncFolder(string) error { return nil }

// errNotFolder is what the system answers for a path below a file.
var errNotFolder = fs.ErrNotExist
