package check

import (
	"fmt"
	"regexp"

	"vigie/internal/value/problem"
)

var claimID = Rule{
	Name: "claim-id", Severity: problem.Error,
	Title: both("Chaque affirmation a son nom, et le garde", "Every claim has its own name, and keeps it"),
	Why: both("Le nom d’une affirmation est l’adresse de la preuve d’un nombre : unique dans toutes les données, "+
		"en minuscules sans accent et traits d’union.",
		"The name of a claim is the address of the proof of a number: unique in all the data, in unaccented "+
			"lower-case letters and hyphens."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-claim, source: example-report, read: 2026-10-01}
  - {id: example-claim, source: example-report, read: 2026-10-02}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-claim, source: example-report, read: 2026-10-01}
  - {id: example-claim-2, source: example-report, read: 2026-10-02}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.claims {
			if c.ID == "" {
				continue // reading reported that the key is missing
			}
			if !kebab.MatchString(c.ID) {
				report(c.in, c.path+"/id", fmt.Sprintf("%q is not made of a-z, 0-9 and single hyphens", c.ID), "")
			}
			if first := s.byClaim[c.ID]; first.Claim != c.Claim {
				report(c.in, c.path+"/id",
					fmt.Sprintf("the claim %q is already made in %s", c.ID, s.Place(first.in, first.path+"/id")),
					"give this one another name; to point at that one, use its name where the format takes claims")
			}
		}
	},
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
