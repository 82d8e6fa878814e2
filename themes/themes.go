// Package themes holds the base theme, so that the program makes a site of a
// folder that has no theme of its own.
//
// The folder themes/vigie of a project lies over it, file by file and word by
// word, and the theme that config.yaml names over both (internal/theme). In this
// repository the folder and what the program holds are the same files: `vigie
// serve` shows a change of them at once, and the next program holds it.
package themes

import (
	"embed"
	"io/fs"
)

// Base is the name of the base theme: the folder that may lie over it, and what
// config.yaml calls it.
const Base = "vigie"

//go:embed all:vigie
var files embed.FS

// Files are the files of the base theme: words.yaml, templates, assets.
func Files() fs.FS {
	base, err := fs.Sub(files, Base)
	if err != nil {
		panic(err) // the name is a constant, and a good one
	}
	return base
}
