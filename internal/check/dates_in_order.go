package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

var datesInOrder = Rule{
	Name: "dates-in-order", Severity: problem.Error,
	Title: both("Les dates se suivent", "Dates follow one another"),
	Why: both("On ne lit pas une page avant sa parution, et rien ne finit avant de commencer. Une date écrite à "+
		"l’envers fausse les âges, les délais et les échéances.",
		"A page is not read before it is published, and nothing ends before it starts. A date written wrong falsifies "+
			"ages, delays and deadlines."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, stated: "2026-11", read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, stated: "2026-09", read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.claims {
			claimDates(s, c, report)
		}
		for _, q := range s.Qualifications {
			in := ref(record.Qualifications, q.ID)
			if q.Period != nil && !q.Period.Until.IsZero() && q.Period.Until.Before(q.Period.From) {
				report(in, "period/until",
					fmt.Sprintf("the qualification ends on %s, before it starts on %s", q.Period.Until, q.Period.From), "")
			}
			milestoneDates(in, q, report)
		}
		for _, c := range s.Commitments {
			if c.Deadline != nil && !c.Deadline.IsZero() && c.Deadline.Last().Before(c.Announced.First()) {
				report(ref(record.Commitments, c.ID), "deadline",
					fmt.Sprintf("the deadline %s is before the promise of %s", c.Deadline, c.Announced), "")
			}
		}
		for _, src := range s.Sources {
			if src.Published != nil && src.DeadSince != nil && src.DeadSince.Before(src.Published.First()) {
				report(ref(record.Sources, src.ID), "dead_since",
					fmt.Sprintf("the source was dead on %s, before it was published (%s)", src.DeadSince, src.Published), "")
			}
		}
	},
}

func claimDates(s *Subject, c located, report Report) {
	if c.Read.IsZero() {
		return // reading reported it
	}
	after := func(d *cal.Date) bool { return d != nil && d.First().After(c.Read) }
	if after(c.Stated) {
		report(c.in, c.path+"/stated", fmt.Sprintf("stated on %s, after it was read (%s)", c.Stated, c.Read),
			"one of the two days is wrong")
	}
	if src := s.sources[c.Source]; src != nil && after(src.Published) {
		report(c.in, c.path+"/read",
			fmt.Sprintf("read on %s, before the source %s was published (%s)", c.Read, c.Source, src.Published),
			"one of the two days is wrong")
	}
}

func milestoneDates(in record.Ref, q record.Qualification, report Report) {
	for i := 1; i < len(q.Milestones); i++ {
		a, b := q.Milestones[i-1], q.Milestones[i]
		if a.On.IsZero() || b.On.IsZero() {
			continue // reading reported it
		}
		if b.Name <= a.Name || b.On.Last().Before(a.On.First()) {
			report(in, fmt.Sprintf("milestones/%d", i),
				fmt.Sprintf("%s on %s stands after %s on %s", b.Name, b.On, a.Name, a.On),
				"milestones stand in the order in which they are reached, J0 to J3")
		}
	}
}
