package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var partOfTotal = Rule{
	Name: "part-of", Severity: problem.Error,
	Title: both("Une partie ne dépasse pas son total", "A part does not exceed its total"),
	Why: both("Une partie plus grande que son tout trahit une faute d’échelle ou de périmètre. Une partie et son "+
		"total ont la même unité et la même base, et les totaux arrondis ou ouverts (« plus de ») ne bornent rien.",
		"A part that is larger than its whole betrays a wrong scale or perimeter. A part and its total have one unit "+
			"and one basis, and rounded or open totals (“over”) bound nothing."),
	Wrong: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: eur
basis: {stage: ordered, tax: unknown, accumulation: year}
part_of: example-orders
title: {fr: Commandes à un hébergeur, en: Orders to one host}
observations:
  - period: "2024"
    claims:
      - {id: example-extra-1, value: 84 bn, source: example-report, read: 2026-10-01}
`,
	Right: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: eur
basis: {stage: ordered, tax: unknown, accumulation: year}
part_of: example-orders
title: {fr: Commandes à un hébergeur, en: Orders to one host}
observations:
  - period: "2024"
    claims:
      - {id: example-extra-1, value: 8.4 M, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for i := range s.Series {
			part := &s.Series[i]
			total := s.series[part.PartOf]
			if total == nil {
				continue
			}
			in := ref(record.SeriesKind, part.ID)
			if part.Unit != total.Unit || part.Basis != total.Basis {
				report(in, "part_of", fmt.Sprintf("the unit or the basis is not that of its total %s", total.ID),
					"amounts of two bases are never compared", Spot{ref(record.SeriesKind, total.ID), "basis"})
				continue
			}
			for j, o := range part.Observations {
				least, _, known := bounds(s.published(o.Claims))
				greatest, bounded := s.ceiling(total, o.Period)
				if known && bounded && least.Cmp(greatest) > 0 {
					report(in, fmt.Sprintf("observations/%d", j),
						fmt.Sprintf("this part is %s, more than its total %s in %s", least, greatest, total.ID), "")
				}
			}
		}
	},
}

// ceiling is the greatest value that a series can have over a period, when its
// sources bound it.
func (s *Subject) ceiling(total *record.Series, over *cal.Period) (quantity.Decimal, bool) {
	for _, o := range total.Observations {
		if over == nil || o.Period == nil || o.Period.First() != over.First() || o.Period.Last() != over.Last() {
			continue
		}
		claims := s.published(o.Claims)
		for _, c := range claims {
			if c.Value != nil &&
				(c.Value.Sense == quantity.About || c.Value.Sense == quantity.Over || c.Value.Sense == quantity.AtLeast) {
				return quantity.Decimal{}, false
			}
		}
		_, greatest, known := bounds(claims)
		return greatest, known
	}
	return quantity.Decimal{}, false
}
