package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var oneBasis = Rule{
	Name: "one-basis", Severity: problem.Error,
	Title: both("Une série a une seule base comptable", "A series has one accounting basis"),
	Why: both("Commandé, facturé et payé, hors taxes et toutes taxes, par an et cumulé ne se comparent pas. Une "+
		"série d’argent dit donc ces trois choses (« unknown » pour la taxe que la source tait), et aucun de ses "+
		"points n’a une autre unité. Une série d’autre chose n’a ni stade ni taxe.",
		"Ordered, invoiced and paid, without and with tax, yearly and cumulative cannot be compared. A series of "+
			"money therefore says these three things (“unknown” for the tax that the source does not tell), and none of "+
			"its points has another unit. A series of something else has neither stage nor tax."),
	Wrong: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: eur
basis: {stage: invoiced, accumulation: year}
title: {fr: Factures, en: Invoices}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 12 M, source: example-report, read: 2026-10-01}
`,
	Right: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: eur
basis: {stage: invoiced, tax: unknown, accumulation: year}
title: {fr: Factures, en: Invoices}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 12 M, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, one := range s.Series {
			in := ref(record.SeriesKind, one.ID)
			if u := s.units[one.Unit]; u != nil {
				seriesBasis(in, "basis", one.Basis, u.Kind == quantity.Money, report)
			}
			for i, o := range one.Observations {
				if u := s.units[one.Unit]; u != nil && o.Basis != nil {
					seriesBasis(in, fmt.Sprintf("observations/%d/basis", i), *o.Basis, u.Kind == quantity.Money, report)
				}
				for j, c := range o.Claims {
					if c.Unit != "" {
						report(in, fmt.Sprintf("observations/%d/claims/%d/unit", i, j),
							"a claim inside a series has the unit of the series",
							"leave unit out, or move the claim to a series of its own unit")
					}
				}
			}
		}
	},
}

func seriesBasis(in record.Ref, path string, b quantity.Basis, money bool, report Report) {
	if !money {
		if b.Stage != "" || b.Tax != "" {
			report(in, path, "a series that counts no money has neither stage nor tax", "keep accumulation alone")
		}
		return
	}
	for _, part := range []struct{ key, value, hint string }{
		{"stage", string(b.Stage), "say ordered, invoiced, paid, budgeted, estimated, target, ceiling, spent or listed"},
		{"tax", string(b.Tax), "say HT, TTC, or unknown when the source does not say"},
		{"accumulation", string(b.Accumulation), "say year, month, cumulative, whole or stock"},
	} {
		if part.value == "" {
			report(in, path, fmt.Sprintf("the basis of these amounts lacks %s", part.key), part.hint)
		}
	}
}
