package site_test

import (
	"encoding/json"
	"strings"
	"testing"

	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// rendered renders the pages of one section.
func rendered(t *testing.T, s *site.Site, section string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for p := range s.Pages() {
		if p.Section != section {
			continue
		}
		html, err := s.Theme.Render(p.Lang, p.Template, p.Body)
		if err != nil {
			t.Fatalf("%s: %v", p.Address, err)
		}
		out[p.Address] = string(html)
	}
	return out
}

// neighbour is what a page offers where it stands beside it, under a name that follows from its own.
func neighbour(path string) string {
	if csv, ok := strings.CutSuffix(path, ".csv-metadata.json"); ok {
		return csv + ".csv"
	}
	if folder, ok := strings.CutSuffix(path, "/README.md"); ok {
		return folder + "/schema.json"
	}
	return path
}

func TestEveryFileOfDataIsOfferedSomewhere(t *testing.T) {
	s := real(t, nil)
	pages := rendered(t, s, "data")
	files := extras(s)
	for _, p := range s.Added.Pages { // they offer theirs themselves
		for _, f := range p.Files {
			delete(files, string(s.Placed().Tables)+f.Path)
		}
	}
	for path := range files {
		if !strings.HasPrefix(path, "donnees/") && path != "datapackage.json" {
			continue
		}
		for _, address := range []string{"/donnees/", "/en/data/"} {
			if !strings.Contains(pages[address], `href="/`+neighbour(path)+`"`) {
				t.Errorf("%s does not offer %s", address, path)
			}
		}
	}
}

func TestPagesOfTheDataHaveAllTheirWords(t *testing.T) {
	for address, html := range rendered(t, real(t, nil), "data") {
		if i := strings.Index(html, "⟦"); i >= 0 {
			t.Errorf("%s: words.yaml has no %s", address, html[i:min(len(html), i+40)])
		}
	}
}

func TestEverySeriesHasItsAnchorAndEveryColumnItsMeaning(t *testing.T) {
	s := real(t, nil)
	pages := rendered(t, s, "data")
	for _, sr := range s.Data.Series {
		if !strings.Contains(pages["/donnees/series/"], `id="`+sr.ID+`"`) || !strings.Contains(pages["/en/data/series/"], `id="`+sr.ID+`"`) {
			t.Errorf("series %s has no anchor", sr.ID)
		}
	}
	if got := pages["/donnees/organismes/"]; !strings.Contains(got, "<code>siren</code>") || !strings.Contains(got, "Numéro SIREN à neuf chiffres") {
		t.Error("the columns of the bodies are not described")
	}
}

func TestSearchEnginesReadEachTable(t *testing.T) {
	tests := map[string]struct {
		s    *site.Site
		want string
	}{
		"without address": {real(t, nil), "../../donnees/offres.csv"},
		"with an address": {withAddress(t), "https://vigie.example.org/etat/donnees/offres.csv"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			html := rendered(t, tt.s, "data")[tt.s.DatasetHref(lang.FR, lang.Name("offres"))]
			_, block, _ := strings.Cut(html, `<script type="application/ld+json">`)
			block, _, _ = strings.Cut(block, "</script>")
			var d struct {
				Type         string `json:"@type"`
				License      string
				DateModified string
				Distribution []struct{ ContentURL, SHA256 string }
			}
			if err := json.Unmarshal([]byte(block), &d); err != nil {
				t.Fatalf("%v in %s", err, block)
			}
			if d.Type != "Dataset" || d.License == "" || d.DateModified == "" || len(d.Distribution) != 3 || d.Distribution[0].ContentURL != tt.want || len(d.Distribution[0].SHA256) != 64 {
				t.Errorf("%+v", d)
			}
		})
	}
}
