package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

var oneObservation = Rule{
	Name: "one-observation", Severity: problem.Error,
	Title: both("Une période n’a qu’un point dans une série", "A period has one point in a series"),
	Why: both("Deux sources qui se contredisent sur une même période sont deux affirmations d’un même point : le "+
		"site montre alors l’écart. Deux points le cacheraient, et compteraient double.",
		"Two sources that disagree about one period are two claims of one point: the site then shows the range. Two "+
			"points would hide it, and count twice."),
	Wrong: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: project
title: {fr: Projets, en: Projects}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 12, source: example-report, read: 2026-10-01}
  - period: "2025"
    claims:
      - {id: example-extra-2, value: 15, source: example-report, read: 2026-10-01}
`,
	Right: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: project
title: {fr: Projets, en: Projects}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 12, source: example-report, read: 2026-10-01}
      - {id: example-extra-2, value: 15, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, one := range s.Series {
			seen := map[[2]cal.Day]int{}
			for i, o := range one.Observations {
				var bounds [2]cal.Day
				if o.Period != nil && o.Period.IsZero() {
					continue // reading reported it
				}
				if o.Period != nil {
					bounds = [2]cal.Day{o.Period.First(), o.Period.Last()}
				}
				if first, twice := seen[bounds]; twice {
					in := ref(record.SeriesKind, one.ID)
					what := "an undated point"
					if o.Period != nil {
						what = "a point for " + o.Period.String()
					}
					report(in, fmt.Sprintf("observations/%d", i), fmt.Sprintf("the series already has %s, in line %d", what,
						s.Place(in, fmt.Sprintf("observations/%d", first)).Line), "put the claims together in one observation")
					continue
				}
				seen[bounds] = i
			}
		}
	},
}
