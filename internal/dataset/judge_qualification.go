package dataset

import (
	"slices"

	"vigie/internal/cal"
	"vigie/internal/record"
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
	StandingExpired    Standing = "expired" // its term has passed; a renewal may not have been read yet
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
	DaysLeft   int      // days from the day of reference to the last day; no meaning without a period
	LastRead   cal.Date // edition of the list in which it was last seen
}

// Counts says that the qualification is held on the day of reference.
func (q *Qualification) Counts() bool {
	return q.Standing == StandingValid || q.Standing == StandingUndated
}

// HeldOn says that the qualification was in force on a day, as far as is known.
func (q *Qualification) HeldOn(day cal.Day) bool {
	if q.Period == nil || day.Before(q.Period.From) || day.After(q.Period.Until) {
		return false
	}
	if q.Ended != nil && !day.Before(q.Ended.On) {
		return false
	}
	return q.ReplacedBy == nil || q.ReplacedBy.Period == nil || day.Before(q.ReplacedBy.Period.From)
}

func (ds *Dataset) judgeQualifications() {
	for _, q := range ds.Qualifications {
		for _, l := range q.Listings {
			if l.Listed != "no" && l.Edition.Compare(q.LastRead) > 0 {
				q.LastRead = l.Edition
			}
		}
		if q.Period != nil {
			q.DaysLeft = ds.AsOf.DaysUntil(q.Period.Until)
		}
		q.Standing = q.standing(ds.AsOf)
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

func (q *Qualification) standing(asOf cal.Day) Standing {
	begun := func(e *record.Ending) bool { return e != nil && !asOf.Before(e.On) }
	switch {
	case q.Stage == record.InProgress:
		return StandingInProgress
	case begun(q.Ended):
		return StandingWithdrawn
	case begun(q.Suspended):
		return StandingSuspended
	case q.ReplacedBy != nil && !asOf.Before(q.ReplacedBy.start()):
		return StandingReplaced
	case q.Period == nil:
		return StandingUndated
	case asOf.Before(q.Period.From):
		return StandingUpcoming
	case asOf.After(q.Period.Until):
		return StandingExpired
	case q.delisted(asOf):
		return StandingDelisted
	}
	return StandingValid
}

// delisted says that the last edition read before the day does not list it any more.
func (q *Qualification) delisted(asOf cal.Day) bool {
	last, seen := record.Listing{}, false
	for _, l := range q.Listings {
		if !l.Edition.First().After(asOf) && l.Edition.Compare(last.Edition) >= 0 {
			seen = seen || l.Listed == "yes"
			last = l
		}
	}
	return seen && last.Listed == "no"
}
