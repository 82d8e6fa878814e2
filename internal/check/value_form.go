package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var valueForm = Rule{
	Name: corpus.RuleType, Severity: problem.Error,
	Title: both("Chaque valeur a la forme voulue", "Every value has the form that is wanted"),
	Why: both("Dates, nombres et listes ont une seule écriture, pour que rien ne soit deviné : « 51.6 M », « "+
		"2026-07 », « 2016/2024 ».",
		"Dates, numbers and lists are written in one way, so that nothing is guessed: “51.6 M”, “2026-07”, “2016/2024”."),
	Wrong: `# data/events/example-extra.yaml
on: "31/07/2026"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
}
