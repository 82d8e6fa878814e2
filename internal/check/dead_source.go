package check

import (
	"fmt"

	"vigie/internal/value/problem"
)

var deadSource = Rule{
	Name: "dead-source", Severity: problem.Error,
	Title: both("On ne lit pas une source morte", "A dead source is not read"),
	Why: both("Une affirmation lue après le jour où l’adresse de sa source a cessé de répondre ne peut pas avoir "+
		"été lue là.",
		"A claim read after the day on which the address of its source stopped answering cannot have been read there."),
	Wrong: `# data/sources/example-extra.yaml
title: Une page d'exemple
publisher: Exemple
url: https://example.org/extra
kind: page
quality: press
licence: unknown
redistributable: false
cadence: once
dead_since: 2026-09-01
# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-extra, read: 2026-10-01}
`,
	Right: `# data/sources/example-extra.yaml
title: Une page d'exemple
publisher: Exemple
url: https://example.org/extra
kind: page
quality: press
licence: unknown
redistributable: false
cadence: once
dead_since: 2026-10-15
# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-extra, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.claims {
			src := s.sources[c.Source]
			if src != nil && src.DeadSince != nil && !c.Read.Before(*src.DeadSince) {
				report(c.in, c.path+"/read",
					fmt.Sprintf("read on %s in %s, which does not answer since %s", c.Read, c.Source, src.DeadSince),
					"give the address where it was read (an archive is a source of its own), or mend one of the two days")
			}
		}
	},
}
