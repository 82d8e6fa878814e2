package collect_test

import (
	"bytes"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/value/lang"
)

const pageOfList = "https://example.org/in-progress.csv"

// beside adds a list to the made-up catalogue, to which it yields.
func (s *site) beside(lines string) collect.Task {
	list := s.source
	settings := *s.source.Collect
	settings.Addresses, settings.YieldsTo = []string{pageOfList}, s.source.ID
	settings.Bounds.RowsMin = 1
	list.ID, list.Title, list.Collect = "liste", "Liste d’essai", &settings
	s.web.pages[pageOfList] = header + lines
	return collect.Task{Source: list, Reader: s.reader}
}

const lagging = "901;HÉBERGEUR 3 SAS;Nuage 3;;\n902;Hébergeur 4;Autre;;\n903;Inconnu;Nuage 5;;\n"

func TestWhatTheCatalogueOvertookIsInEveryReport(t *testing.T) {
	s := newSite(t)
	list := s.beside(lagging)
	for when, tasks := range map[string][]collect.Task{
		"both are visited": {list, {Source: s.source, Reader: s.reader}},
		"the list alone":   {list}, // the catalogue is on disk by now
	} {
		if when == "the list alone" {
			s.collect()
		}
		report, err := collect.Run(t.Context(), s.options(), tasks)
		if err != nil {
			t.Fatal(err)
		}
		o := report.Sources[0]
		if o.Source != "liste" || o.YieldsTo != "essai" || len(o.Overtaken) != 2 || !o.Overtaken[0].Same || o.Overtaken[1].Same {
			t.Errorf("%s: it reports %q %+v", when, o.YieldsTo, o.Overtaken)
		}
		var text, markdown, program bytes.Buffer
		if err := report.Text(&text, lang.FR); err != nil {
			t.Fatal(err)
		}
		if err := report.Markdown(&markdown, lang.EN); err != nil {
			t.Fatal(err)
		}
		if err := report.JSON(&program); err != nil {
			t.Fatal(err)
		}
		for want, in := range map[string]string{
			"HÉBERGEUR 3 SAS — Nuage 3\u00a0: déjà dans essai, qui l’emporte (Hébergeur 3 — Nuage 3)": text.String(),
			"Hébergeur 4 — Autre\u00a0: même nom dans essai, à vérifier (Hébergeur 4 — Nuage 4)":      text.String(),
			"- HÉBERGEUR 3 SAS — Nuage 3: already in essai, which prevails (Hébergeur 3 — Nuage 3)":   markdown.String(),
			`"overtaken": [`: program.String(),
		} {
			if !strings.Contains(in, want) {
				t.Errorf("%s: the report lacks %q:\n%s", when, want, in)
			}
		}
		if strings.Contains(text.String(), "Inconnu — Nuage 5\u00a0: déjà") {
			t.Errorf("%s: a line that the catalogue does not know is reported", when)
		}
	}
}

func TestAListWithoutItsCatalogueIsComparedWithNothing(t *testing.T) {
	s := newSite(t)
	report, err := collect.Run(t.Context(), s.options(), []collect.Task{s.beside(lagging)})
	if err != nil {
		t.Fatal(err)
	}
	if o := report.Sources[0]; o.Status != collect.Read || o.YieldsTo != "" || o.Overtaken != nil {
		t.Errorf("it reports %+v", o)
	}
}
