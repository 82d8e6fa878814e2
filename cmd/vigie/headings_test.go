package main_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// everySectionHasAHeading reads every page: who hears a page goes from section to
// section by their headings, and one without is a part that nobody is led to.
func everySectionHasAHeading(t *testing.T, public string) {
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		page, err := os.ReadFile(filepath.Join(public, name))
		if err != nil {
			return err
		}
		if bare := withoutHeading(page); bare != "" {
			t.Errorf("%s: %s has no heading", name, bare)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestASectionWithoutAHeadingIsSeen(t *testing.T) {
	for page, want := range map[string]string{
		`<section><h2>Whole</h2><article><h3>Part</h3></article></section>`:           "",
		`<section id="bare"><p>Words</p></section>`:                                   `<section id="bare">`,
		`<section><h2>Whole</h2><article class="in"><p>Words</p></article></section>`: `<article class="in">`,
		`<section id="out"><section><h3>Inner</h3></section></section>`:               `<section id="out">`,
	} {
		if got := withoutHeading([]byte(page)); got != want {
			t.Errorf("of %s there was found %q, want %q", page, got, want)
		}
	}
}

// withoutHeading gives the first tag of a section or an article that has no heading
// of its own.
func withoutHeading(page []byte) string {
	type part struct {
		tag    string
		headed bool
	}
	var open []part
	for tokens := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return ""
		}
		raw := string(tokens.Raw())
		name, _ := tokens.TagName()
		switch tag := atom.Lookup(name); {
		case kind == html.StartTagToken && (tag == atom.Section || tag == atom.Article):
			open = append(open, part{tag: raw})
		case kind == html.StartTagToken && len(open) > 0 && len(name) == 2 && name[0] == 'h' && '1' <= name[1] &&
			name[1] <= '6':
			open[len(open)-1].headed = true
		case kind == html.EndTagToken && len(open) > 0 && (tag == atom.Section || tag == atom.Article):
			if last := open[len(open)-1]; !last.headed {
				return last.tag
			}
			open = open[:len(open)-1]
		}
	}
}
