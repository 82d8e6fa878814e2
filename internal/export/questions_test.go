package export_test

import (
	"slices"
	"testing"
)

func TestTheMapOfSilencesHasARowForEachBodyAndMeasureAndNoEmptyCell(t *testing.T) {
	ds, tables := real(t)
	x := table(t, tables, "carte_des_silences")
	if want := len(ds.Organisations) * len(ds.Asked()); x.Count != want || want == 0 {
		t.Errorf("%d rows, want %d", x.Count, want)
	}
	for i := range x.Count {
		standing, reason, silent, searched := cell(t, x, i, "etat"), cell(t, x, i, "motif_absence"), cell(t, x, i, "silence"), cell(t, x, i, "cherche_le")+cell(t, x, i, "ou")
		sound := false
		switch standing {
		case "answered":
			sound = reason+silent+searched == "" && cell(t, x, i, "publie_par_lui") != ""
		case "absent":
			sound = reason != "" && silent != "" && cell(t, x, i, "cherche_le") != "" && cell(t, x, i, "ou") != ""
		case "not-asked":
			sound = reason == "not-applicable" && silent == ""
		}
		if !sound {
			t.Errorf("%s, %s: %q, reason %q, silence %q, searched %q", slices.Collect(x.Rows)[i][0].Text, cell(t, x, i, "mesure"), standing, reason, silent, searched)
		}
	}
}

func TestARequestStandsInItsTableWithItsStateAndItsDelays(t *testing.T) {
	x := table(t, madeWith(t, "data/requests/treasury-orders.yaml", `
organisation: treasury
silence: nobody-counts
asked: {fr: Les commandes, en: The orders}
sent: 2026-02-10
claims: [{id: letter, source: gazette, read: 2026-02-10}]
steps:
  - {step: refused, on: 2026-02-20, claims: [{id: answer, source: gazette, read: 2026-03-01}]}
`), "demandes")
	for column, want := range map[string]string{"organisme": "treasury", "etat": "too-late", "echeance": "2026-03-10", "recours_jusqu_au": "2026-04-19"} {
		if got := cell(t, x, 0, column); got != want {
			t.Errorf("%s is %q, want %q", column, got, want)
		}
	}
}
