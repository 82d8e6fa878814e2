// Package edition keeps dated, immutable releases of the data, and lists what
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
//	donnees/….csv       the published tables, described by datapackage.json, in the folder of the site for them, or
//	                    in tables/ where that folder is data/
//	charts/….fr.json    each chart in each language, drawn, with its words and its table
//
// Reading:
//
//	store, problems, err := edition.Load(tree.Project("."), "data")
//	history, undeclared, err := edition.Compare(store, edition.Present{…})
//	for _, c := range history.Changes() { … }
//
// Promises: an object is verified each time it is read; a manifest is written
// last, so that an edition is there whole or not at all; the changes of an
// edition are frozen with it and never computed again.
package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
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
	faulty   bool // a manifest could not be read, or the chain is broken
}

// folder holds the editions, below the folder of the data.
const folder = "editions"

// The rule whose name the problems of the store bear.
const ruleChain = "edition"

// Load reads the manifests of the editions under the folder of the data, and
// holds them to their chain. The error is about the file system only; what is
// wrong in them is in the list. A project without editions has an empty store.
func Load(project fs.FS, data string) (*Store, problem.List, error) {
	s := &Store{project: project, root: path.Join(data, folder)}
	entries, err := fs.ReadDir(project, s.root)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading the editions: %w", err)
	}
	var found problem.List
	report := func(name, message, hint string) {
		found = append(found,
			problem.Problem{Place: problem.Place{File: name}, Severity: problem.Error, Rule: ruleChain, Message: message,
				Hint: hint})
	}
	for _, e := range entries {
		name := path.Join(s.root, e.Name())
		day, isManifest := strings.CutSuffix(e.Name(), ".json")
		if e.IsDir() || !isManifest {
			continue
		}
		content, err := fs.ReadFile(project, name)
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", name, err)
		}
		m, err := readManifest(content)
		if err == nil && m.Day.String() != day {
			err = fmt.Errorf("it is the edition of %s", m.Day)
		}
		if err != nil {
			report(name, err.Error(), takeBack)
			continue
		}
		s.editions = append(s.editions, m.edition(content, name))
	}
	for i, e := range s.editions {
		former := ""
		if i > 0 {
			former = s.editions[i-1].Sum
		}
		if e.Former != former && len(found) == 0 {
			report(e.Path,
				fmt.Sprintf("the chain is broken: it follows the manifest %s, but the one before it is %s", short(e.Former),
					short(former)),
				"an edition is missing, or one was put in between: take data/editions/ back from the history of the project")
		}
	}
	s.faulty = len(found) > 0
	return s, found, nil
}

// short is a digest as people compare it.
func short(digest string) string {
	if digest == "" {
		return "(none)"
	}
	return digest[:12] + "…"
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

// Of gives the edition of a day; false when there is none.
func (s *Store) Of(day cal.Day) (Edition, bool) {
	for _, e := range s.Editions() {
		if e.Day == day {
			return e, true
		}
	}
	return Edition{}, false
}
