package dataset_test

import (
	"strings"
	"testing"

	"vigie/internal/figure"
	"vigie/internal/value/lang"
)

const sums = `
-- data/series/orders.yaml --
measure: orders
perimeter: all
title: Orders
unit: eur
observations:
  - period: "2023"
    claims: [{id: y23, value: 34.5 M, source: gazette, read: 2026-01-01}]
  - period: "2024"
    claims: [{id: y24, value: 51.6 M, source: gazette, read: 2026-01-01}, {id: range, value: 1 to 2, source: gazette, read: 2026-01-01}]
-- data/calculations/growth.yaml --
title: {fr: Croissance, en: Growth}
words: {fr: Différence sur la première année., en: Difference over the first year.}
unit: percent
`

func TestACalculationRestsOnItsInputs(t *testing.T) {
	c := read(t, sums+`formula: (b - a) / a * 100
round: 1
inputs: [{name: a, claim: y23}, {name: b, claim: y24}]
`, "2026-06-01").CalculationByID("growth")
	f := c.Figure
	if f.Exact() != "49.6" || f.State != figure.Sure || f.Nature != figure.Computed || f.ID != "calculation/growth" {
		t.Errorf("got %s %s %s %s, want 49.6: (51.6 - 34.5) / 34.5 = 0.49565", f.Exact(), f.State, f.Nature, f.ID)
	}
	if len(f.Rests.Inputs) != 2 || f.Rests.Inputs[1].Figure.Text(lang.EN) != "€51.6M" || strings.Join(f.Rests.Claims, " ") != "y23 y24" {
		t.Errorf("rests on %v", f.Rests)
	}
}

func TestACalculationMayBeRoundedToHundredsOfThousands(t *testing.T) {
	f := read(t, strings.Replace(sums, "unit: percent", "unit: eur", 1)+"formula: a / 1.72\nround: -5\ninputs: [{name: a, claim: y23}]\n", "2026-06-01").CalculationByID("growth").Figure
	if f.Exact() != "20100000" {
		t.Errorf("got %s, want 20100000: 34.5 M / 1.72 = 20058139.53", f.Exact())
	}
}

func TestACalculationThatCannotBeMadeIsUnknownAndSaysWhy(t *testing.T) {
	tests := map[string]string{
		"an unknown claim":   "formula: a + 1\nround: 0\ninputs: [{name: a, claim: nobody}]\n",
		"a range":            "formula: a + 1\nround: 0\ninputs: [{name: a, claim: range}]\n",
		"a name not given":   "formula: a + b\nround: 0\ninputs: [{name: a, claim: y23}]\n",
		"a division by zero": "formula: a / (a - a)\nround: 0\ninputs: [{name: a, claim: y23}]\n",
		"a broken formula":   "formula: a +\nround: 0\ninputs: [{name: a, claim: y23}]\n",
	}
	for name, rest := range tests {
		t.Run(name, func(t *testing.T) {
			c := read(t, sums+rest, "2026-06-01").CalculationByID("growth")
			if c.Figure.Known() || c.Failure == "" {
				t.Errorf("figure %s, failure %q", c.Figure.State, c.Failure)
			}
		})
	}
}

func TestFiguresListsEveryNumberOfTheDataOnce(t *testing.T) {
	ds := read(t, sums+"formula: a + 1\nround: 0\ninputs: [{name: a, claim: y23}]\n"+promise, "2026-06-01")
	var ids []string
	for _, f := range ds.Figures() {
		ids = append(ids, f.ID)
	}
	if got := strings.Join(ids, " "); got != "calculation/growth claim/promised commitments/followed orders/2023 orders/2024" {
		t.Errorf("figures: %s", got)
	}
}

func TestACalculationThatMixesTwoWaysToCountSaysSoOrIsNone(t *testing.T) {
	const invoices = `-- data/series/invoices.yaml --
measure: invoices
perimeter: all
title: Invoices
unit: eur
basis: {stage: invoiced, tax: unknown, accumulation: year}
observations:
  - period: "2024"
    claims: [{id: i24, value: 40 M, source: gazette, read: 2026-01-01}]
-- data/series/ordered.yaml --
measure: ordered
perimeter: all
title: Ordered
unit: eur
basis: {stage: ordered, tax: unknown, accumulation: year}
observations:
  - period: "2024"
    claims: [{id: o24, value: 50 M, source: gazette, read: 2026-01-01}]
`
	share := invoices + sums + "formula: a / b * 100\nround: 0\ninputs: [{name: a, claim: i24}, {name: b, claim: o24}]\n"
	c := read(t, share, "2026-06-01").CalculationByID("growth")
	if c.Figure.Known() || !strings.Contains(c.Failure, "stage") {
		t.Errorf("figure %s, failure %q", c.Figure.Exact(), c.Failure)
	}
	c = read(t, share+"mixes: {fr: Faute de mieux., en: For want of better.}\n", "2026-06-01").CalculationByID("growth")
	if c.Figure.Exact() != "80" || c.Figure.Perimeter != "all" {
		t.Errorf("got %s in %q: %s", c.Figure.Exact(), c.Figure.Perimeter, c.Failure)
	}
}
