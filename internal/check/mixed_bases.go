package check

import (
	"fmt"

	"vigie/internal/problem"
	"vigie/internal/record"
)

var mixedBases = Rule{
	Name: "mixed-bases", Severity: problem.Error,
	Title: both("Un calcul qui mêle deux périmètres ou deux bases le dit", "A calculation that mixes two perimeters or bases says so"),
	Why: both("Diviser des commandes d’un périmètre par celles d’un autre donne un nombre qui n’est la part de rien. Quand il est utile malgré tout, le calcul dit pourquoi (clé mixes).",
		"Dividing the orders of one perimeter by those of another gives a number that is the share of nothing. Where it is useful all the same, the calculation says why (key mixes)."),
	Wrong: `# data/calculations/example-extra.yaml
title: {fr: Part calculée, en: Computed share}
formula: a / b * 100
words: {fr: L'un sur l'autre, en: One over the other}
inputs:
  - {name: a, claim: example-invoices-2025}
  - {name: b, claim: example-orders-2025}
unit: percent
round: 1
`,
	Right: `# data/calculations/example-extra.yaml
title: {fr: Part calculée, en: Computed share}
formula: a / b * 100
words: {fr: L'un sur l'autre, en: One over the other}
inputs:
  - {name: a, claim: example-invoices-2025}
  - {name: b, claim: example-orders-2025}
unit: percent
round: 1
mixes:
  fr: Facturé et commandé, faute d'un même stade.
  en: Invoiced and ordered, for want of one stage.
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.Calculations {
			var first *record.Series
			for i, input := range c.Inputs {
				claim, ok := s.byClaim[input.Claim]
				one := s.series[claim.in.ID]
				if !ok || claim.in.Kind != record.SeriesKind || one == nil || !c.Mixes.IsZero() {
					continue
				}
				if first == nil {
					first = one
				}
				if what := differs(first, one); what != "" {
					report(ref(record.Calculations, c.ID), fmt.Sprintf("inputs/%d", i),
						fmt.Sprintf("%s has another %s than %s", one.ID, what, first.ID), "say why under mixes:, in both languages")
				}
			}
		}
	},
}

func differs(a, b *record.Series) string {
	switch {
	case a.Perimeter != b.Perimeter:
		return "perimeter"
	case a.Basis.Stage != b.Basis.Stage && a.Basis.Stage != "" && b.Basis.Stage != "",
		a.Basis.Tax != b.Basis.Tax && a.Basis.Tax != "" && b.Basis.Tax != "":
		return "basis"
	}
	return ""
}
