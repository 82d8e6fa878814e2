//go:build unix

package output

import "golang.org/x/sys/unix"

// errNotFolder is what the system answers for a path below a file.
const errNotFolder = unix.ENOTDIR
