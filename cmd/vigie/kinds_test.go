package main_test

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// oneOfEachKind picks, of each section of each language, its own page, the first
// page below it and the heaviest one: the pages of a section come from a few
// templates, and the heaviest has the widest tables and the most charts.
func oneOfEachKind(t *testing.T, public string) []string {
	t.Helper()
	type section struct {
		first, heaviest string
		weight          int64
	}
	sections := map[string]*section{}
	picked := map[string]bool{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		is, err := e.Info()
		if err != nil {
			return err
		}
		parts := strings.Split(strings.TrimPrefix(name, "en/"), "/")
		if len(parts) <= 2 { // a language's home, or a section's own page
			picked[name] = true
			return nil
		}
		key := strings.TrimSuffix(name, strings.Join(parts[1:], "/"))
		s, known := sections[key]
		if !known {
			s = &section{first: name}
			sections[key] = s
		}
		if is.Size() > s.weight {
			s.heaviest, s.weight = name, is.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		picked[s.first], picked[s.heaviest] = true, true
	}
	return slices.Sorted(maps.Keys(picked))
}
