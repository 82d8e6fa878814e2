package dataset

import (
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Standing is where a qualification stands on the day of reference. It is
// computed, never typed.
type Standing string

// The closed list of standings.
const (
	StandingInProgress Standing = "in-progress"
	StandingUpcoming   Standing = "upcoming"        // granted, not begun yet
	StandingValid      Standing = "valid"           // within its period
	StandingUndated    Standing = "granted-undated" // granted, period unknown
	StandingReplaced   Standing = "replaced"
	StandingSuspended  Standing = "suspended"
	StandingWithdrawn  Standing = "withdrawn"
	StandingDelisted   Standing = "no-longer-listed"
	StandingExpired    Standing = "expired" // its term has passed: Term says by what that is known
)

// Standings is the closed list.
func Standings() []Standing {
	return []Standing{StandingValid, StandingUndated, StandingUpcoming, StandingInProgress, StandingReplaced,
		StandingSuspended, StandingDelisted, StandingWithdrawn, StandingExpired}
}

// Qualification is a qualification with its standing on the day of reference.
type Qualification struct {
	*record.Qualification
	Offer      *Offer
	Replaces   *Qualification
	ReplacedBy *Qualification
	Claims     []*Claim
	Standing   Standing
	Term       Term     // what is known of its end; empty when it has none, or something else ended it
	TermSeen   cal.Date // the edition that leaves it out, or still lists it, once its term has passed
	Read       Editions // the editions, read by the day of reference, that name it
	DaysLeft   int      // days from the day of reference to the last day; no meaning without a period
	Listed     *Listed  // what the collected copy of the list says of it; nil when it says nothing

	secondHand map[string]bool // the sources of its listings that are the reading of a third party
	leftOut    cal.Date        // the edition of the collected list when that does not name it; a person may have
}

// LastRead is the edition of the list in which it was last seen.
func (q *Qualification) LastRead() cal.Date { return q.Read.Last() }

// Left is the number of days to the last day of a qualification in force: zero on
// that very day; false when it is not in force, or its last day is not known.
func (q *Qualification) Left() (int, bool) {
	return q.DaysLeft, q.Period != nil && q.Standing == StandingValid
}

// Counts says that the qualification is held on the day of reference.
func (q *Qualification) Counts() bool {
	return q.Standing == StandingValid || q.Standing == StandingUndated
}

// HeldOn says that the qualification was in force on a day, as far as is known.
// One whose dates are not known is held from the edition of the list that first
// names it.
func (q *Qualification) HeldOn(day cal.Day) bool {
	switch q.standing(day) {
	case StandingValid:
		return true
	case StandingUndated:
		return q.listing(day).Listed == "yes"
	}
	return false
}

func (ds *Dataset) judgeQualifications() {
	for _, q := range ds.Qualifications {
		if q.Period != nil {
			q.DaysLeft = ds.AsOf.DaysUntil(q.Period.Until)
		}
		q.Standing = q.standing(ds.AsOf)
		q.judgeTerm(ds)
	}
	for _, o := range ds.Offers {
		slices.SortStableFunc(o.Qualifications, func(a, b *Qualification) int { return b.start().Compare(a.start()) })
	}
}

func (q *Qualification) start() cal.Day {
	if q.Period == nil {
		return cal.Day{}
	}
	return q.Period.From
}

// standing is where the qualification stands on a day. A request that is still in
// progress replaces nothing: what it would renew stands until its own term.
func (q *Qualification) standing(day cal.Day) Standing {
	begun := func(e *record.Ending) bool { return e != nil && !day.Before(e.On) }
	next := q.ReplacedBy
	switch {
	case next != nil && next.Stage == record.Granted && !day.Before(next.start()):
		return StandingReplaced
	case q.Stage == record.InProgress:
		return StandingInProgress
	case begun(q.Ended):
		return StandingWithdrawn
	case begun(q.Suspended):
		return StandingSuspended
	case q.Period == nil && q.delisted(day):
		return StandingDelisted
	case q.Period == nil:
		return StandingUndated
	case day.Before(q.Period.From):
		return StandingUpcoming
	case day.After(q.Period.Until):
		return StandingExpired
	case q.delisted(day):
		return StandingDelisted
	}
	return StandingValid
}

// listing is what the last edition of the list read by a day says.
func (q *Qualification) listing(day cal.Day) record.Listing {
	var last record.Listing
	for _, l := range q.listings() {
		if !l.Edition.First().After(day) && l.Edition.Compare(last.Edition) >= 0 {
			last = l
		}
	}
	return last
}

// delisted says that the last edition read by a day does not list it any more.
func (q *Qualification) delisted(day cal.Day) bool {
	last := q.listing(day)
	return last.Listed == "no" && slices.ContainsFunc(q.listings(), func(l record.Listing) bool {
		return l.Listed == "yes" && l.Edition.Compare(last.Edition) < 0
	})
}
