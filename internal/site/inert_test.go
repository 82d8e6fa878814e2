package site_test

import (
	"strings"
	"testing"

	"vigie/internal/collected"
)

// TestWhatWasCollectedIsNoFormulaForASpreadsheet changes what a source says of one row;
// nobody says so.
func TestWhatWasCollectedIsNoFormulaForASpreadsheet(t *testing.T) {
	touched := 0
	var row *collected.Row
	s := changed(t, nil, recatalogued(func(c *collected.Collected, _ string, r *collected.Row) {
		if touched++; touched > 1 {
			return
		}
		row = r
		for i, column := range c.Columns {
			switch column.Name {
			case "fournisseur":
				r.Cells[i] = `=HYPERLINK("https://example.org")`
			case "service":
				r.Cells[i] = "@SUM(A1)"
			}
		}
		r.At = "-1+1"
	}))
	table := extras(s)["donnees/collecte/anssi-catalogue.csv"]
	for _, want := range []string{`"'=HYPERLINK(""https://example.org"")"`, ",'@SUM(A1),", ",'-1+1"} {
		if !strings.Contains(table, want) {
			t.Errorf("the download lacks %s", want)
		}
	}
	if row.At != "-1+1" || !strings.HasPrefix(row.Cells[1], "=") {
		t.Errorf("the row itself is altered: %q", row.Cells)
	}
}
