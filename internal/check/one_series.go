package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var oneSeries = Rule{
	Name: "one-series", Severity: problem.Error,
	Title: both("Une même chose n’a qu’une série", "One thing has one series"),
	Why: both("Deux séries de même mesure, même périmètre, même base, même unité et même objet couperaient en deux "+
		"une évolution et cacheraient des désaccords.",
		"Two series of one measure, perimeter, basis, unit and subject would cut a trend in two and hide disagreements."),
	Wrong: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
unit: eur
basis: {stage: ordered, tax: unknown, accumulation: year}
title: {fr: Commandes, en: Orders}
observations:
  - period: "2023"
    unknown: not-found
`,
	Right: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
unit: eur
basis: {stage: invoiced, tax: unknown, accumulation: year}
title: {fr: Factures, en: Invoices}
observations:
  - period: "2023"
    unknown: not-found
`,
	Check: func(s *Subject, report Report) {
		type subject struct {
			measure, perimeter, unit, organisation, provider, offer, shareOf string
			basis                                                            quantity.Basis
		}
		seen := map[subject]string{}
		for _, one := range s.Series {
			k := subject{one.Measure, one.Perimeter, one.Unit, one.Organisation, one.Provider, one.Offer, one.ShareOf, one.Basis}
			if other, twice := seen[k]; twice {
				report(ref(record.SeriesKind, one.ID), "measure",
					fmt.Sprintf("the series %s has the same measure, perimeter, basis, unit and subject", other),
					"put the observations together, or say what differs (a measure or a perimeter of its own)")
				continue
			}
			seen[k] = one.ID
		}
	},
}
