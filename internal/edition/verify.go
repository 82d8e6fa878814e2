package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigie/internal/value/problem"
)

// Verified counts what Verify went through.
type Verified struct {
	Editions int
	Files    int   // of all editions
	Objects  int   // distinct bytes behind them
	Bytes    int64 // of the objects
}

// Verify computes the digest of every object again. Load has held the manifests
// to their seals and to their chain; its problems come before those of Verify.
func (s *Store) Verify() (Verified, problem.List, error) {
	var v Verified
	var found problem.List
	report := func(name, message, hint string) {
		found = append(found,
			problem.Problem{Place: problem.Place{File: name}, Severity: problem.Error, Rule: ruleChain, Message: message,
				Hint: hint})
	}
	uses := map[string][]string{} // of an object: the files that stand in it
	var distinct []File
	for _, e := range s.editions {
		v.Editions++
		for _, f := range e.Files {
			v.Files++
			if uses[f.SHA256] == nil {
				distinct = append(distinct, f)
			}
			uses[f.SHA256] = append(uses[f.SHA256], e.Day.String()+" "+f.Path)
		}
	}
	for _, f := range distinct {
		v.Objects++
		v.Bytes += f.Size
		if _, err := s.Read(f); err != nil {
			why := "it was altered: its SHA-256 is not its name, or its size is another"
			if errors.Is(err, fs.ErrNotExist) {
				why = "it is missing"
			}
			report(s.Object(f), why+"; it holds "+some(uses[f.SHA256]), takeBack)
		}
	}
	if s.faulty { // what the manifests name is not all known
		found.Sort()
		return v, found, nil
	}
	strays, err := s.strays(uses)
	for _, name := range strays {
		report(name, "no edition names it", "remove it: a run was killed, or it was put here by hand")
	}
	found.Sort()
	return v, found, err
}

// some names the first of a list.
func some(list []string) string {
	const most = 3
	if len(list) <= most {
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:most], ", "), len(list)-most)
}

// strays lists the files in the folder of the editions that no edition names.
func (s *Store) strays(used map[string][]string) ([]string, error) {
	var out []string
	err := fs.WalkDir(s.project, s.root, func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == s.root {
			return fs.SkipAll
		}
		if err != nil || e.IsDir() {
			return err
		}
		base := path.Base(name)
		if name == s.root+"/"+base && strings.HasSuffix(base, ".json") {
			return nil // Load has read it
		}
		if used[base] == nil || name != path.Join(s.root, objectPath(base)) {
			out = append(out, name)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking through %s: %w", s.root, err)
	}
	slices.Sort(out)
	return out, nil
}
