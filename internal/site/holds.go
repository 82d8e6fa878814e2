package site

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// A copy of a page may be opened long after it was made. Each page whose words or
// numbers time alone changes therefore says until which day they hold, and which
// record changes then: in a sentence that stays true for ever, and in a notice
// that until.js shows once that day is past.
//
// Two things make the day: the words of the page (a standing, an outcome, a
// freshness), by the kinds of records that its template tells of; and its figures,
// each of which is marked in the page with its identifier. Counts of days
// do not enter, but on their own proof: the page says from which day they count.

// Holding says until when the statements of a page hold.
type Holding struct {
	Until, UntilISO string
	OneDay          bool  // they hold on the day of reference alone
	Cause           *Link // the record that changes on the next day
	French          bool  // its name is in French whatever the page
	Days            bool  // the page counts days from the day of reference
}

// turning are kinds of records whose turns change what is shown.
type turning struct {
	kinds []record.Kind
	month bool // what is shown looks ahead from the month under way
}

var everything = turning{kinds: []record.Kind{record.Qualifications, record.Commitments, record.Migrations, record.SeriesKind, record.Doctrines, record.Sources}}

// turningWords tells, by template, of which records the words of a page speak. A
// page below a section that tells of one record is in ownTurns.
var turningWords = map[string]turning{
	"home":           {kinds: []record.Kind{record.Qualifications, record.Commitments}},
	"tiers":          {kinds: []record.Kind{record.Doctrines}},
	"tier":           {kinds: []record.Kind{record.Doctrines, record.Qualifications, record.Migrations}},
	"topic":          {kinds: []record.Kind{record.Commitments, record.Migrations}},
	"providers":      {kinds: []record.Kind{record.Qualifications}},
	"offers":         {kinds: []record.Kind{record.Qualifications}},
	"qualifications": {kinds: []record.Kind{record.Qualifications}},
	"commitments":    {kinds: []record.Kind{record.Commitments}},
	"sources":        {kinds: []record.Kind{record.Sources}},
	"findings":       {kinds: []record.Kind{record.Qualifications, record.Migrations, record.Doctrines}},
	"doctrine":       {kinds: []record.Kind{record.Doctrines}},
	"silences":       {kinds: []record.Kind{record.Requests}},
	"choose":         {kinds: []record.Kind{record.Doctrines, record.Qualifications}},
}

// turningIndicators lists what changes the figures of each indicator that judges
// records; one that is not here may change with anything.
var turningIndicators = map[string]turning{
	"tier-adoption":              {kinds: []record.Kind{record.Migrations}},
	"tier-adoption-by-kind":      {kinds: []record.Kind{record.Migrations}},
	"migration-progress":         {kinds: []record.Kind{record.Migrations}},
	"bodies-with-migration":      {kinds: []record.Kind{record.Migrations}},
	"provider-control":           {kinds: []record.Kind{record.Migrations}},
	"qualified-offers":           {kinds: []record.Kind{record.Qualifications}},
	"qualification-calendar":     {kinds: []record.Kind{record.Qualifications}},
	"expiries-ahead":             {kinds: []record.Kind{record.Qualifications}, month: true},
	"qualifications-in-progress": {kinds: []record.Kind{record.Qualifications}},
	"commitments":                {kinds: []record.Kind{record.Commitments}},
	"findings":                   {kinds: []record.Kind{record.Qualifications, record.Migrations, record.Doctrines}},
	"source-freshness":           {kinds: []record.Kind{record.Sources}},
	"findings-by-lack":           {kinds: []record.Kind{record.Qualifications, record.Migrations, record.Doctrines}},
	"answers-by-measure":         {},
	"own-publications":           {},
	"silences-by-reason":         {},
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
	once sync.Once
	list []dataset.Turn
}

func (s *Site) turns() []dataset.Turn {
	s.turned.once.Do(func() { s.turned.list = s.Data.Turns() })
	return s.turned.list
}

// next is the horizon of the records that are wanted.
func (s *Site) next(wanted func(record.Ref) bool) horizon {
	t, ok := dataset.NextTurn(s.turns(), wanted)
	if !ok {
		return horizon{}
	}
	return horizon{t.On.AddDays(-1), &t.Ref}
}

func (s *Site) horizonOf(t turning) horizon {
	h := s.next(func(r record.Ref) bool { return slices.Contains(t.kinds, r.Kind) })
	if t.month {
		h = h.and(horizon{until: cal.NewDay(s.Data.AsOf.Year(), s.Data.AsOf.Month()+1, 0)})
	}
	return h
}

// IndicatorHolds is the last day on which the figures of an indicator hold; none
// when time alone does not change them.
func (s *Site) IndicatorHolds(id string) cal.Day { return s.indicatorHorizon(id).until }

func (s *Site) indicatorHorizon(id string) horizon {
	t, known := turningIndicators[id]
	switch d := s.Indicator(id).Declared; {
	case known:
	case d != nil && d.Compute == record.ByRows: // rows change with a visit alone
	case d != nil && d.Compute == record.ByCount:
		if turnsWithTime(d.Count) {
			t = turning{kinds: []record.Kind{d.Count.Records}}
		}
	case d != nil && slices.Contains(record.General(), d.Compute):
		t = turning{kinds: []record.Kind{record.SeriesKind}}
	default:
		t = everything
	}
	return s.horizonOf(t)
}

