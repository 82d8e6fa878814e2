// Package sample draws what a second reader reads again: figures, dates and states
// as they are published, with the chain of each down to its documents.
//
// What comes in: the names of all that is published, by stratum, and a seed. What
// goes out: a Sample, as a sheet to fill in or as JSON; and, from a sheet that was
// filled in, the count of its marks.
//
//	drawn := sample.Draw(names, "20261130", 40)
//
// # How it is drawn
//
// Each name has a rank: the SHA-256 of the seed, a line end and the name. In each
// stratum the lowest ranks are drawn, so that the same seed and the same data give
// the same sample on any machine, and a record that is added takes at most one place.
// How many are drawn of each stratum is in Strata: places go one by one to the stratum
// that is the farthest below its share (the method of Sainte-Laguë), and a stratum that
// has no more leaves its places to the others.
package sample

import (
	"bytes"
	"crypto/sha256"
	"slices"

	"vigie/internal/verify"
)

// Share is how much of a sample is drawn of a stratum, beside the shares of the others.
type Share struct {
	Stratum verify.Stratum
	Weight  int
}

// Strata are the shares, in the order of the sheet. Of forty, ten are values of
// series, six are numbers of claims outside series, eight are what we compute or
// count, eight are dates and eight are states.
func Strata() []Share {
	return []Share{
		{verify.SeriesPoints, 5},
		{verify.ClaimedNumbers, 3},
		{verify.Calculations, 2},
		{verify.Counts, 2},
		{verify.Terms, 2},
		{verify.EventDates, 2},
		{verify.Outcomes, 1},
		{verify.HostingTiers, 1},
		{verify.Disagreements, 1},
		{verify.Unknowns, 1},
	}
}

// Drawn is a name that was drawn, with its stratum.
type Drawn struct {
	Stratum verify.Stratum
	Name    string
}

// Draw draws count names, or all of them where there are fewer. The names of a stratum
// may come in any order.
func Draw(names func(verify.Stratum) []string, seed string, count int) []Drawn {
	strata := Strata()
	ranked, taken := make([][]string, len(strata)), make([]int, len(strata))
	for i, s := range strata {
		ranked[i] = byRank(names(s.Stratum), seed)
	}
	for range count {
		next := -1
		for i, s := range strata {
			// The farthest below its share has the highest weight / (2 × taken + 1).
			if taken[i] < len(ranked[i]) && (next < 0 || s.Weight*(2*taken[next]+1) > strata[next].Weight*(2*taken[i]+1)) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		taken[next]++
	}
	var out []Drawn
	for i, s := range strata {
		for _, name := range ranked[i][:taken[i]] {
			out = append(out, Drawn{s.Stratum, name})
		}
	}
	return out
}

// byRank sorts names by what the seed makes of each.
func byRank(names []string, seed string) []string {
	rank := func(name string) [sha256.Size]byte { return sha256.Sum256([]byte(seed + "\n" + name)) }
	out := slices.Clone(names)
	slices.SortFunc(out, func(a, b string) int {
		x, y := rank(a), rank(b)
		return bytes.Compare(x[:], y[:])
	})
	return out
}
