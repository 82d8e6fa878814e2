package main_test

import (
	"cmp"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// kindOfPage is the heaviest page of one template in one language.
type kindOfPage struct {
	kind     string // the template's name
	language string
	page     string // its file
	bytes    int
}

var kindOfBody = regexp.MustCompile(`<body class="page-([a-z-]+)`)

// kindsOfPages finds the heaviest page of each template in each language;
// script/kinds.sh does so too, for what is run outside the tests.
func kindsOfPages(t *testing.T, public string) []kindOfPage {
	t.Helper()
	heaviest := map[[2]string]kindOfPage{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		page, err := os.ReadFile(filepath.Join(public, name))
		if err != nil {
			return err
		}
		kind := kindOfBody.FindSubmatch(page)
		if kind == nil {
			t.Errorf("%s does not show the template that it comes from", name)
			return nil
		}
		k := kindOfPage{kind: string(kind[1]), language: "fr", page: name, bytes: len(page)}
		if strings.HasPrefix(name, "en/") {
			k.language = "en"
		}
		if key := [2]string{k.kind, k.language}; k.bytes > heaviest[key].bytes {
			heaviest[key] = k
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.SortedFunc(maps.Values(heaviest), func(a, b kindOfPage) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.language, b.language))
	})
}

// oneOfEachKind picks, of each section of each language, its own page, the first
// page below it and the heaviest one, and the heaviest page of each kind: the pages
// of a section come from a few templates, and the heaviest has the widest tables and
// the most charts.
func oneOfEachKind(t *testing.T, public string, kinds []kindOfPage) []string {
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
	for _, k := range kinds {
		picked[k.page] = true
	}
	for _, s := range sections {
		picked[s.first], picked[s.heaviest] = true, true
	}
	return slices.Sorted(maps.Keys(picked))
}
