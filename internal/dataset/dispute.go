package dataset

import (
	"slices"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Dispute is one thing that sources disagree about: declared and explained in a
// contradiction, found by comparing the claims of an observation, or both.
type Dispute struct {
	ID       string         // that of the contradiction; that of the figure where none was declared
	Declared *Contradiction // nil when it was only found
	Points   []Disputed     // the observations on which its claims disagree
	Claims   []*Claim       // in the order in which they were made
	Since    cal.Date       // when the second of two claims that disagree was made; none when one claim stands alone
	Dating   Dating         // what Since is the date of

	Withdrawn bool // its record was taken back
}

// Disputed is an observation on which claims disagree, with its series.
type Disputed struct {
	Series *Series
	Point  Point
}

// Settled says that a declared rule chooses between the claims.
func (d Disputed) Settled() bool { return d.Point.Figure.State == figure.Settled }

// Dating says what the date of a claim is the date of.
type Dating string

// From the nearest to the statement to the farthest.
const (
	ByStatement   Dating = "stated"    // the date that the statement bears
	ByPublication Dating = "published" // the date of its source
	ByReading     Dating = "read"      // the day on which we read it: no date is visible
)

// Datings is the closed list.
func Datings() []Dating { return []Dating{ByStatement, ByPublication, ByReading} }

// Dated is when the claim was made public, as far as is known.
func (c *Claim) Dated() (cal.Date, Dating) {
	switch {
	case c.Stated != nil:
		return *c.Stated, ByStatement
	case c.Source != nil && c.Source.Published != nil:
		return *c.Source.Published, ByPublication
	}
	return cal.On(c.Read), ByReading
}

// SeriesOf is the series that a claim is an observation of, which says who is
// counted and on what basis; nil for a claim outside series, of which that is not
// known.
func (ds *Dataset) SeriesOf(c *Claim) *Series {
	if c.Owner.Kind != record.SeriesKind {
		return nil
	}
	return ds.SeriesByID(c.Owner.ID)
}

// judgeDisputes gathers the declared contradictions, those that were taken back
// too, then what was only found.
func (ds *Dataset) judgeDisputes() {
	covered := map[string]bool{} // figures
	for _, c := range ds.Every.Contradictions {
		d := &Dispute{ID: c.ID, Declared: c}
		if d.Withdrawn = c.IsWithdrawn(ds.AsOf); d.Withdrawn {
			ds.Disputes = append(ds.Disputes, d.inOrder(c.Claims))
			continue
		}
		ds.eachDisputed(func(p Disputed) {
			if shared(p.Point.Claims, c.Claims) > 1 {
				covered[p.Point.Figure.ID] = true
				d.Points = append(d.Points, p)
			}
		})
		ds.Disputes = append(ds.Disputes, d.inOrder(c.Claims))
	}
	ds.eachDisputed(func(p Disputed) {
		if !covered[p.Point.Figure.ID] {
			d := &Dispute{ID: p.Point.Figure.ID, Points: []Disputed{p}}
			ds.Disputes = append(ds.Disputes, d.inOrder(p.Point.Claims))
		}
	})
}

// eachDisputed goes through the observations on which claims disagree.
func (ds *Dataset) eachDisputed(do func(Disputed)) {
	for _, s := range ds.Series {
		for _, p := range s.Points {
			if p.Figure.State == figure.Disputed || p.Figure.State == figure.Settled {
				do(Disputed{s, p})
			}
		}
	}
}

// shared counts the claims that stand in both lists.
func shared(a, b []*Claim) int {
	n := 0
	for _, c := range a {
		if slices.Contains(b, c) {
			n++
		}
	}
	return n
}

// inOrder puts the claims in the order in which they were made, and finds since when
// two of them disagree.
func (d *Dispute) inOrder(claims []*Claim) *Dispute {
	d.Claims = slices.Clone(claims)
	slices.SortStableFunc(d.Claims, func(a, b *Claim) int {
		on, _ := a.Dated()
		other, _ := b.Dated()
		return on.Last().Compare(other.Last()) // a claim of "2025" may be of its last day
	})
	byValue := d.Declared == nil || !slices.Contains([]string{"date", "status"}, d.Declared.Nature)
	for i, c := range d.Claims {
		if slices.ContainsFunc(d.Claims[:i], func(before *Claim) bool { return !byValue || differ(before, c) }) {
			d.Since, d.Dating = c.Dated()
			break
		}
	}
	return d
}

// differ says that two claims of one dispute do not say the same: numbers of one
// unit by their ends, all else because it is declared to differ.
func differ(a, b *Claim) bool {
	if a.Value == nil || b.Value == nil || a.Unit.ID != b.Unit.ID {
		return true
	}
	return !sameEnds(a, b, defaultTolerance)
}

// Settled says that declared rules choose between the claims: that of the
// contradiction, or those of each of its points.
func (d *Dispute) Settled() bool {
	if d.Declared != nil && d.Declared.Resolution != nil {
		return true
	}
	return len(d.Points) > 0 && !slices.ContainsFunc(d.Points, func(p Disputed) bool { return !p.Settled() })
}

// DisputeState is how a disagreement stands.
type DisputeState string

// The closed list of states of disagreements.
const (
	DisputeOpen     DisputeState = "open"     // nothing settles it: every value stays
	DisputeSettled  DisputeState = "settled"  // a declared rule chooses, and says why
	DisputeApparent DisputeState = "apparent" // all can hold, once read closely
)

// DisputeStates is the closed list.
func DisputeStates() []DisputeState {
	return []DisputeState{DisputeOpen, DisputeSettled, DisputeApparent}
}

// State is how the disagreement stands.
func (d *Dispute) State() DisputeState {
	switch {
	case d.Declared != nil && d.Declared.Apparent:
		return DisputeApparent
	case d.Settled():
		return DisputeSettled
	}
	return DisputeOpen
}

// Publishes says that a declared rule publishes a claim rather than the others.
func (d *Dispute) Publishes(c *Claim) bool {
	if d.Declared != nil && d.Declared.Resolution != nil && d.Declared.Resolution.Claim == c.ID {
		return true
	}
	return slices.ContainsFunc(d.Points, func(p Disputed) bool { return p.Settled() && p.Point.Resolution.Claim == c.ID })
}

// DisputeOf gives the dispute that a contradiction declares.
func (ds *Dataset) DisputeOf(c *Contradiction) *Dispute {
	for _, d := range ds.Disputes {
		if d.Declared == c {
			return d
		}
	}
	return &Dispute{ID: c.ID, Declared: c}
}

// DisputesOf gives the disputes in which a figure stands: those whose claims it
// rests on.
func (ds *Dataset) DisputesOf(f figure.Figure) []*Dispute {
	var out []*Dispute
	for _, d := range ds.Disputes {
		if !d.Withdrawn &&
			slices.ContainsFunc(d.Claims, func(c *Claim) bool { return slices.Contains(f.Rests.Claims, c.ID) }) {
			out = append(out, d)
		}
	}
	return out
}
