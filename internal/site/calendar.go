package site

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site/feed"
	"vigie/internal/value/cal"
)

// An appointment says nothing that time changes: it is stamped with the last day
// on which its sources were read.

// calendar lists the last day of each qualification, the deadline of each
// commitment, past ones too (a calendar keeps them), and the day on which each
// source that keeps a rhythm should be renewed.
func (v view) calendar() feed.Calendar {
	out := feed.Calendar{Name: v.text(v.site.Config.Site.Title), Description: v.word("data.calendar.about"),
		Lang: string(v.l)}
	for _, q := range v.site.Data.Qualifications {
		if a, ok := v.endOf(q); ok {
			out.Appointments = append(out.Appointments, a)
		}
	}
	for _, c := range v.site.Data.Commitments {
		// without claims it is to be withdrawn
		if c.Deadline != nil && len(c.Claims) > 0 && !c.IsWithdrawn(v.site.Data.AsOf) {
			out.Appointments = append(out.Appointments, v.deadlineOf(c))
		}
	}
	for _, src := range v.site.Data.Sources {
		if a, ok := v.editionOf(src); ok {
			out.Appointments = append(out.Appointments, a)
		}
	}
	slices.SortStableFunc(out.Appointments, func(a, b feed.Appointment) int { return a.Day.Compare(b.Day) })
	return out
}

// ends are the standings of a qualification whose last day means something.
var ends = []dataset.Standing{dataset.StandingValid, dataset.StandingUpcoming, dataset.StandingSuspended,
	dataset.StandingDelisted, dataset.StandingExpired}

func (v view) endOf(q *dataset.Qualification) (feed.Appointment, bool) {
	if q.Period == nil || q.Offer == nil || q.IsWithdrawn(v.site.Data.AsOf) || !slices.Contains(ends, q.Standing) {
		return feed.Appointment{}, false
	}
	ref := v.pageOwner(record.Ref{Kind: record.Qualifications, ID: q.ID})
	scheme := v.name(record.SchemeList, string(q.Scheme))
	return feed.Appointment{UID: feed.UID("qualification-" + q.ID), Day: q.Period.Until, Stamp: dataset.LastRead(q.Claims),
		Summary:     v.describe("data.calendar.qualification", scheme+", "+v.text(q.Offer.Name)),
		Description: sentences([]string{v.seller(q.Offer).Text, v.text(indicator.ReadBy(q)), v.text(q.Note)}),
		Page:        v.site.fullOnly(v.site.RecordHref(v.l, ref)), Category: v.word("nav.qualifications")}, true
}

func (v view) deadlineOf(c *dataset.Commitment) feed.Appointment {
	words := []string{v.text(c.Wording)}
	if c.Deadline.Precision() != cal.ByDay { // the calendar wants a day; the source gave less
		words = append([]string{v.describe("data.calendar.deadline", v.when(c.Deadline))}, words...)
	}
	return feed.Appointment{UID: feed.UID("commitment-" + c.ID), Day: c.Deadline.Last(), Stamp: dataset.LastRead(c.Claims),
		Summary: v.describe("data.calendar.commitment", v.text(c.Title)), Description: sentences(words),
		Page:     v.site.fullOnly(v.site.RecordHref(v.l, record.Ref{Kind: record.Commitments, ID: c.ID})),
		Category: v.word("nav.commitments")}
}

// editionOf is the next edition of a source, by the date of its last one and its
// cadence; or, where no date of an edition is held, the day on which to read it
// again. When one was heard of, the same appointment moves to the next day.
func (v view) editionOf(s *dataset.Source) (feed.Appointment, bool) {
	f := s.Freshness
	if f.Next.IsZero() || s.IsWithdrawn(v.site.Data.AsOf) || f.State == dataset.SourceGone {
		return feed.Appointment{}, false
	}
	what := "data.calendar.reading"
	if f.ByEdition {
		what = "data.calendar.edition"
	}
	rhythm := v.describe(what+"-after", v.day(f.Heard)) + " " + v.word("cadence."+string(s.Cadence)) + "."
	return feed.Appointment{UID: feed.UID("source-" + s.ID), Day: f.Next, Stamp: s.LastReading(),
		Summary: v.describe(what, s.Title), Description: sentences([]string{s.Publisher, rhythm, s.URL}),
		Page:     v.site.fullOnly(v.site.RecordHref(v.l, record.Ref{Kind: record.Sources, ID: s.ID})),
		Category: v.word("nav.sources")}, true
}
