package site_test

import (
	"os"
	"sync"
	"testing"

	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/france"
	"vigie/internal/indicator"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// asOf is the day of reference: none of the project’s data was read after it.
var asOf = cal.NewDay(2026, 11, 30)

// Reading the project's own data takes a second: the tests that only look at the
// site share it.
var (
	offLine   sync.Once
	offLineIs *site.Site
	onLineOne sync.Once
	onLineIs  *site.Site
)

// real is the site of the project's own data, without drawings. Where nothing is
// changed the tests share one, which none of them may change.
func real(t *testing.T, change func(*config.Config)) *site.Site {
	t.Helper()
	if change != nil {
		return changed(t, change, nil)
	}
	offLine.Do(func() { offLineIs = changed(t, nil, nil) })
	return offLineIs
}

// withAddress is that site with an address, shared in the same way.
func withAddress(t *testing.T) *site.Site {
	t.Helper()
	onLineOne.Do(func() { onLineIs = changed(t, onLine, nil) })
	return onLineIs
}

// changed is the site of the project's own data, some of which a test has changed.
func changed(t *testing.T, change func(*config.Config), edit func(*corpus.Corpus)) *site.Site {
	t.Helper()
	project := os.DirFS("../..")
	c, problems, err := corpus.Load(project, "data", lang.Composed())
	if err != nil || problems.Errors() > 0 {
		t.Fatalf("the data do not read: %v %v", err, problems)
	}
	prose, _, err := content.Load(project, "content", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	settings := config.Config{Languages: lang.Composed(), Site: config.Site{Title: lang.Name("Vigie"), Description: lang.Text{FR: "Une vigie.", EN: "A lookout."}},
		Publisher: config.Publisher{Name: lang.Name("Essai"), Kind: config.Project}, Licence: config.Licence{Code: "Apache-2.0", Data: "etalab-2.0"}}
	if change != nil {
		change(&settings)
	}
	if edit != nil {
		edit(c)
	}
	ds := france.Extension().Data().New(c, asOf)
	added, found, err := france.Pages(os.DirFS("../.."), "data")
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	s := &site.Site{Config: settings, Data: ds, Indicators: indicator.Results(ds), Content: prose, Theme: ownTheme(t), Added: added, Figures: map[string]figure.Figure{}}
	s.GatherFigures()
	return s
}

func onLine(c *config.Config) {
	c.BaseURL = "https://vigie.example.org/etat/"
	c.Publisher.Contact = "contact@example.org"
}

func extras(s *site.Site) map[string]string {
	out := map[string]string{}
	for e := range s.Extras() {
		out[e.Path] = string(e.Data)
	}
	return out
}
