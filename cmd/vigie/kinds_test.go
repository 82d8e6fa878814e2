package main_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// oneOfEachKind picks, of each folder of pages, the first one and the heaviest
// one: pages of one folder come from one template, and the heaviest has the
// widest tables and the most charts.
func oneOfEachKind(t *testing.T, public string) []string {
	t.Helper()
	type kind struct {
		first, heaviest string
		weight          int64
	}
	kinds := map[string]*kind{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		is, err := e.Info()
		if err != nil {
			return err
		}
		folder := path.Dir(path.Dir(name)) // pages are folder/page/index.html
		k, known := kinds[folder]
		if !known {
			k = &kind{first: name}
			kinds[folder] = k
		}
		if is.Size() > k.weight {
			k.heaviest, k.weight = name, is.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	picked := map[string]bool{}
	for _, k := range kinds {
		picked[k.first], picked[k.heaviest] = true, true
	}
	for name := range topPages(t, public) {
		picked[name] = true
	}
	return slices.Sorted(maps.Keys(picked))
}

// topPages are those that stand one step from the root of a language: each has
// a template of its own.
func topPages(t *testing.T, public string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for _, pattern := range []string{"*.html", "*/index.html", "en/*/index.html"} {
		names, err := fs.Glob(os.DirFS(public), pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			found[name] = true
		}
	}
	return found
}
