//go:build !unix

package output

import "io/fs"

// errNotFolder is what the system answers for a path below a file.
var errNotFolder = fs.ErrNotExist
