package check_test

import (
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

func TestTimePassingMakesNoProblem(t *testing.T) {
	base := valid(t)
	first, err := cal.ParseDay(readOn)
	if err != nil {
		t.Fatal(err)
	}
	for _, days := range []int{0, 1, 31, 53, 100, 365, 366, 547, 731, 1096} {
		asOf := first.AddDays(days).String()
		t.Run(asOf, func(t *testing.T) {
			for _, p := range base.check(t, asOf) {
				t.Error(inWords(p))
			}
		})
	}
}

func TestADayBeforeTheNewestReadingIsOneProblem(t *testing.T) {
	found := valid(t).check(t, "2026-09-30")
	if len(found) != 1 || found[0].Rule != "as-of" || found[0].Line == 0 {
		t.Errorf("got %v, want the one problem as-of with its line", found)
	}
}

// newestReading is the last day on which a claim was read.
func newestReading(c *corpus.Corpus) cal.Day {
	var newest cal.Day
	c.EachClaim(func(_ record.Ref, _ string, claim *record.Claim) {
		if claim.Read.After(newest) {
			newest = claim.Read
		}
	})
	return newest
}
