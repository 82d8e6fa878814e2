package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var sourceUsed = Rule{
	Name: "source-used", Severity: problem.Warning,
	Title: both("Une source sert à quelque chose", "A source is used"),
	Why: both("Une source sans aucune affirmation est un reste, ou un fait oublié. Celles que des extracteurs "+
		"relèvent (clé collect) et la connaissance courante sont à part.",
		"A source without any claim is left over, or a fact was forgotten. Those that are collected (key collect) and "+
			"common knowledge stand apart."),
	Wrong: `# data/sources/example-extra.yaml
title: Une page d'exemple
publisher: Exemple
url: https://example.org/extra
kind: page
quality: press
licence: unknown
redistributable: false
cadence: once
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
# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-extra, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		used := map[string]bool{}
		s.EachReference(func(_ record.Ref, _ string, names record.Ref) {
			if names.Kind == record.Sources {
				used[names.ID] = true
			}
		})
		for _, src := range s.Sources {
			if !used[src.ID] && !s.rated(src.Quality).Unsourced && src.Withdrawn == nil && src.Collect == nil {
				report(ref(record.Sources, src.ID), "", fmt.Sprintf("no claim is read in the source %s", src.ID),
					"add the claim that it was meant for, or withdraw it with a reason")
			}
		}
	},
}
