package check

import (
	"fmt"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

// maxDecimals is more than any source gives and less than any machine leaves;
// maxDigits is what a double holds: more of them, with decimals, are its rest.
const (
	maxDecimals = 6
	maxDigits   = 15
)

var floatArtefact = Rule{
	Name: "float-artefact", Severity: problem.Error,
	Title: both("Aucun nombre n’est un reste de calcul de machine", "No number is left over from a machine’s arithmetic"),
	Why: both("0,30000000000000004 n’est écrit dans aucune source : c’est la trace d’un calcul en virgule "+
		"flottante. Un nombre s’écrit comme la source le donne, avec six décimales au plus et, s’il en a, quinze "+
		"chiffres au plus.",
		"0.30000000000000004 is written in no source: it is the trace of floating-point arithmetic. A number is "+
			"written as the source gives it, with six decimals and, where it has any, fifteen digits at most."),
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
			for _, d := range []quantity.Decimal{v.Low.Trim(0), v.High.Trim(0)} {
				switch {
				case d.Scale() > maxDecimals:
					report(in, path, fmt.Sprintf("%s has more than %d decimals", v, maxDecimals),
						"write the number as the source gives it")
					return
				case d.Scale() > 0 && d.Prec() > maxDigits:
					report(in, path, fmt.Sprintf("%s has decimals and more than %d digits", v, maxDigits),
						"write the number as the source gives it")
					return
				}
			}
		})
	},
}