// turnsWithTime says that a count goes by what the day of reference changes.
func turnsWithTime(c *record.RecordCount) bool {
	keys := []string{c.Along, c.Split}
	for _, o := range c.Only {
		keys = append(keys, o.Key)
	}
	return slices.ContainsFunc(keys, func(k string) bool {
		return slices.Contains(record.ComputedKeys()[c.Records], k) && slices.Contains([]string{"freshness", "standing", "status", "live-since", "outcome"}, k)
	})
}

// shownFigure is the mark of a figure in a page.
var shownFigure = regexp.MustCompile(`data-figure="indicator/([a-z0-9-]+)/`)

// holds is the horizon of a page that its template has rendered.
func (s *Site) holds(p Page, main Prose) horizon {
	h := s.horizonOf(turningWords[p.Template]).and(s.ownTurns(p))
	seen := map[string]bool{}
	for _, m := range shownFigure.FindAllStringSubmatch(string(main), -1) {
		if id := m[1]; !seen[id] {
			seen[id] = true
			h = h.and(s.indicatorHorizon(id))
		}
	}
	return h
}

// ownTurns is the horizon of a page that tells of one record.
func (s *Site) ownTurns(p Page) horizon {
	_, id, _ := strings.Cut(p.Key, "/")
	of := map[record.Ref]bool{}
	qualifications := func(list []*dataset.Qualification) {
		for _, q := range list {
			of[record.Ref{Kind: record.Qualifications, ID: q.ID}] = true
		}
	}
	migrations := func(list []*dataset.Migration) {
		for _, m := range list {
			of[record.Ref{Kind: record.Migrations, ID: m.ID}] = true
		}
	}
	switch p.Template {
	case "source":
		of[record.Ref{Kind: record.Sources, ID: id}] = true
	case "offer":
		if o := dataset.Find[*dataset.Offer](s.Data, record.Offers, id); o != nil {
			qualifications(o.Qualifications)
			migrations(o.Migrations)
		}
	case "provider":
		if o := dataset.Find[*dataset.Provider](s.Data, record.Providers, id); o != nil {
			qualifications(o.Qualifications)
			migrations(o.Migrations)
		}
	case "organisation":
		if o := dataset.Find[*dataset.Organisation](s.Data, record.Organisations, id); o != nil {
			migrations(o.Migrations)
			for _, m := range o.Migrations { // what is said of a service rests on those of its hosts
				for _, p := range m.Providers {
					qualifications(p.Qualifications)
				}
				if m.Offer != nil {
					qualifications(m.Offer.Qualifications)
				}
			}
			for _, offer := range o.Offers {
				qualifications(offer.Qualifications)
			}
			for _, c := range o.Commitments {
				of[record.Ref{Kind: record.Commitments, ID: c.ID}] = true
			}
			for _, r := range o.Requests {
				of[record.Ref{Kind: record.Requests, ID: r.ID}] = true
			}
		}
	case "request":
		if one := dataset.Find[*dataset.Silence](s.Data, record.Silences, strings.TrimPrefix(id, "request/")); one != nil {
			for _, r := range one.Requests {
				of[record.Ref{Kind: record.Requests, ID: r.ID}] = true
			}
		}
	case "home":
		return horizon{until: s.nextSoon()}
	case "indicator":
		return s.indicatorHorizon(id)
	case "proof":
		if strings.HasPrefix(id, "days-left/") || strings.HasPrefix(id, "days-late/") {
			return horizon{until: s.Data.AsOf}
		}
		if rest, ok := strings.CutPrefix(id, "indicator/"); ok && s.Figures[id].Nature == figure.Counted {
			indicator, _, _ := strings.Cut(rest, "/")
			return s.indicatorHorizon(indicator)
		}
	}
	return s.next(func(r record.Ref) bool { return of[r] })
}

// nextSoon is the last day before another qualification enters the list of those
// that end soon, on the home page, or leaves it.
func (s *Site) nextSoon() cal.Day {
	var h horizon
	for _, q := range s.Data.Qualifications {
		if q.Period != nil && q.Counts() && q.DaysLeft > soonDays {
			h = h.and(horizon{until: q.Period.Until.AddDays(-soonDays - 1)})
		}
		if unconfirmed(q) && endsSoon(q) {
			h = h.and(horizon{until: q.Period.Until.AddDays(soonDays)})
		}
	}
	return h.until
}

// holding is the horizon of a page in words; nil when it has none.
func (v view) holding(h horizon, main Prose) *Holding {
	if h.until.IsZero() {
		return nil
	}
	out := &Holding{Until: v.day(h.until), UntilISO: h.until.String(), OneDay: h.until == v.site.Data.AsOf,
		Days: strings.Contains(string(main), `data-figure="days-`)}
	if h.cause != nil {
		l := v.link(v.told(*h.cause), v.site.NameOf(*h.cause))
		out.Cause, out.French = &l, h.cause.Kind == record.Sources
	}
	return out
}
