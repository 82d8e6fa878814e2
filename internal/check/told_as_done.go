package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var notYetDone = Rule{
	Name: "told-as-done", Severity: problem.Error,
	Title: both("Ce qui est raconté a eu lieu", "What is told as done has happened"),
	Why: both("Un fait ne peut pas être postérieur au jour où sa source a été lue. Ce qui est à venir est une "+
		"promesse, une échéance ou un budget, et se dit ainsi.",
		"A fact cannot be dated after the day on which its source was read. What is to come is a promise, a deadline "+
			"or a budget, and is told as one."),
	Wrong: `# data/events/example-extra.yaml
on: "2027-01-15"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		done := func(in record.Ref, path string, first cal.Day, claims []record.Claim) {
			limit := lastRead(claims) // and not the day of reference: time passing changes nothing
			if limit.IsZero() && s.newest.Claim != nil {
				limit = s.newest.Read
			}
			if !limit.IsZero() && first.After(limit) {
				report(in, path, fmt.Sprintf("this is reported as done on %s, after %s", first, limit),
					"a date to come goes into words, a deadline or a commitment")
			}
		}
		for _, e := range s.Events {
			if e.On != nil {
				done(ref(record.Events, e.ID), "on", e.On.First(), e.Claims)
			}
		}
		for _, m := range s.Migrations {
			for i, st := range m.Statuses {
				if st.On != nil { // the date of a plan is the day on which it was announced
					done(ref(record.Migrations, m.ID), fmt.Sprintf("statuses/%d/on", i), st.On.First(), st.Claims)
				}
			}
		}
		for _, q := range s.Qualifications {
			for i, m := range q.Milestones {
				done(ref(record.Qualifications, q.ID), fmt.Sprintf("milestones/%d/on", i), m.On.First(), m.Claims)
			}
		}
		for _, one := range s.Series {
			for i, o := range one.Observations {
				if o.Period != nil && len(o.Claims) > 0 && !forecast(one.Basis.Stage) {
					done(ref(record.SeriesKind, one.ID), fmt.Sprintf("observations/%d/period", i), o.Period.First(), o.Claims)
				}
			}
		}
		for _, c := range s.Commitments {
			in := ref(record.Commitments, c.ID)
			done(in, "announced", c.Announced.First(), c.Claims)
			for i, e := range c.Evidence {
				at := fmt.Sprintf("evidence/%d/on", i)
				done(in, at, e.On.First(), e.Claims)
				if last := s.spoken(e.Claims); !last.IsZero() && e.On.First().After(last) {
					report(in, at, fmt.Sprintf("this was seen on %s, and its sources were published on %s at the latest",
						e.On, last), "the day of what was seen, or a source that came after it")
				}
			}
		}
	},
}

// spoken is the last day of which sources can speak: that of their publication, or of what they state. There
// is none where one of them is renewed, or bears no date.
func (s *Subject) spoken(claims []record.Claim) cal.Day {
	var last cal.Day
	for _, c := range claims {
		src := s.sources[c.Source]
		if src == nil || src.Cadence != record.Once || src.Published == nil {
			return cal.Day{}
		}
		for _, d := range []*cal.Date{src.Published, c.Stated} {
			if d != nil && d.Last().After(last) {
				last = d.Last()
			}
		}
	}
	return last
}

// forecast says that amounts of a stage may be about time to come.
func forecast(stage quantity.Stage) bool {
	switch stage {
	case quantity.Budgeted, quantity.Estimated, quantity.Target, quantity.Ceiling:
		return true
	}
	return false
}
