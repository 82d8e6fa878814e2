package check

import (
	"fmt"

	"vigie/internal/corpus"
	"vigie/internal/problem"
	"vigie/internal/quantity"
	"vigie/internal/record"
)

// maxDecimals is more than any source gives and less than any machine leaves.
const maxDecimals = 6

var floatArtefact = Rule{
	Name: "float-artefact", Severity: problem.Error,
	Title: both("Aucun nombre n’est un reste de calcul de machine", "No number is left over from a machine’s arithmetic"),
	Why: both("0,30000000000000004 n’est écrit dans aucune source : c’est la trace d’un calcul en virgule flottante. Un nombre s’écrit comme la source le donne, avec six décimales au plus.",
		"0.30000000000000004 is written in no source: it is the trace of floating-point arithmetic. A number is written as the source gives it, with six decimals at most."),
	Wrong: `# data/series/example-extra.yaml
measure: example-share
perimeter: example-all-buyers
provider: example-host
unit: percent
title: {fr: Part, en: Share}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 0.30000000000000004, source: example-report, read: 2026-10-01}
`,
	Right: `# data/series/example-extra.yaml
measure: example-share
perimeter: example-all-buyers
provider: example-host
unit: percent
title: {fr: Part, en: Share}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 0.3, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		corpus.Each(s.Corpus, func(in record.Ref, path string, v *quantity.Value) {
			if v.Low.Trim(0).Scale() > maxDecimals || v.High.Trim(0).Scale() > maxDecimals {
				report(in, path, fmt.Sprintf("%s has more than %d decimals", v, maxDecimals), "write the number as the source gives it")
			}
		})
	},
}
