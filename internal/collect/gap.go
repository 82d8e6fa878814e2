package collect

import (
	"math/big"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// editionsAtMost bounds what a gap may excuse.
const editionsAtMost = 60

// editionsSince counts the editions for which there was time between the harvest that
// is held and this one; one at least. Where both bear a date, they count by the cadence
// of the source; without dates, or without a rhythm, by the year: a document that did
// not change for months, and bears no date, excuses nothing.
func editionsSince(base *collected.Collected, h harvest, cadence record.Cadence, day cal.Day) int {
	from, to := base.State.Read(), day
	dated := !base.State.Edition.IsZero() && !h.edition.IsZero()
	if dated {
		from, to = base.State.Edition.Last(), h.edition.First()
	}
	if from.IsZero() || cadence == record.Once {
		return 1
	}
	n := 0
	for n < editionsAtMost {
		next, rhythm := cadence.Next(from)
		if !dated || !rhythm {
			next = from.AddMonths(12)
		}
		if next.After(to) {
			break
		}
		from, n = next, n+1
	}
	return max(1, n)
}

// reach is how far records may change between two harvests, in percent.
type reach struct{ gone, up, down int }

// tenfold is short of a slip of unit, by which a number is ten times or a tenth of what
// it was: no gap excuses one.
const tenfold, tenth = 899, 89

// reaching gives the bounds on change after so many editions: each of them might have
// changed as much as one may. No number of them lets all records go.
func reaching(b record.Bounds, editions int) reach {
	r := reach{gone: b.Gone, up: b.Moved, down: b.Moved}
	if editions < 2 {
		return r
	}
	left := func(percent int) int { return 100 - grown(-min(percent, 100), editions) }
	r.gone = max(b.Gone, min(99, left(b.Gone)))
	r.up = max(b.Moved, min(tenfold, grown(b.Moved, editions)-100))
	r.down = max(b.Moved, min(tenth, left(b.Moved)))
	return r
}

// grown is a hundred that changed by so many percent, so many times; rounded up.
func grown(percent, times int) int {
	value, one := big.NewRat(100, 1), big.NewRat(int64(100+percent), 100)
	for range times {
		value.Mul(value, one)
	}
	whole, rest := new(big.Int).QuoRem(value.Num(), value.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		whole.Add(whole, big.NewInt(1))
	}
	return int(min(whole.Int64(), 100_000))
}
