package site

import (
	"slices"
	"sync"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
)

// A copy of a page may be opened long after it was made. Each page whose words or
// numbers time alone changes therefore says until which day they hold, and which
// record changes then: in a sentence that stays true for ever, and in a notice
// that until.js shows once that day is past.
//
// The trace of the page makes the day: the records that it judges by the day of
// reference (a standing, an outcome, a freshness), each of which knows when time changes
// it, and those that the figures on it are counted from. Counts of days
// do not enter, but on their own proof: the page says from which day they count.

// Holding says until when the statements of a page hold.
type Holding struct {
	Until, UntilISO string
	OneDay          bool  // they hold on the day of reference alone
	Cause           *Link // the record that changes on the next day
	French          bool  // its name is in French whatever the page
	Days            bool  // the page counts days from the day of reference
}

// horizon is the last day on which something holds, and what ends it; no day when
// time alone changes nothing.
type horizon struct {
	until cal.Day
	cause *record.Ref
}

// and keeps the nearer of two horizons.
func (h horizon) and(other horizon) horizon {
	if h.until.IsZero() || !other.until.IsZero() && other.until.Before(h.until) {
		return other
	}
	return h
}

// turned holds what time alone will change, found once.
type turned struct {
	once    sync.Once
	list    []dataset.Turn
	first   map[trace.Thing]int // the nearest turn in the list of a record, or of any of a kind
	figures sync.Map            // by identifier: the cal.Day until which it holds
}

func (s *Site) turns() []dataset.Turn {
	s.turned.once.Do(func() {
		s.turned.list = s.Data.Turns()
		s.turned.first = map[trace.Thing]int{}
		for i, t := range slices.Backward(s.turned.list) {
			one := thing(t.Ref)
			s.turned.first[one], s.turned.first[trace.Thing{Of: one.Of, ID: trace.All}] = i, i
		}
	})
	return s.turned.list
}

// nextTurn is the nearest turn of what a page judges; false when there is none.
func (s *Site) nextTurn(made *trace.Log) (dataset.Turn, bool) {
	list := s.turns()
	next := len(list)
	for judged := range made.Judged() {
		if i, turns := s.turned.first[judged]; turns {
			next = min(next, i)
		}
	}
	if next == len(list) {
		return dataset.Turn{}, false
	}
	return list[next], true
}

// IndicatorHolds is the last day on which the figures of an indicator hold; none
// when time alone does not change them.
func (s *Site) IndicatorHolds(id string) cal.Day {
	log := s.book().Log()
	log.Take(s.computing(id))
	return s.holds(log).until
}

// figureHolds is the last day on which a figure holds; none when time alone does not change it.
func (s *Site) figureHolds(f figure.Figure) cal.Day {
	if _, stands := s.Figures[f.ID]; !stands {
		return cal.Day{} // as an edition holds it, or no figure at all
	}
	if f.Daily {
		return s.Data.AsOf
	}
	if known, ok := s.turned.figures.Load(f.ID); ok {
		return known.(cal.Day)
	}
	log := s.book().Log()
	view{site: s, notes: &noting{log: log}}.rests(f)
	until := s.holds(log).until
	s.turned.figures.Store(f.ID, until)
	return until
}

// holds is the horizon of what was noted: the next turn of a record that is judged, or
// the day beyond which something else holds no longer.
func (s *Site) holds(made *trace.Log) horizon {
	var h horizon
	if t, ok := s.nextTurn(made); ok {
		h = horizon{t.On.AddDays(-1), &t.Ref}
	}
	return h.and(horizon{until: made.Last()})
}

// holdsPage is the horizon of a page. That of the home page may be the day on which a qualification enters
// the list of those that end soon, or leaves it: then it is named.
func (s *Site) holdsPage(p Page) horizon {
	h := s.holds(p.made)
	if p.Key != homeKey || h.cause != nil {
		return h
	}
	if soon := s.nextSoon(); h.until == soon.until {
		return soon
	}
	return h
}

// nextSoon is the last day before another qualification enters the list of those
// that end soon, on the home page, or leaves it.
func (s *Site) nextSoon() horizon {
	var h horizon
	for _, q := range s.Data.Qualifications {
		cause := &record.Ref{Kind: record.Qualifications, ID: q.ID}
		if q.Period != nil && q.Counts() && q.DaysLeft > soonDays {
			h = h.and(horizon{q.Period.Until.AddDays(-soonDays - 1), cause})
		}
		if unconfirmed(q) && endsSoon(q) {
			h = h.and(horizon{q.Period.Until.AddDays(soonDays), cause})
		}
	}
	return h
}

// holding is the horizon of a page in words; nil when it has none.
func (v view) holding(h horizon) *Holding {
	if h.until.IsZero() {
		return nil
	}
	out := &Holding{Until: v.day(h.until), UntilISO: h.until.String(), OneDay: h.until == v.site.Data.AsOf,
		Days: v.notes.log.IsDaily()}
	if h.cause != nil {
		l := v.link(v.pageOwner(*h.cause), v.site.NameOf(*h.cause))
		out.Cause, out.French = &l, h.cause.Kind == record.Sources
	}
	return out
}
