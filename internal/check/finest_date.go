package check

import (
	"fmt"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var finestDate = Rule{
	Name: "finest-date", Severity: problem.Warning,
	Title: both("Une date est aussi précise que ses affirmations", "A date is as precise as its claims"),
	Why: both("Une décision datée « novembre 2024 » dont une affirmation donne le jour se range mal, et se lit "+
		"moins sûre qu’elle ne l’est.",
		"A decision dated “November 2024” of which a claim gives the day is put in the wrong place, and reads as less "+
			"certain than it is."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07"
kind: decision
title: {fr: Une décision tombe, en: A decision is given}
claims:
  - {id: example-extra-1, says: {fr: Le 14 juillet 2026 une décision tombe., en: On 14 July 2026 a decision is given.}, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-14"
kind: decision
title: {fr: Une décision tombe, en: A decision is given}
claims:
  - {id: example-extra-1, says: {fr: Le 14 juillet 2026 une décision tombe., en: On 14 July 2026 a decision is given.}, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		dated := func(in record.Ref, path string, on *cal.Period, claims []record.Claim) {
			if on == nil {
				return
			}
			one, single := on.Single()
			if !single || one.Precision() == cal.ByDay {
				return
			}
			for _, c := range claims {
				if day, found := dayWithin(one, c); found {
					report(in, path, fmt.Sprintf("the date is %s, and claim %s gives the day: %s", one, c.ID, day),
						"write the day, or write in the claim what else that day is of")
					return
				}
			}
		}
		for _, e := range s.Events {
			dated(ref(record.Events, e.ID), "on", e.On, e.Claims)
		}
		for _, m := range s.Migrations {
			for i, st := range m.Statuses {
				dated(ref(record.Migrations, m.ID), fmt.Sprintf("statuses/%d/on", i), st.On, st.Claims)
			}
		}
	},
}

// dayWithin is the day of a month or a year that a claim is about or writes.
func dayWithin(date cal.Date, c record.Claim) (cal.Day, bool) {
	if c.About != nil {
		if one, single := c.About.Single(); single && one.Precision() == cal.ByDay && cal.At(date).Contains(one.First()) {
			return one.First(), true
		}
	}
	for day := date.First(); !day.After(date.Last()); day = day.AddDays(1) {
		for _, l := range lang.Composed() {
			if strings.Contains(" "+c.Says.In(l), " "+strings.ReplaceAll(day.Text(l), lang.NBSP, " ")) {
				return day, true
			}
		}
	}
	return cal.Day{}, false
}
