package check

import (
	"errors"
	"fmt"
	"slices"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/formula"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var mixedBases = Rule{
	Name: "mixed-bases", Severity: problem.Error,
	Title: both("Un calcul qui mêle deux périmètres ou deux bases le dit",
		"A calculation that mixes two perimeters or bases says so"),
	Why: both("Diviser des commandes d’un périmètre par celles d’un autre donne un nombre qui n’est la part de "+
		"rien. Quand il est utile malgré tout, le calcul dit pourquoi (clé mixes).",
		"Dividing the orders of one perimeter by those of another gives a number that is the share of nothing. Where "+
			"it is useful all the same, the calculation says why (key mixes)."),
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
		numbers := s.numbers()
		for _, c := range s.Calculations {
			s.mixed(c, numbers, report)
		}
	},
}

// mixed tries a calculation in the algebra of figures; what is missing is reported by
// other rules.
func (s *Subject) mixed(c record.Calculation, numbers map[string]number, report Report) {
	in := ref(record.Calculations, c.ID)
	f := figure.Figure{ID: c.ID, Rests: figure.Rests{Formula: c.Formula}}
	if u := s.units[c.Unit]; u != nil {
		f.Unit = u.Quantity()
	}
	var inputs []figure.Input
	values := map[string]quantity.Decimal{}
	for _, input := range c.Inputs {
		if n, ok := numbers[input.Claim]; ok && !n.Value.IsRange() {
			inputs, values[input.Name] = append(inputs, figure.Input{Name: input.Name, Figure: n.Figure}), n.Value.Low
		}
	}
	var mixes []figure.Aspect
	if !c.Mixes.IsZero() {
		mixes = figure.Counting()
	}
	_, err := figure.Compute(f, inputs, mixes...)
	mismatch := new(figure.Mismatch)
	switch {
	case err == nil:
	case errors.As(err, &mismatch):
		a, b := numbers[mismatch.A.ID].spot(mismatch.Aspect), numbers[mismatch.B.ID].spot(mismatch.Aspect)
		report(in, fmt.Sprintf("inputs/%d",
			slices.IndexFunc(c.Inputs, func(i record.Input) bool { return i.Claim == mismatch.B.ID })),
			mismatch.Error(), "say why under mixes:, in both languages", a, b)
	case computable(c.Formula, values):
		report(in, "formula", err.Error(), "amounts of two units are never added, and a sum keeps its unit")
	}
}

// computable says that a formula gives a number once units are left aside.
func computable(src string, values map[string]quantity.Decimal) bool {
	e, err := formula.Parse(src)
	if err != nil {
		return false
	}
	_, err = e.Eval(values)
	return err == nil
}
