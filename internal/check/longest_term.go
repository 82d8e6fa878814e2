package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var longestTerm = Rule{
	Name: record.LongestTermRule, Severity: problem.Error,
	Title: both("Une qualification ne dure pas plus que son référentiel ne le permet",
		"A qualification lasts no longer than its scheme allows"),
	Why: both("Un texte borne la durée des qualifications d’un référentiel ; la fiche du référentiel le nomme. Une "+
		"liste imprime parfois quelques jours de plus, que la fiche peut admettre ; au-delà, une année a été mal lue.",
		"A text bounds the term of the qualifications of a scheme; the record of the scheme names it. A list "+
			"sometimes prints a few days more, which that record may let pass; beyond that a year was misread."),
	Wrong: `# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: example-scheme
stage: granted
decision: {number: "1"}
period: {from: 2025-03-24, until: 2029-03-24}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: example-scheme
stage: granted
decision: {number: "1"}
period: {from: 2025-03-24, until: 2028-03-31}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		words := s.Words()
		for _, q := range s.Qualifications {
			scheme, _ := words.Find(record.SchemeList, string(q.Scheme))
			longest := scheme.Longest
			if longest == nil || q.Period == nil || q.Period.From.IsZero() {
				continue
			}
			if last := q.Period.From.AddMonths(12 * longest.Years).AddDays(longest.SpareDays); q.Period.Until.After(last) {
				report(ref(record.Qualifications, q.ID), "period/until",
					fmt.Sprintf("from %s to %s is more than the %d years of %s (%s)", q.Period.From, q.Period.Until, longest.Years,
						scheme.Name.EN, longest.Law.EN),
					"read both days again in the decision")
			}
		}
	},
}
