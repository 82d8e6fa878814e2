package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// spareDays is how far a printed term may pass three years to the day. The
// official catalogue prints terms of three years and up to seven days
// (2025-03-24 to 2028-03-31): what is printed is told as it is printed.
const spareDays = 10

var secNumCloudYears = Rule{
	Name: "secnumcloud-three-years", Severity: problem.Error,
	Title: both("Une qualification SecNumCloud dure trois ans au plus", "A SecNumCloud qualification lasts three years at most"),
	Why: both("Le décret n° 2015-350 (article 14) borne la durée à trois ans. Le catalogue imprime parfois quelques jours de plus, ce qui est admis jusqu’à dix jours ; au-delà, une année a été mal lue.",
		"Decree 2015-350 (article 14) sets three years as the longest term. The catalogue sometimes prints a few days more, which is let pass up to ten days; beyond that a year was misread."),
	Wrong: `# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: secnumcloud
stage: granted
decision: {number: "1"}
period: {from: 2025-03-24, until: 2029-03-24}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: secnumcloud
stage: granted
decision: {number: "1"}
period: {from: 2025-03-24, until: 2028-03-31}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, q := range s.Qualifications {
			if q.Scheme != record.SecNumCloud || q.Period == nil || q.Period.From.IsZero() {
				continue
			}
			if last := q.Period.From.AddMonths(36).AddDays(spareDays); q.Period.Until.After(last) {
				report(ref(record.Qualifications, q.ID), "period/until",
					fmt.Sprintf("from %s to %s is more than three years", q.Period.From, q.Period.Until), "read both days again in the decision")
			}
		}
	},
}
