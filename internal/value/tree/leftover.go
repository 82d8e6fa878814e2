package tree

import (
	"path"
	"slices"
	"strings"
)

// left are whole names that editors and systems leave in a folder.
var left = []string{
	"4913",                     // vim, trying whether it may write
	"Thumbs.db", "desktop.ini", // Windows
	"Icon\r",            // macOS
	"__MACOSX",          // its archives
	"lost+found",        // the root of a disk
	"$RECYCLE.BIN",      // Windows, on a disk that it shares
	"DEADJOE", "@eaDir", // joe; Synology
}

// leftEnds are how the names of copies end that editors and tools of versions make.
var leftEnds = []string{"~", ".swp", ".bak", ".orig", ".rej", ".tmp", "___jb_tmp___", "___jb_old___"}

// Leftover says that a name is one that editors and systems leave beside the
// files that people write, for a moment (.#x, #x#, 4913, .x.swp) or for ever (x~,
// ._x, .DS_Store). Nothing of that name is read, published or watched. Every
// hidden name (.x) is one of them.
func Leftover(name string) bool {
	name = path.Base(name)
	switch {
	case name == "." || name == "..":
		return false
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"), len(name) > 1 && name[0] == '#' &&
		strings.HasSuffix(name, "#"):
		return true
	}
	return slices.Contains(left, name) ||
		slices.ContainsFunc(leftEnds, func(end string) bool { return strings.HasSuffix(name, end) })
}
