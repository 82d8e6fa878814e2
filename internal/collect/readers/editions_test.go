package readers_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/record"
)

// TestAnEditionOfThePanoramaIsReadByHandWhateverItsForm tries both forms in which
// editions were published: all that is amiss with so small ones is that they are small.
func TestAnEditionOfThePanoramaIsReadByHandWhateverItsForm(t *testing.T) {
	s := panoramaOf(t)
	for _, name := range []string{"page.html", "edition.csv"} {
		trial, err := collect.Try(t.Context(), collect.Options{Now: time.Now}, readers.Task(s, goReaders(t)), "../../france/panorama/testdata/"+name)
		if err != nil || len(trial.Rows) < 2 || trial.Verdict == nil || trial.Verdict.Code != collect.TooFewRows {
			t.Errorf("%s: %v, %d rows, %+v", name, err, len(trial.Rows), trial.Verdict)
		}
	}
}

func panoramaOf(t *testing.T) record.Source {
	t.Helper()
	known := realSources(t)
	return known[slices.IndexFunc(known, func(s record.Source) bool { return s.ID == "panorama-grands-projets" })]
}

// TestAProjectOfThePanoramaIsFollowedAcrossEditions reads by hand two made-up editions
// of one panorama, five years apart, in the two forms in which they were published.
func TestAProjectOfThePanoramaIsFollowedAcrossEditions(t *testing.T) {
	p, s := newProject(t), panoramaOf(t)
	declared := *s.Collect
	declared.Bounds.RowsMin, s.Collect = 1, &declared
	o := p.options(nil)
	o.From = t.TempDir()
	var report collect.Report
	for _, name := range []string{"edition.csv", "page.html"} {
		content, err := os.ReadFile("../../france/panorama/testdata/" + name)
		folder := filepath.Join(o.From, s.ID)
		if err != nil || os.RemoveAll(folder) != nil || os.MkdirAll(folder, 0o755) != nil || os.WriteFile(filepath.Join(folder, name), content, 0o644) != nil {
			t.Fatal("the edition cannot be saved: ", err)
		}
		if report, err = collect.Run(t.Context(), o, []collect.Task{readers.Task(s, goReaders(t))}); err != nil || report.Wrong() > 0 {
			t.Fatalf("%v: %+v", err, report)
		}
	}
	var lines []string
	for _, c := range report.Sources[0].Changes {
		line := string(c.Sort) + " " + strings.Join(c.Key, ", ")
		for _, cell := range c.Cells {
			if cell.Column == "cout_meur" && c.Sort == collect.Changed {
				line += ": " + cell.From + " → " + cell.To
			}
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	want := []string{"changed demo, armees:  → 12", "changed essai, interieur: 7 → 53.7058", "new en cadrage, interieur", "new grand ecart, justice"}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}
