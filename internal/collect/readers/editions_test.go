package readers_test

import (
	"slices"
	"testing"
	"time"

	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/record"
)

// TestAnEditionOfThePanoramaIsReadByHandWhateverItsForm tries both forms in which
// editions were published: all that is amiss with so small ones is that they are small.
func TestAnEditionOfThePanoramaIsReadByHandWhateverItsForm(t *testing.T) {
	known := realSources(t)
	s := known[slices.IndexFunc(known, func(s record.Source) bool { return s.ID == "panorama-grands-projets" })]
	for _, name := range []string{"page.html", "edition.csv"} {
		trial, err := collect.Try(t.Context(), collect.Options{Now: time.Now}, readers.Task(s, readers.Rules{}), "../panorama/testdata/"+name)
		if err != nil || len(trial.Rows) < 2 || trial.Verdict == nil || trial.Verdict.Code != collect.TooFewRows {
			t.Errorf("%s: %v, %d rows, %+v", name, err, len(trial.Rows), trial.Verdict)
		}
	}
}
