package anssi_test

import (
	"context"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/france/anssi"
)

// samples is where the real catalogue stands when it is there; it is never
// committed.
const samples = "../../../../shared/samples/anssi-catalogue/"

func TestTheRealCatalogueGivesItsSeventeenRows(t *testing.T) {
	f, err := os.Open(samples + "catalogue-anssi.pdf")
	if err != nil {
		t.Skip("skipped: the real catalogue is not beside the project (../shared/samples)")
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	remarks, err := anssi.Reader().Read(context.Background(), collect.Document{Body: f, Size: info.Size()}, func(r collect.Row) error {
		got = append(got, r.Cells)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range remarks.Bad {
		t.Errorf("unreadable: %+v", b)
	}
	if remarks.Edition.String() != "2026-01-27" {
		t.Errorf("edition %q, want 2026-01-27", remarks.Edition)
	}
	want := expected(t)
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	level := map[string]string{"optimal": "optimal", "modéré": "moderate", "critique": "critical"}
	for i, w := range want { // fournisseur,service,modeles,debut,fin,decision,decision_url,niveau_recommandation
		g := got[i]
		models := strings.ReplaceAll(strings.ReplaceAll(w[2], "+", "|"), " ", "")
		if g[1] != w[0] || g[2] != w[1] || !sameSet(g[3], models) || g[4] != w[3] || g[5] != w[4] || g[6] != w[5] || g[7] != w[6] || g[8] != level[w[7]] {
			t.Errorf("row %d:\n got %q\nwant %q", i+1, g, w)
		}
	}
}

func sameSet(a, b string) bool {
	split := func(s string) map[string]bool {
		out := map[string]bool{}
		for _, x := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|,;/", r) }) {
			out[x] = true
		}
		return out
	}
	x, y := split(a), split(b)
	for k := range x {
		if !y[k] {
			return false
		}
	}
	return len(x) == len(y)
}

func expected(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open(samples + "secnumcloud_2026-01-27.csv")
	if err != nil {
		t.Skip("skipped: the expected rows are not beside the project (../shared/samples)")
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}
