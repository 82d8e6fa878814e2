package export_test

import (
	"slices"
	"testing"

	"vigie/internal/export"
)

const zeroTooMany = `- id: a-zero-too-many
  kind: source-error
  target: y23
  expected: 34.5 M
  published: 34 M
  reason: {fr: Une décimale de trop., en: One decimal too many.}
  on: 2026-02-01
  told: [{whom: Gazette, on: 2026-02-03}]
  state: open
`

func TestDownloadsHoldBothValuesOfACorrection(t *testing.T) {
	tables := madeWith(t, "data/corrections.yaml", zeroTooMany)
	for _, want := range []struct{ table, row, column, value string }{
		{"corrections", "a-zero-too-many", "valeur_fautive_min", "34500000"},
		{"corrections", "a-zero-too-many", "valeur_publiee_min", "34000000"},
		{"corrections", "a-zero-too-many", "affirmation", "y23"},
		{"corrections", "a-zero-too-many", "appliquee", "true"},
		{"corrections", "a-zero-too-many", "etat", "open"},
		{"affirmations", "y23", "valeur_min", "34500000"},
		{"affirmations", "y23", "valeur_corrigee_min", "34000000"},
		{"affirmations", "y23", "correction", "a-zero-too-many"},
		{"affirmations", "mail-live", "correction", ""},
		{"affirmations", "mail-live", "valeur_corrigee_min", ""},
	} {
		x := table(t, tables, want.table)
		n := slices.IndexFunc(slices.Collect(x.Rows), func(row []export.Cell) bool { return row[0].Text == want.row })
		if n < 0 {
			t.Fatalf("%s has no row %s", want.table, want.row)
		}
		if got := cell(t, x, n, want.column); got != want.value {
			t.Errorf("%s %s %s: %q, want %q", want.table, want.row, want.column, got, want.value)
		}
	}
	series := table(t, tables, "series")
	published := map[string]string{}
	for n := range series.Count {
		published[cell(t, series, n, "affirmation")] = cell(t, series, n, "valeur_min") + " " + cell(t, series, n, "valeur_corrigee_min") + " " + cell(t, series, n, "valeur_publiee_min")
	}
	if got := published["y23"]; got != "34500000 34000000 34000000" {
		t.Errorf("the source says, corrected, published: %s", got)
	}
}
