package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var migrationOrder = Rule{
	Name: "migration-order", Severity: problem.Error,
	Title: both("Les états d’une migration se suivent dans un ordre possible",
		"The statuses of a migration follow one another in a possible order"),
	Why: both("Une migration est une liste de changements datés : en ordre de temps, et sans saut impossible. Ce "+
		"qui est en service ne redevient pas « annoncé » sans avoir été ramené ; ce qui a été abandonné peut recommencer.",
		"A migration is a list of dated changes: in order of time, and without an impossible leap. What is live is "+
			"not “announced” again without having been moved back; what was abandoned may start again."),
	Wrong: `# data/migrations/example-extra.yaml
organisation: example-ministry
service: Exemple
tier: unknown
tier_unknown: offer-unnamed
providers: [example-host]
hosting_qualification: [{scheme: example-scheme, standing: unknown}]
statuses:
  - status: live
    on: "2024"
    dating: event
    claims:
      - {id: example-extra-1, source: example-report, read: 2026-10-01}
  - status: planned
    on: "2025"
    dating: event
    claims:
      - {id: example-extra-2, source: example-report, read: 2026-10-01}
`,
	Right: `# data/migrations/example-extra.yaml
organisation: example-ministry
service: Exemple
tier: unknown
tier_unknown: offer-unnamed
providers: [example-host]
hosting_qualification: [{scheme: example-scheme, standing: unknown}]
statuses:
  - status: planned
    on: "2024"
    dating: event
    claims:
      - {id: example-extra-1, source: example-report, read: 2026-10-01}
  - status: live
    on: "2025"
    dating: event
    claims:
      - {id: example-extra-2, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, m := range s.Migrations {
			in := ref(record.Migrations, m.ID)
			for i := 1; i < len(m.Statuses); i++ {
				a, b, path := m.Statuses[i-1], m.Statuses[i], fmt.Sprintf("statuses/%d", i)
				if after, known := next[a.Status]; known && !slices.Contains(after, b.Status) {
					report(in, path+"/status", fmt.Sprintf("a migration that is %s does not become %s", a.Status, b.Status),
						"statuses stand in order of time; one may be missing between the two")
				}
				if a.On != nil && b.On != nil && !b.On.Last().IsZero() && b.On.Last().Before(a.On.First()) {
					report(in, path+"/on", fmt.Sprintf("%s comes before %s, which stands above it", b.On, a.On),
						"statuses stand in order of time")
				}
			}
		}
	},
}

// next says what may come after each status. The same status may come again,
// since a later source may document it again.
var next = map[record.MigrationStatus][]record.MigrationStatus{
	record.Announced: {record.Announced, record.Planned, record.UnderWay, record.Live, record.Postponed, record.Abandoned},
	record.Planned:   {record.Planned, record.UnderWay, record.Live, record.Postponed, record.Abandoned},
	record.UnderWay:  {record.UnderWay, record.Live, record.Postponed, record.Abandoned},
	record.Live:      {record.Live, record.MovedBack},
	record.Postponed: {record.Postponed, record.Announced, record.Planned, record.UnderWay, record.Live, record.Abandoned},
	record.Abandoned: {record.Abandoned, record.Announced, record.Planned, record.UnderWay, record.Live},
	record.MovedBack: {record.MovedBack, record.Announced, record.Planned, record.UnderWay, record.Live},
}
