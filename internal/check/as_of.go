package check

import (
	"fmt"

	"vigie/internal/value/problem"
)

var asOfDay = Rule{
	Name: "as-of", Severity: problem.Error,
	Title: both("Le jour de référence n’est pas antérieur aux lectures",
		"The day of reference is not before the readings"),
	Why: both("Le site dit ce que l’on sait un jour donné. Publié pour un jour antérieur à la dernière lecture "+
		"d’une source, il dirait ce que l’on ne savait pas encore.",
		"The site says what is known on one day. Published for a day before the last reading of a source, it would "+
			"say what was not known yet."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, read: 2062-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		newest := s.newest
		if newest.Claim == nil || !newest.Read.After(s.AsOf) {
			return
		}
		report(newest.in, newest.path+"/read",
			fmt.Sprintf("the day of reference %s is before the newest reading, %s", s.AsOf, newest.Read),
			fmt.Sprintf("use --as-of %s or later; if that day is a slip, mend it here", newest.Read))
	},
}
