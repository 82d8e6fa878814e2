package dataset

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Turn is a day on which time alone changes what is computed of a record: a
// qualification lapses, a deadline passes, a source becomes late. What a new
// reading will change, nobody knows before.
type Turn struct {
	Ref record.Ref
	On  cal.Day // the first day on which it is otherwise than on the day of reference
}

// Turns lists the next turn of each record that has one, the nearest first.
// Counts of days (days left, days late) change every day; they are dated where
// they stand, and are no turn.
func (ds *Dataset) Turns() []Turn {
	var out []Turn
	add := func(kind record.Kind, h record.Head, on cal.Day) {
		if h.IsWithdrawn(ds.AsOf) {
			return
		}
		if h.Withdrawn != nil { // on a day to come
			on = earliest(on, h.Withdrawn.On)
		}
		if !on.IsZero() {
			out = append(out, Turn{record.Ref{Kind: kind, ID: h.ID}, on})
		}
	}
	for _, s := range ds.Sources {
		add(record.Sources, s.Head, s.turns(ds.AsOf))
	}
	for _, q := range ds.Qualifications {
		add(record.Qualifications, q.Head, q.turns(ds.AsOf))
	}
	for _, c := range ds.Commitments {
		add(record.Commitments, c.Head, ds.outcomeTurns(c))
	}
	for _, m := range ds.Migrations {
		add(record.Migrations, m.Head, m.turns(ds.AsOf))
	}
	for _, s := range ds.Series {
		add(record.SeriesKind, s.Head, s.turns(ds.AsOf))
	}
	for _, d := range ds.Doctrines {
		on := after(ds.AsOf, d.InForce.First())
		if last := d.InForce.Last(); !last.IsZero() {
			on = earliest(on, after(ds.AsOf, last.AddDays(1)))
		}
		add(record.Doctrines, d.Head, on)
	}
	for _, r := range ds.Requests {
		add(record.Requests, r.Head, r.turns(ds.AsOf))
	}
	slices.SortFunc(out, func(a, b Turn) int {
		return cmp.Or(a.On.Compare(b.On), strings.Compare(a.Ref.String(), b.Ref.String()))
	})
	return out
}

func (s *Source) turns(asOf cal.Day) cal.Day {
	now := s.FreshnessOn(asOf)
	probe := now
	days := []cal.Day{now.Due.AddDays(1), probe.timed(s.Cadence, s.Grace)}
	if s.DeadSince != nil {
		days = append(days, *s.DeadSince)
	}
	for _, e := range s.Editions {
		days = append(days, e.Published.First())
	}
	return firstOther(asOf, days, func(day cal.Day) bool {
		then := s.FreshnessOn(day)
		return then.State != now.State || then.Newer != now.Newer
	})
}

func (q *Qualification) turns(asOf cal.Day) cal.Day {
	var days []cal.Day
	if q.Period != nil {
		days = append(days, q.Period.From, q.Period.Until, q.Period.Until.AddDays(1))
	}
	for _, e := range []*record.Ending{q.Ended, q.Suspended} {
		if e != nil {
			days = append(days, e.On)
		}
	}
	if q.ReplacedBy != nil {
		days = append(days, q.ReplacedBy.start())
	}
	for _, l := range q.listings() {
		days = append(days, l.Edition.First())
	}
	now, term := q.standing(asOf), q.Term
	return firstOther(asOf, days, func(day cal.Day) bool {
		then, _ := q.termOn(day)
		return q.standing(day) != now || then != term
	})
}

// outcomeTurns is the next day on which a commitment is judged otherwise.
func (ds *Dataset) outcomeTurns(c *Commitment) cal.Day {
	var days []cal.Day
	if c.Deadline != nil {
		days = append(days, c.Deadline.Last().AddDays(1))
	}
	for _, e := range c.Evidence {
		days = append(days, e.On.First())
	}
	if c.Series != nil {
		for _, p := range c.Series.Points {
			days = append(days, p.Figure.Period.Begins())
		}
	}
	return firstOther(ds.AsOf, days, func(day cal.Day) bool {
		then := *ds
		then.AsOf = day
		probe := Commitment{Commitment: c.Commitment, Promised: c.Promised, Series: c.Series}
		return then.outcome(&probe) != c.Outcome
	})
}

// turns is the day of the next status that is announced for a day to come.
func (m *Migration) turns(asOf cal.Day) cal.Day {
	var next cal.Day
	for _, s := range m.Statuses {
		if s.On != nil {
			next = earliest(next, after(asOf, s.On.First()))
		}
	}
	return next
}

// turns is the day on which the next known point is the latest one.
func (s *Series) turns(asOf cal.Day) cal.Day {
	var next cal.Day
	for _, p := range s.Points {
		if p.Figure.Known() && !p.Figure.Period.IsZero() {
			next = earliest(next, after(asOf, p.Figure.Period.Begins()))
		}
	}
	return next
}

// firstOther is the first of some days, after the day of reference, on which
// something is otherwise; none when it never is.
func firstOther(asOf cal.Day, days []cal.Day, otherwise func(cal.Day) bool) cal.Day {
	slices.SortFunc(days, cal.Day.Compare)
	for _, day := range days {
		if day.After(asOf) && otherwise(day) {
			return day
		}
	}
	return cal.Day{}
}

// after is a day that lies after another one; none when it does not.
func after(asOf, day cal.Day) cal.Day {
	if day.After(asOf) {
		return day
	}
	return cal.Day{}
}

// earliest is the first of two days, either of which may be none.
func earliest(a, b cal.Day) cal.Day {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
