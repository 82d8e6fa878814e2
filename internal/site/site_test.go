package site_test

import (
	"os"
	"testing"

	"vigie/internal/cal"
	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/lang"
	"vigie/internal/site"
	"vigie/internal/theme"
)

var asOf = cal.NewDay(2026, 11, 23)

// real is the site of the project's own data, without drawings.
func real(t *testing.T, change func(*config.Config)) *site.Site {
	t.Helper()
	return changed(t, change, nil)
}

// changed is the site of the project's own data, some of which a test has changed.
func changed(t *testing.T, change func(*config.Config), edit func(*corpus.Corpus)) *site.Site {
	t.Helper()
	project := os.DirFS("../..")
	c, problems, err := corpus.Load(project, "data")
	if err != nil || problems.Errors() > 0 {
		t.Skipf("the data do not read: %v %v", err, problems)
	}
	prose, _, err := content.Load(project, "content")
	if err != nil {
		t.Fatal(err)
	}
	th, err := theme.Load(nil, theme.Layer{Folder: "themes/vigie", Files: os.DirFS("../../themes/vigie")})
	if err != nil {
		t.Fatal(err)
	}
	settings := config.Config{Site: config.Site{Title: lang.Name("Vigie"), Description: lang.Text{FR: "Une vigie.", EN: "A lookout."}},
		Publisher: config.Publisher{Name: lang.Name("Essai"), Kind: config.Project}, Licence: config.Licence{Code: "Apache-2.0", Data: "etalab-2.0"}}
	if change != nil {
		change(&settings)
	}
	if edit != nil {
		edit(c)
	}
	ds := dataset.New(c, asOf)
	s := &site.Site{Config: settings, Data: ds, Indicators: indicator.Results(ds), Content: prose, Theme: th, Figures: map[string]figure.Figure{}}
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
