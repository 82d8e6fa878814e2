package site_test

import (
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/corpus"
	"vigie/internal/france/demarches"
	"vigie/internal/value/cal"
)

// TestAnObservatoryOfProceduresIsShownByMinistry shows made-up procedures of one
// ministry, in two editions, on the page of the source.
func TestAnObservatoryOfProceduresIsShownByMinistry(t *testing.T) {
	const id = "vos-demarches-essentielles"
	s := changed(t, nil, func(read *corpus.Corpus) {
		r := demarches.Reader()
		c := &collected.Collected{Columns: r.Columns, State: collected.State{Source: id, Standing: collected.Good, Reader: r.Name, Version: r.Version,
			Edition:   cal.MustDate("2026-09-30"),
			Documents: []collected.Document{{URL: "https://example.org/editions", SHA256: copyDigest, Read: cal.NewDay(2026, 11, 20)}}}}
		for _, p := range [][]string{ // edition, procedure, its start, online, accessible
			{"e2", "d1", "2026-07-01", "oui", "partiel"}, {"e2", "d2", "2026-07-01", "oui", ""}, {"e2", "d3", "2026-07-01", "non", "oui"},
			{"e1", "d1", "2026-04-01", "non", "non"},
		} {
			row := collected.Row{Cells: make([]string, len(c.Columns)), FirstSeen: cal.NewDay(2026, 11, 20), Snapshot: copyDigest, At: "/0"}
			for name, cell := range map[string]string{"edition": p[0], "nom_edition": "Édition " + p[0], "demarche": p[1], "debut": p[2], "fin": "2026-09-30",
				"ministere": "Ministère <i>fictif</i>", "en_ligne": p[3], "accessible": p[4]} {
				row.Cells[c.Index(name)] = cell
			}
			c.Rows = append(c.Rows, row)
		}
		read.Collected = append(read.Collected, c)
	})
	wellMade(t, s)
	for address, html := range sections(t, s, "/sources/"+id+"/", "/en/sources/"+id+"/") {
		for figure, value := range map[string]string{"procedures": "3", "online": "2", "online-partly": "0", "online-unknown": "0",
			"accessible": "1", "accessible-partly": "1", "accessible-unknown": "1"} {
			want := `data-figure="collected/` + id + `/procedures/ministere-i-fictif-i/` + figure + `"><data value="` + value + `">`
			if !strings.Contains(html, want) {
				t.Errorf("%s lacks %s", address, want)
			}
		}
		for _, want := range []string{"Ministère &lt;i&gt;fictif&lt;/i&gt;", "Édition e2", `href="/donnees/collecte/` + id + `-par-ministere.csv"`} {
			if !strings.Contains(html, want) {
				t.Errorf("%s lacks %s", address, want)
			}
		}
	}
	table := extras(s)["donnees/collecte/"+id+"-par-ministere.csv"]
	for _, want := range []string{"e1,Édition e1,2026-04-01,2026-09-30,Ministère <i>fictif</i>,1,0,0,1,0,0,0,1,0\n", "e2,Édition e2,2026-07-01,2026-09-30,Ministère <i>fictif</i>,3,2,0,1,0,1,1,0,1\n"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table of all editions lacks %q: %s", want, table)
		}
	}
}
