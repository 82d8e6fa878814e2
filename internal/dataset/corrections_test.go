package dataset_test

import (
	"strings"
	"testing"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/value/lang"
)

// mistyped is a series whose source printed a zero too many, and what rests on it.
const mistyped = `
-- data/series/orders.yaml --
measure: orders
perimeter: all
title: {fr: Commandes, en: Orders}
unit: eur
basis: {stage: ordered, tax: unknown, accumulation: year}
observations:
  - period: "2024"
    claims:
      - {id: y24, value: 516 M, source: court, read: 2026-01-01}
      - {id: y24-press, value: 51.6 M, source: gazette, read: 2026-01-01}
  - period: "2025"
    claims: [{id: y25, value: 103.2 M, source: court, read: 2026-01-01}]
-- data/calculations/growth.yaml --
title: {fr: Croissance, en: Growth}
formula: (b - a) / a * 100
words: {fr: Rapport, en: Ratio}
inputs: [{name: a, claim: y24}, {name: b, claim: y25}]
unit: percent
round: 0
-- data/corrections.yaml --
- id: a-zero-too-many
  kind: source-error
  target: y24
  expected: 516 M
  published: 51.6 M
  reason: {fr: Un zéro de trop., en: One zero too many.}
  claim_ids: [y24-press]
  on: 2026-02-01
  state: open
`

func TestAFigureIsMadeOfThePublishedValue(t *testing.T) {
	ds := read(t, mistyped, "2026-02-01")
	point, _ := ds.SeriesByID("orders").Point("2024")
	if point.Figure.State != figure.Sure || point.Figure.Exact() != "51600000" {
		t.Errorf("published: %s %s, want 51.6 M without dispute", point.Figure.State, point.Figure.Exact())
	}
	if got := ds.CalculationByID("growth").Figure.Exact(); got != "100" {
		t.Errorf("what is computed from it gives %s, want 100", got)
	}
	c := ds.Claim("y24")
	if c.SourceValue().Text(lang.EN, c.Unit) != "€516M" || len(c.Corrections) != 1 || c.Corrections[0].Claim != c || c.Corrections[0].Shows[0].ID != "y24-press" {
		t.Errorf("the claim forgot what its source states: %v, %v", c.SourceValue(), c.Corrections)
	}
	if other := ds.Claim("y25"); other.SourceValue() != other.Value {
		t.Error("a claim without correction states what it states")
	}
}

func TestACorrectionThatDoesNotApplyChangesNothing(t *testing.T) {
	for name, c := range map[string]struct{ from, to, asOf string }{
		"before its day":              {"", "", "2026-01-31"},
		"once the source was mended":  {"state: open", "state: mended", "2026-03-01"},
		"when the error was our own":  {"kind: source-error", "kind: our-error", "2026-03-01"},
		"when it names another claim": {"target: y24", "target: y99", "2026-03-01"},
	} {
		t.Run(name, func(t *testing.T) {
			ds := read(t, strings.Replace(mistyped, c.from, c.to, 1), c.asOf)
			if got := ds.Claim("y24").Value.String(); got != "516000000" || ds.Corrections[0].Applies {
				t.Errorf("published %s, applied %v", got, ds.Corrections[0].Applies)
			}
		})
	}
}

func TestTheRecordsStayAsTheyWereRead(t *testing.T) {
	ds := read(t, mistyped, "2026-03-01")
	s := dataset.Find[*dataset.Series](ds, "series", "orders")
	if got := s.Observations[0].Claims[0].Value.String(); got != "516000000" {
		t.Errorf("the record now says %s", got)
	}
}
