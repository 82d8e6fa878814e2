package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var qualificationStage = Rule{
	Name: "qualification-stage", Severity: problem.Error,
	Title: both("Une qualification accordée a une décision et une période",
		"A qualification that is granted has a decision and a period"),
	Why: both("Accordée, une qualification a un numéro de décision et des dates, ou le motif pour lequel on les "+
		"ignore. En cours d’instruction, elle n’en a pas encore. Ce que le temps change (expirée) se calcule et ne "+
		"s’écrit jamais.",
		"Once granted, a qualification has a number and days, or the reason why they are not known. In progress, it "+
			"has none yet. What time changes (expired) is computed and never written."),
	Wrong: `# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: example-scheme
stage: in-progress
period: {from: 2025-03-24, until: 2028-03-24}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: example-scheme
stage: in-progress
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, q := range s.Qualifications {
			in := ref(record.Qualifications, q.ID)
			switch {
			case q.Stage == record.InProgress && q.Period != nil:
				report(in, "period", "a qualification in progress has a period of validity",
					"its stage is granted, or the period is that of another record")
			case q.Stage == record.InProgress && q.Decision != nil:
				report(in, "decision", fmt.Sprintf("a qualification in progress has a decision (%s)", q.Decision.Number),
					"its stage is granted, or the decision is that of another record")
			case q.Stage == record.Granted && (q.Period == nil || q.Decision == nil) && q.Unknown == "":
				report(in, "stage", "a qualification that is granted lacks its decision or its period",
					"add them, or unknown: with a reason")
			}
		}
	},
}
