package dataset

import (
	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// SourceState is where a source stands on a day: whether what was read in it can
// still be taken for what it says. It is computed, never typed.
type SourceState string

// The closed list of states of a source.
const (
	SourceFresh   SourceState = "fresh"   // heard of within its cadence and its days of grace
	SourceLate    SourceState = "late"    // it should have been renewed, or read again, since
	SourceSilent  SourceState = "silent"  // nothing was heard of it for long: see silence
	SourceGone    SourceState = "gone"    // its address does not answer any more
	SourceRefused SourceState = "refused" // it does not let programs in: robots.txt, a wall
	SourceOnce    SourceState = "once"    // a document that is not renewed: as published
	SourceNever   SourceState = "never"   // nothing was ever read in it
)

// SourceStates is the closed list, from what needs no care to what needs most.
func SourceStates() []SourceState {
	return []SourceState{SourceFresh, SourceOnce, SourceLate, SourceSilent, SourceGone, SourceRefused, SourceNever}
}

// Freshness is where a source stands on a day, and the days that say so. A day
// that makes no sense, or is not known, is no day.
type Freshness struct {
	State SourceState
	Since cal.Day // day since which it stands so; none while it is fresh, or from the start
	Heard cal.Day // what the cadence counts from: the edition held, or else the last reading
	Next  cal.Day // day on which the source is to be renewed, by its cadence
	Due   cal.Day // last day on which it counts as fresh
	// day from which it is late, once it is: Next, though Due leaves it time, or that of a later edition known
	Asked cal.Day
	Days  int // days since Asked, whatever the state; none while it is not late

	ByEdition bool    // Heard is the date of an edition, so that Next is that of the one to come
	Newer     *Source // an edition later than the one held, which a third party alone read; nil when none is known
	Older     int     // days by which the edition held is older than Newer; none when none is held

	once bool // it is not to be renewed
}

// Wanting says that somebody should look at the source: it should have been
// renewed or read again, and was not, or a later edition is known to be out. One
// that is refused is wanting once what is held of it is late, for it can be saved by
// hand; a document that comes out once never is.
func (f Freshness) Wanting() bool {
	if f.Newer != nil {
		return true
	}
	switch f.State {
	case SourceLate, SourceSilent:
		return true
	case SourceGone:
		return !f.once
	case SourceRefused:
		return f.Days > 0
	}
	return false
}

// Silence has no date in the world: these two spans are our convention, published on
// the page of the method. A source that keeps a rhythm is silent once it missed
// two editions, and at least quiet days have passed; one without a rhythm once it
// was not read for unread months.
const (
	quiet  = 90
	unread = 12
)

// FreshnessOn is where the source stands on a day, as far as is known now.
func (s *Source) FreshnessOn(day cal.Day) Freshness {
	f := Freshness{State: SourceFresh, Heard: s.heard(), ByEdition: s.holdsEdition(), once: s.Cadence == record.Once}
	silent := f.timed(s.Cadence, s.Grace)
	f.overtaken(s, day)
	if f.reckon(day); !f.Asked.IsZero() {
		f.Days = f.Asked.DaysUntil(day)
	}
	switch gone, refused := s.gone(), s.refused(); {
	case !gone.IsZero() && !day.Before(gone):
		f.State, f.Since = SourceGone, gone
	case !refused.IsZero() && !day.Before(refused):
		f.State, f.Since = SourceRefused, refused
	case f.Heard.IsZero():
		f.State = SourceNever
	case f.once:
		f.State = SourceOnce
	case !day.Before(silent):
		f.State, f.Since = SourceSilent, silent
	case !f.Asked.IsZero():
		f.State, f.Since = SourceLate, f.since(day)
	}
	return f
}

// since is the first day on which a late source counts as late.
func (f Freshness) since(day cal.Day) cal.Day {
	var since cal.Day
	if !f.Due.IsZero() && day.After(f.Due) {
		since = f.Due.AddDays(1)
	}
	if f.Newer != nil {
		since = earliest(since, f.Newer.Published.Last())
	}
	return since
}

// reckon finds the day from which a source is late: that on which it was to be
// renewed, by our convention the last on which it counts as fresh where it keeps no
// rhythm, or that of a later edition that is known to be out.
func (f *Freshness) reckon(day cal.Day) {
	if !f.Due.IsZero() && day.After(f.Due) {
		f.Asked = f.Due
		if !f.Next.IsZero() {
			f.Asked = f.Next
		}
	}
	if f.Newer != nil && !f.Heard.IsZero() {
		f.Asked = earliest(f.Asked, f.Newer.Published.Last())
	}
}

// overtaken finds the last edition that only a third party read by a day, when it is
// later than what is held.
func (f *Freshness) overtaken(s *Source, day cal.Day) {
	for _, e := range s.Editions {
		if e.secondHand() && !e.Published.First().After(day) && e.Published.Last().After(f.Heard) {
			f.Newer = e
		}
	}
	if f.Newer != nil && f.ByEdition {
		f.Older = f.Heard.DaysUntil(f.Newer.Published.Last())
	}
}

// secondHand says that the source is what a third party says of a document that we
// did not read.
func (s *Source) secondHand() bool { return s.Rated.Unread }

// timed reckons what the cadence asks for, and the first day of silence.
func (f *Freshness) timed(cadence record.Cadence, grace int) (silent cal.Day) {
	if f.Heard.IsZero() || cadence == record.Once {
		return cal.Day{}
	}
	next, rhythm := cadence.Next(f.Heard)
	if !rhythm {
		f.Due = f.Heard.AddMonths(unread)
		return f.Due.AddDays(1)
	}
	f.Next, f.Due = next, next.AddDays(grace)
	second, _ := cadence.Next(next)
	silent = second.AddDays(grace + 1)
	if least := f.Heard.AddDays(quiet + 1); silent.Before(least) {
		silent = least
	}
	return silent
}

// heard is the last day for which the source was heard of: the edition of the
// documents that we read, or else the last day on which somebody read it.
func (s *Source) heard() cal.Day {
	if held := s.held(); !held.IsZero() {
		return held.Last()
	}
	return s.LastReading()
}

// held is the last edition of the source that a program, or one of us, read.
func (s *Source) held() cal.Date {
	var held cal.Date
	if s.Collected != nil {
		held = s.Collected.State.Edition
	}
	for _, e := range s.Editions {
		if !e.secondHand() {
			held = laterDate(held, *e.Published)
		}
	}
	return held
}

// holdsEdition says that we know which edition of the source we hold.
func (s *Source) holdsEdition() bool { return !s.held().IsZero() }

// LastReading is the last day on which the source was read, by a person or by a
// program; none when it never was.
func (s *Source) LastReading() cal.Day {
	day := LastRead(s.Claims)
	if s.Collected != nil && s.Collected.State.Read().After(day) {
		return s.Collected.State.Read()
	}
	return day
}

// gone is the day since which the address does not answer, none while it does.
func (s *Source) gone() cal.Day {
	if s.DeadSince != nil {
		return *s.DeadSince
	}
	return s.failing(collected.CodeGone)
}

func (s *Source) refused() cal.Day { return s.failing(collected.CodeRobots, collected.CodeWalled) }

// failing is the day since which visits fail for one of some reasons.
func (s *Source) failing(codes ...string) cal.Day {
	if s.Collected == nil || s.Collected.State.Standing != collected.Stale {
		return cal.Day{}
	}
	for _, c := range codes {
		if s.Collected.State.Code == c {
			return s.Collected.State.Since
		}
	}
	return cal.Day{}
}

func (ds *Dataset) judgeSources() {
	for _, s := range ds.Sources {
		s.Freshness = s.FreshnessOn(ds.AsOf)
	}
}
