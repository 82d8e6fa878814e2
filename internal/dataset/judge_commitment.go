package dataset

import (
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Outcome is what became of a commitment on the day of reference. It is
// computed from observations, evidence and deadline, never typed.
type Outcome string

// The closed list of outcomes.
const (
	Kept         Outcome = "kept"
	KeptLate     Outcome = "kept-late" // done, after the deadline
	Missed       Outcome = "missed"
	Running      Outcome = "under-way"
	Unverifiable Outcome = "unverifiable"
)

// Outcomes is the closed list.
func Outcomes() []Outcome { return []Outcome{Kept, KeptLate, Missed, Running, Unverifiable} }

// Commitment is a promise with what became of it.
type Commitment struct {
	*record.Commitment
	By       *Organisation
	Claims   []*Claim
	Promised figure.Figure    // the number promised; unknown when none was
	Measured *Point           // the observation that judges it, when a series does
	Series   *Series          // that measures it
	Judged   *record.Evidence // the evidence that judges it, when one does
	Proof    []*Claim         // claims behind the evidence
	Outcome  Outcome
	// days from the deadline to the day on which it was done; without identifier when nothing shows it done late
	Lateness figure.Figure
	Why      lang.Text // why it cannot be verified, or what was seen
}

func (ds *Dataset) judgeCommitments() {
	for _, c := range ds.Commitments { // withdrawn ones too: their pages stay as they were
		c.Promised = figure.Figure{State: figure.Unknown, Reason: record.NotApplicable}
		if c.Target != nil {
			if cl := ds.Claim(c.Target.Claim); cl != nil {
				c.Promised = cl.Figure()
			}
			if s := ds.SeriesByID(c.Target.Series); s != nil && !s.IsWithdrawn(ds.AsOf) {
				c.Series = s
			}
		}
		c.Outcome = ds.outcome(c)
		c.Lateness = c.lateness()
	}
}

// over says that the deadline has passed on the day of reference.
func (c *Commitment) over(asOf cal.Day) bool {
	return c.Deadline != nil && asOf.After(c.Deadline.Last())
}

// outcome judges a commitment by its series, or else by the last evidence read,
// or else by nothing: then only time shows whether it is still under way.
func (ds *Dataset) outcome(c *Commitment) Outcome {
	if c.Series != nil && c.Promised.Known() {
		if out, ok := ds.measure(c); ok {
			return out
		}
	}
	for i := range c.Evidence {
		e := &c.Evidence[i]
		if !e.On.First().After(ds.AsOf) && (c.Judged == nil || e.On.Compare(c.Judged.On) >= 0) {
			c.Judged = e
		}
	}
	switch {
	case c.Judged != nil:
		c.Proof = append(ds.of(c.Judged.Claims), ds.ClaimsOf(c.Judged.ClaimIDs)...)
		c.Why = c.Judged.Why
		return ds.seen(c)
	case c.over(ds.AsOf) || c.Deadline == nil:
		return Unverifiable
	}
	return Running
}

// seen judges a commitment by its evidence. Nothing is missed before its
// deadline; where there is none, only a plain "no" says that it was not kept.
func (ds *Dataset) seen(c *Commitment) Outcome {
	switch {
	case c.doneLate(*c.Judged):
		return KeptLate
	case c.Judged.Kept == "yes":
		return Kept
	case c.over(ds.AsOf), c.Deadline == nil && c.Judged.Kept == "no":
		return Missed
	}
	return Running
}

// measure judges a commitment by its series: the last point known at the
// deadline (or today, before it); when there is none, it cannot know. To stay
// under a bound is only kept once its time is over.
func (ds *Dataset) measure(c *Commitment) (Outcome, bool) {
	over, day := c.over(ds.AsOf), ds.AsOf
	if over {
		day = c.Deadline.Last()
	}
	p, ok := c.Series.Latest(day)
	if !ok {
		return "", false
	}
	c.Measured = &p
	met, sure := reaches(p.Figure.Value, c.Promised.Value, c.Target.Sense)
	switch {
	case met && sure && (over || c.Target.Sense != "stay-under"):
		return Kept, true
	case !over:
		return Running, true
	case sure:
		return Missed, true
	}
	return Unverifiable, true
}

// reaches compares a measured value to a promised one; sure is false when the
// measure is a range that straddles the target, or a bound that leaves it open.
func reaches(v, target quantity.Value, sense string) (met, sure bool) {
	if sense == "stay-under" {
		under := v.High.Cmp(target.High) <= 0 && !unbounded(v)
		above := v.Sense != quantity.AtMost &&
			(v.Low.Cmp(target.High) > 0 || v.Sense == quantity.Over && v.Low.Cmp(target.High) == 0)
		return under, under || above
	}
	reached := v.Low.Cmp(target.Low) >= 0 && v.Sense != quantity.AtMost
	below := v.High.Cmp(target.Low) < 0 && !unbounded(v)
	return reached, reached || below
}

// unbounded says that a value is only a lower bound.
func unbounded(v quantity.Value) bool {
	return v.Sense == quantity.Over || v.Sense == quantity.AtLeast
}
