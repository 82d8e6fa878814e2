package dataset

import (
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Term is what is known of the end of a qualification on a day, by the editions of
// the official list that were read. It is computed, never typed, and makes no sense
// for a qualification without a period, or that something else than time ended.
type Term string

// The closed list of terms.
const (
	TermAhead    Term = "ahead"            // its last day is to come
	TermToday    Term = "ends-today"       // this is its last day
	TermUnread   Term = "ended-unread"     // it has passed, and nothing later was read: a renewal may have been published
	TermListed   Term = "ended-listed"     // it has passed, though an edition later than it lists the decision
	TermUnlisted Term = "ended-not-listed" // it has passed, and the last edition read leaves the decision out
)

// Terms is the closed list.
func Terms() []Term { return []Term{TermAhead, TermToday, TermUnread, TermListed, TermUnlisted} }

// Unconfirmed says that the qualification ends, or has ended, by what was read
// alone: a renewal may have been published since.
func (t Term) Unconfirmed() bool { return t == TermToday || t == TermUnread }

// Editions are the editions of a list that something rests on.
type Editions struct {
	Own    cal.Date // the last one that we read ourselves
	Others cal.Date // the last one, when later, that a third party alone read
}

// Last is the later of the two.
func (e Editions) Last() cal.Date {
	if e.Others.IsZero() {
		return e.Own
	}
	return e.Others
}

// editionsOn are the editions, read by a day, that name the qualification.
func (q *Qualification) editionsOn(day cal.Day) Editions {
	var e Editions
	for _, l := range q.listings() {
		switch {
		case l.Listed == "no" || l.Edition.First().After(day):
		case q.secondHand[l.Source]:
			e.Others = laterDate(e.Others, l.Edition)
		default:
			e.Own = laterDate(e.Own, l.Edition)
		}
	}
	if e.Others.Compare(e.Own) <= 0 {
		e.Others = cal.Date{}
	}
	return e
}

// termOn is what is known of its end on a day, and the edition that leaves it out
// or still lists it where there is one.
func (q *Qualification) termOn(day cal.Day) (Term, cal.Date) {
	standing := q.standing(day)
	if q.Period == nil || standing != StandingValid && standing != StandingExpired {
		return "", cal.Date{}
	}
	last := q.listing(day)
	switch {
	case standing == StandingValid && day == q.Period.Until:
		return TermToday, cal.Date{}
	case standing == StandingValid:
		return TermAhead, cal.Date{}
	case last.Listed == "no" && q.Listed != nil && !q.Listed.GoneSince.IsZero():
		return TermUnlisted, q.Listed.Edition
	case last.Listed == "no":
		return TermUnlisted, last.Edition
	case last.Listed == "yes" && last.Edition.First().After(q.Period.Until):
		return TermListed, last.Edition
	case q.leftOut.First().After(q.Period.Until) && !q.leftOut.First().After(day):
		return TermUnlisted, q.leftOut
	}
	return TermUnread, cal.Date{}
}

// judgeTerm computes what is known of the end on the day of reference.
func (q *Qualification) judgeTerm(ds *Dataset) {
	q.secondHand = map[string]bool{}
	for _, l := range q.listings() {
		if s := Find[*Source](ds, record.Sources, l.Source); s != nil && s.secondHand() {
			q.secondHand[l.Source] = true
		}
	}
	q.Read = q.editionsOn(ds.AsOf)
	q.Term, q.TermSeen = q.termOn(ds.AsOf)
}

func laterDate(a, b cal.Date) cal.Date {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}
