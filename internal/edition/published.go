package edition

import (
	"archive/zip"
	"io/fs"
	"iter"
	"strings"
)

// Published is one file of the site that comes from an edition.
type Published struct {
	Path string // "editions/2026-11-30/manifest.json"
	Read func() ([]byte, error)
}

// Published yields the files of every edition that the site publishes: its
// manifest, its figures, its changes, its tables with their description, and its
// records as one archive. Nothing is read before it is asked for.
func (s *Store) Published() iter.Seq[Published] {
	return func(yield func(Published) bool) {
		for _, e := range s.Editions() {
			out := e.Folder()
			if !yield(Published{out + ManifestFile, func() ([]byte, error) { return fs.ReadFile(s.project, e.Path) }}) ||
				!yield(Published{out + RecordsFile, func() ([]byte, error) { return s.pack(e, zip.Deflate, asFrozen) }}) {
				return
			}
			for _, f := range e.Files {
				if !strings.HasPrefix(f.Path, records) &&
					!yield(Published{out + f.Path, func() ([]byte, error) { return s.Read(f) }}) {
					return
				}
			}
		}
	}
}

// Folder is the folder of an edition on the site, with a trailing slash.
func (e Edition) Folder() string { return "editions/" + e.Day.String() + "/" }

// TablesFolder is where an edition keeps the tables that a site has in a folder: in the same, or in one of its
// own where that folder is the one of the records.
func TablesFolder(site string) string {
	if strings.HasPrefix(site, records) {
		return "tables/"
	}
	return site
}

// The names of files in the folder of an edition.
const (
	ManifestFile = "manifest.json"
	FiguresFile  = "figures.csv"
	ChangesFile  = "changes.json"
	PackageFile  = "datapackage.json"
	RecordsFile  = "data.zip"
)
