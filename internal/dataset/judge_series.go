package dataset

import (
	"cmp"
	"slices"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// defaultTolerance is the relative difference, in percent, below which two
// claims on one observation agree.
var defaultTolerance = quantity.MustValue("1").Low

// judgeSeries makes one figure of each observation.
func (ds *Dataset) judgeSeries() {
	declared := ds.declared()
	for _, s := range ds.Series {
		for i := range s.Series.Observations {
			s.Points = append(s.Points, ds.judgePoint(s, &s.Series.Observations[i], declared))
		}
		slices.SortStableFunc(s.Points, func(a, b Point) int { return a.Figure.Period.Compare(b.Figure.Period) })
	}
}

func (ds *Dataset) judgePoint(s *Series, o *record.Observation, declared pairs) Point {
	f := figure.Figure{Nature: figure.Stated, Label: s.Title, Unit: s.Unit, Note: textOr(o.Note, s.Note)}
	f.Perimeter, f.Basis = s.Counted(*o)
	if o.Period != nil {
		f.Period = *o.Period
	}
	f.ID = s.ID + "/" + figure.Slug(f.Period)
	claims := ds.dated(o.Claims, o.Period)
	for _, c := range claims {
		c.Unit, c.Perimeter, c.Basis = s.Unit, f.Perimeter, f.Basis
	}
	slices.SortStableFunc(claims, func(a, b *Claim) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(looseness(a), looseness(b)))
	})
	if r := o.Resolution; r != nil {
		slices.SortStableFunc(claims, func(a, b *Claim) int { return second(a.ID == r.Claim) - second(b.ID == r.Claim) })
	}
	for _, c := range claims {
		f.Rests.Claims = append(f.Rests.Claims, c.ID)
	}
	f.State, f.Value = weigh(claims, s.tolerance(), declared)
	switch {
	case f.State == figure.Unknown:
		f.Reason = o.Unknown
		if f.Reason == "" {
			f.Reason = record.NotCollected
		}
	case f.State == figure.Disputed && o.Resolution != nil:
		f.State, f.Value = figure.Settled, *claims[0].Value
	}
	return Point{Observation: o, Figure: f, Claims: claims, SpokenOf: ds.ClaimsOf(o.SpokenOf)}
}

// looseness orders claims as near to the fact as each other: an exact number
// before a range, a range before a bound or an approximation, a value before none.
func looseness(c *Claim) int {
	switch {
	case c.Value == nil:
		return 3
	case c.Value.Sense != quantity.Exact:
		return 2
	case c.Value.IsRange():
		return 1
	}
	return 0
}

func second(first bool) int {
	if first {
		return 0
	}
	return 1
}

func (s *Series) tolerance() quantity.Decimal {
	if s.Tolerance != nil {
		return s.Tolerance.Low
	}
	return defaultTolerance
}

// weigh compares the values of claims: the value of the first when all agree,
// the range from the lowest to the highest when they do not.
func weigh(claims []*Claim, tolerance quantity.Decimal, declared pairs) (figure.State, quantity.Value) {
	var valued []*Claim
	for _, c := range claims {
		if c.Value != nil {
			valued = append(valued, c)
		}
	}
	if len(valued) == 0 {
		return figure.Unknown, quantity.Value{}
	}
	state, low, high := figure.Sure, valued[0].Value.Low, valued[0].Value.High
	for i, c := range valued {
		low, high = low.Min(c.Value.Low), high.Max(c.Value.High)
		for _, d := range valued[:i] {
			if !c.Value.Agrees(*d.Value, tolerance) || declared[pair(c, d)] && !sameEnds(c, d, tolerance) {
				state = figure.Disputed
			}
		}
	}
	if state == figure.Sure {
		return state, *valued[0].Value
	}
	return state, quantity.Span(low, high)
}

// pairs are claims that a declared contradiction sets against each other. They
// are held to disagree even where the range of one holds the number of the other.
type pairs map[[2]string]bool

func pair(a, b *Claim) [2]string { return [2]string{min(a.ID, b.ID), max(a.ID, b.ID)} }

func (ds *Dataset) declared() pairs {
	out := pairs{}
	for _, c := range ds.Contradictions {
		if c.Apparent || c.IsWithdrawn(ds.AsOf) {
			continue
		}
		for i, a := range c.Claims {
			for _, b := range c.Claims[:i] {
				out[pair(a, b)] = true
			}
		}
	}
	return out
}

// sameEnds says that two values start and end at the same numbers, or nearly.
func sameEnds(a, b *Claim, tolerance quantity.Decimal) bool {
	return quantity.Of(a.Value.Low).Agrees(quantity.Of(b.Value.Low), tolerance) &&
		quantity.Of(a.Value.High).Agrees(quantity.Of(b.Value.High), tolerance)
}

// Latest is the last known point that does not lie after the day; false when there is none.
func (s *Series) Latest(day cal.Day) (Point, bool) {
	for _, p := range slices.Backward(s.Points) {
		if p.Figure.Known() && !p.Figure.Period.IsZero() && !p.Figure.Period.Begins().After(day) {
			return p, true
		}
	}
	return Point{}, false
}

// Point gives the point of a period in its written form.
func (s *Series) Point(period string) (Point, bool) {
	for _, p := range s.Points {
		if p.Figure.Period.String() == period {
			return p, true
		}
	}
	return Point{}, false
}

// Known counts the points that have a value.
func (s *Series) Known() int {
	n := 0
	for _, p := range s.Points {
		if p.Figure.Known() {
			n++
		}
	}
	return n
}
