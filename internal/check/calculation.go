package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/formula"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var calculationInputs = Rule{
	Name: "calculation", Severity: problem.Error,
	Title: both("Un calcul dit d’où vient chacun de ses nombres",
		"A calculation says where each of its numbers comes from"),
	Why: both("Un calcul de notre main se refait à la main : chaque nom de la formule est une entrée, chaque "+
		"entrée sert, et toutes viennent d’affirmations chiffrées.",
		"A calculation of ours can be redone by hand: each name of the formula is an input, each input is used, and "+
			"all come from claims with numbers."),
	Wrong: `# data/calculations/example-extra.yaml
title: {fr: Part calculée, en: Computed share}
formula: a / c * 100
words: {fr: L'un sur l'autre, en: One over the other}
inputs:
  - {name: a, claim: example-orders-2024}
  - {name: b, claim: example-orders-2025}
unit: percent
round: 1
`,
	Right: `# data/calculations/example-extra.yaml
title: {fr: Part calculée, en: Computed share}
formula: a / b * 100
words: {fr: L'un sur l'autre, en: One over the other}
inputs:
  - {name: a, claim: example-orders-2024}
  - {name: b, claim: example-orders-2025}
unit: percent
round: 1
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.Calculations {
			in := ref(record.Calculations, c.ID)
			if c.Round < -12 || c.Round > maxDecimals {
				report(in, "round", fmt.Sprintf("%d is no number of decimals to keep", c.Round),
					fmt.Sprintf("from -12 (to the thousand billion) to %d", maxDecimals))
			}
			parsed, err := formula.Parse(c.Formula)
			if err != nil {
				report(in, "formula", err.Error(), "arithmetic on the names of the inputs: + - * / ( ) and numbers")
				continue
			}
			s.inputs(in, c, parsed, report)
		}
	},
}

func (s *Subject) inputs(in record.Ref, c record.Calculation, parsed formula.Expr, report Report) {
	used := parsed.Names()
	var given []string
	values := map[string]quantity.Decimal{}
	for i, input := range c.Inputs {
		path := fmt.Sprintf("inputs/%d", i)
		if slices.Contains(given, input.Name) {
			report(in, path+"/name", fmt.Sprintf("the input %q is given twice", input.Name), "")
		}
		given = append(given, input.Name)
		if !slices.Contains(used, input.Name) {
			report(in, path+"/name", fmt.Sprintf("the formula does not use the input %q", input.Name), meant(input.Name, used))
		}
		claim, ok := s.byClaim[input.Claim]
		switch value := s.value(claim.Claim); {
		case !ok: // reference reports it
		case value == nil:
			report(in, path+"/claim", fmt.Sprintf("the claim %q holds no number", input.Claim), "")
		case value.IsRange():
			report(in, path+"/claim", fmt.Sprintf("the claim %q holds a range, %s", input.Claim, value),
				"a formula takes one number; compute the two ends apart")
		default:
			values[input.Name] = value.Low
		}
	}
	for _, name := range used {
		if !slices.Contains(given, name) {
			report(in, "formula", fmt.Sprintf("no input gives %q", name), meant(name, given))
		}
	}
	if len(values) == len(used) && len(given) == len(used) {
		if _, err := parsed.Eval(values); err != nil {
			report(in, "formula", fmt.Sprintf("the formula gives nothing: %v", err), "")
		}
	}
}
