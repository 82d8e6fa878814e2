package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var unitFits = Rule{
	Name: "unit-fits", Severity: problem.Error,
	Title: both("Un nombre a l’unité qui lui convient", "A number has the unit that fits it"),
	Why: both("Un nombre sans unité ne veut rien dire. Hors d’une série, l’affirmation la nomme ; une part est en "+
		"pourcentage ; une promesse et la série qui la mesure comptent la même chose ; une unité a les mots qui la disent.",
		"A number without a unit means nothing. Outside a series the claim names it; a share is in percent; a promise "+
			"and the series that measures it count the same thing; a unit has the words that say it."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, value: 29 k, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, value: 29 k, unit: project, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, u := range s.Units {
			unitWords(u, report)
		}
		for _, c := range s.claims {
			switch inSeries := c.in.Kind == record.SeriesKind; {
			case !inSeries && c.Value != nil && c.Unit == "":
				report(c.in, c.path+"/value", "a value outside a series names its unit",
					"add unit: with an identifier of data/units/")
			case c.Value == nil && c.Unit != "":
				report(c.in, c.path+"/unit", "a unit stands without a value", "add the value, or leave the unit out")
			}
		}
		for _, one := range s.Series {
			if u := s.units[one.Unit]; one.ShareOf != "" && u != nil && u.Kind != quantity.Percent {
				report(ref(record.SeriesKind, one.ID), "share_of", fmt.Sprintf("a share is in percent, not in %s", one.Unit),
					"part_of is for parts in the unit of their total")
			}
		}
		for _, c := range s.Commitments {
			if c.Target != nil {
				s.targetFits(ref(record.Commitments, c.ID), *c.Target, report)
			}
		}
	},
}

func unitWords(u record.Unit, report Report) {
	in := ref(record.Units, u.ID)
	worded := !u.One.IsZero() && !u.Many.IsZero()
	switch {
	case u.Kind == quantity.Money && u.Symbol == "":
		report(in, "kind", "a unit of money has no symbol", "add symbol: with the sign of the currency")
	case u.Kind != quantity.Money && u.Symbol != "":
		report(in, "symbol", fmt.Sprintf("a unit of the kind %s has a symbol", u.Kind),
			"symbols are for money; others have one: and many:")
	case u.Kind != quantity.Money && u.Kind != quantity.Percent && !worded:
		report(in, "kind", "a unit lacks the words for one and for many", "add one: and many:, in both languages")
	}
}

// targetFits checks the promised number of a commitment.
func (s *Subject) targetFits(in record.Ref, t record.TargetValue, report Report) {
	promised, ok := s.byClaim[t.Claim]
	if !ok {
		return // reference reports it
	}
	if promised.Value == nil {
		report(in, "target/claim", fmt.Sprintf("the claim %q holds no number", t.Claim),
			"give it the value promised, with its unit")
		return
	}
	if one := s.series[t.Series]; one != nil && s.unitOf(promised) != one.Unit {
		report(in, "target/series",
			fmt.Sprintf("the promise counts %s, the series %s counts %s", s.unitOf(promised), t.Series, one.Unit),
			"a promise is measured in its own unit")
	}
}

// unitOf is the unit of a claim: its own, or that of its series.
func (s *Subject) unitOf(c located) string {
	if one := s.series[c.in.ID]; c.in.Kind == record.SeriesKind && one != nil {
		return one.Unit
	}
	return c.Unit
}
