package site_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/export/takeaway"
	"vigie/internal/value/lang"
)

// TestTheReadMeOfATableNamesWhatItIsMadeOfAndItsSources reads what stands before the rows of a workbook.
func TestTheReadMeOfATableNamesWhatItIsMadeOfAndItsSources(t *testing.T) {
	s := real(t, nil)
	notes := func(id string, l lang.Lang) []string {
		t.Helper()
		for _, shelf := range s.Shelves() {
			i := slices.IndexFunc(shelf.Tables, func(e takeaway.Entry) bool { return e.ID == id })
			if i < 0 {
				continue
			}
			var out []string
			for _, line := range shelf.Tables[i].Notes(l) {
				out = append(out, line[0]+": "+line[1])
			}
			return out
		}
		t.Fatalf("there is no table %s", id)
		return nil
	}
	sources := func(lines []string) int {
		n := 0
		for _, line := range lines {
			if strings.HasPrefix(line, "Source: ") && strings.Contains(line, "http") {
				n++
			}
		}
		return n
	}
	offers := notes("offres", lang.EN)
	if !slices.Contains(offers, "Perimeter: What this site has read in the sources named here; it is no census.") || sources(offers) != 10 {
		t.Errorf("the notes of the offers are %q", offers)
	}
	series := notes("series", lang.EN)
	if !slices.Contains(series, "Perimeter: The column perimetre gives that of each row.") ||
		!slices.Contains(series, "Accounting basis: The columns etape, taxe and cumul give that of each row.") || sources(series) != 10 {
		t.Errorf("the notes of the series are %q", series)
	}
	if units := notes("unites", lang.EN); len(units) > 0 {
		t.Errorf("units rest on no source, and their notes are %q", units)
	}
}
