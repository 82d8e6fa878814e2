package panorama_test

import (
	"encoding/csv"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/france/panorama"
	"vigie/internal/value/cal"
	"vigie/internal/value/tabular"
)

// samples is where real editions stand when they are there; they are never
// committed.
const samples = "../../../../shared/samples/panorama-grands-projets/"

// link is a tag of the few links that descriptions hold.
var link = regexp.MustCompile(`</?a\b[^>]*>`)

func sample(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(samples + name)
	if err != nil {
		t.Skip("skipped: the real editions are not beside the project (../shared/samples)")
	}
	return string(content)
}

func TestTheRealFourteenthEditionGivesItsFiftyProjects(t *testing.T) {
	rows, remarks, err := read(t, panorama.Reader(), sample(t, "panorama-2021-11-ed14.trimmed.html"), "utf-8")
	if err != nil || len(remarks.Bad)+len(remarks.Unread) > 0 || remarks.Edition != cal.MustDate("2021-11") {
		t.Fatal(err, remarks)
	}
	all, err := csv.NewReader(strings.NewReader(sample(t, "panorama-2021-11-ed14.extracted.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var want, got [][]string
	for _, r := range all[1:] { // Projet, Ministère, inter, Description, Début, Durée, Phase, Coût, Zone, Programme
		start, ok := tabular.Date(r[4])
		if !ok {
			t.Fatalf("%s starts in %q", r[0], r[4])
		}
		if r[6] == "NA" {
			r[6] = ""
		}
		for i := range r {
			r[i] = strings.Join(strings.Fields(link.ReplaceAllString(r[i], "")), " ")
		}
		want = append(want, []string{r[0], r[1], strings.ToLower(r[2]), start.String(), r[5], r[6], r[7], r[8], r[9], r[3]})
	}
	for _, r := range rows {
		c := r.Cells
		got = append(got, []string{c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[10], c[11], c[12]})
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) != 50 {
		t.Errorf("%d projects\n%s", len(got), diff)
	}
}

func TestTheRealFirstEditionGivesItsFiftySevenProjects(t *testing.T) {
	rows, remarks, err := read(t, panorama.Reader(), sample(t, "panorama_projets_si.csv"), "utf-8")
	if err != nil || len(rows) != 57 || len(remarks.Bad)+len(remarks.Unread) > 0 || remarks.Edition != cal.MustDate("2016-11-03") {
		t.Fatal(len(rows), err, remarks)
	}
	later, _, err := read(t, panorama.Reader(), sample(t, "panorama-2021-11-ed14.trimmed.html"), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	var both []string
	for _, first := range rows {
		for _, then := range later {
			if slices.Equal(first.Cells[:2], then.Cells[:2]) {
				both = append(both, first.Cells[1]+"/"+first.Cells[0]+" "+first.Cells[8]+" → "+then.Cells[8])
			}
		}
	}
	slices.Sort(both)
	want := []string{ // no other project kept its name for five years
		"affaires-etrangeres/crocus  → 12.623", "affaires-etrangeres/saphir  → 8.985", "agriculture/expadon 2 16.1 → 28.158605",
		"education/op@le  → 87.418", "interieur/france visas 32.8 → 101.77", "justice/astrea 20 → 70.53", "justice/portalis 52.4 → 70.8333333333333",
	}
	if diff := cmp.Diff(want, both); diff != "" {
		t.Error(diff)
	}
}

func TestTheRealFourteenthEditionGivesItsKeyFigures(t *testing.T) {
	rows, _, err := read(t, panorama.Totals(), sample(t, "panorama-2021-11-ed14.trimmed.html"), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"50", ""}, {"5", ""}, {"2.62", ""}, {"6.1", ""}, {"15.4", "%"}, {"13.5", "%"}}
	var got [][]string
	for _, r := range rows {
		got = append(got, r.Cells[2:])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
