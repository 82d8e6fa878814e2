package verify_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/collected"
	"vigie/internal/france/demarches"
	"vigie/internal/value/cal"
)

// Procedures that nobody published are counted on the page of their source, and
// counted again from their rows.
func TestTheProceduresOfAMinistryAreCountedAgain(t *testing.T) {
	const source = "example-report"
	r := demarches.Reader()
	c := &collected.Collected{Columns: r.Columns, State: collected.State{Source: source, Standing: collected.Good, Reader: r.Name, Version: r.Version,
		Edition:   cal.MustDate("2026-09-30"),
		Documents: []collected.Document{{URL: "https://example.org/editions", SHA256: strings.Repeat("c", 64), Read: cal.NewDay(2026, 10, 1)}}}}
	for i, marks := range [][]string{{"oui", "partiel"}, {"proactive", ""}, {"non", "oui"}, {"", "non"}} {
		row := collected.Row{Cells: make([]string, len(c.Columns)), FirstSeen: cal.NewDay(2026, 10, 1), Snapshot: strings.Repeat("c", 64), At: "/0"}
		for name, cell := range map[string]string{"edition": "e1", "demarche": string(rune('a' + i)), "titre": "Essai", "ministere": "Ministère fictif",
			"en_ligne": marks[0], "accessible": marks[1]} {
			row.Cells[c.Index(name)] = cell
		}
		c.Rows = append(c.Rows, row)
	}
	c.Sort()
	table, state := c.Encode()
	tableName, stateName := collected.Files(source)
	project := maps.Clone(small(t))
	project["data/collected/"+tableName], project["data/collected/"+stateName] = &fstest.MapFile{Data: table}, &fstest.MapFile{Data: state}

	site := built(t, project)
	for _, f := range run(t, site, project).Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	page, id := "sources/"+source+"/index.html", "collected/"+source+"/procedures/ministere-fictif/online"
	forged := with(t, site, page, id+`"><data value="2">`, id+`"><data value="3">`)
	if r := run(t, forged, project); !caught(r.Faults, page, id) {
		t.Errorf("nothing names the number that was changed: %+v", r.Faults)
	}
}
