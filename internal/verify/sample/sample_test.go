package sample_test

import (
	"fmt"
	"slices"
	"testing"

	"vigie/internal/verify"
	"vigie/internal/verify/sample"
)

// world is made up: a hundred names in each stratum, but for one that has a single one.
func world(s verify.Stratum) []string {
	if s == verify.Outcomes {
		return []string{"commitments/only"}
	}
	var out []string
	for i := range 100 {
		out = append(out, fmt.Sprintf("%s/%d", s, i))
	}
	return out
}

func TestTheSameSeedDrawsTheSame(t *testing.T) {
	first := sample.Draw(world, "20261130", 40)
	if len(first) != 40 {
		t.Fatalf("%d are drawn, not 40", len(first))
	}
	backwards := func(s verify.Stratum) []string {
		names := world(s)
		slices.Reverse(names)
		return names
	}
	if again := sample.Draw(backwards, "20261130", 40); !slices.Equal(first, again) {
		t.Errorf("the same names in another order draw %v, not %v", again, first)
	}
	// The draw is part of what is published: a change of it is to be seen.
	if got, want := first[0], (sample.Drawn{Stratum: verify.SeriesPoints, Name: "series/38"}); got != want {
		t.Errorf("the first that this seed draws is %v, not %v", got, want)
	}
}

func TestAnotherSeedDrawsAnother(t *testing.T) {
	drawn := map[string]bool{}
	for _, d := range sample.Draw(world, "1", 40) {
		drawn[d.Name] = true
	}
	common := 0
	for _, d := range sample.Draw(world, "2", 40) {
		if drawn[d.Name] && d.Stratum != verify.Outcomes {
			common++
		}
	}
	if common > 20 {
		t.Errorf("two seeds draw %d of 40 in common", common)
	}
}

func TestEachStratumHasItsShare(t *testing.T) {
	for name, of := range map[string]struct {
		names func(verify.Stratum) []string
		count int
		want  []int // by stratum, in the order of Strata
	}{
		"forty of plenty": {func(s verify.Stratum) []string { return append(world(s), world(verify.Unknowns)...) }, 40,
			[]int{10, 6, 4, 4, 4, 4, 2, 2, 2, 2}},
		"a stratum of one leaves its place to the largest": {world, 40, []int{11, 6, 4, 4, 4, 4, 1, 2, 2, 2}},
		"more than there are": {func(s verify.Stratum) []string { return world(s)[:1] }, 40,
			[]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
		"nothing at all": {func(verify.Stratum) []string { return nil }, 40, make([]int, 10)},
	} {
		got := map[verify.Stratum]int{}
		for _, d := range sample.Draw(of.names, "7", of.count) {
			got[d.Stratum]++
		}
		for i, s := range sample.Strata() {
			if got[s.Stratum] != of.want[i] {
				t.Errorf("%s: %d of %s are drawn, not %d", name, got[s.Stratum], s.Stratum, of.want[i])
			}
		}
	}
}

func TestARecordThatIsAddedTakesOnePlaceAtMost(t *testing.T) {
	before := sample.Draw(world, "7", 40)
	moved := 0
	for i := range 200 {
		more := func(s verify.Stratum) []string {
			if s == verify.EventDates {
				return append(world(s), fmt.Sprintf("events/added-%d", i))
			}
			return world(s)
		}
		after := sample.Draw(more, "7", 40)
		gone := 0
		for _, d := range before {
			if !slices.Contains(after, d) {
				gone++
			}
		}
		if gone > 1 {
			t.Fatalf("events/added-%d takes %d places", i, gone)
		}
		moved += gone
	}
	if moved == 0 || moved > 30 {
		t.Errorf("of 200 records added one by one to 100 of which 4 are drawn, %d take a place", moved)
	}
}
