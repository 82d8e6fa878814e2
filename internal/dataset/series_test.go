package dataset_test

import (
	"strings"
	"testing"

	"vigie/internal/figure"
	"vigie/internal/value/lang"
)

const series = `
-- data/series/orders.yaml --
measure: orders
perimeter: all
title: Orders
unit: eur
`

// observation writes a series of one observation of 2024.
func observation(rest ...string) string {
	return series + "observations:\n  - period: \"2024\"\n    " + strings.Join(rest, "\n    ") + "\n"
}

func TestAnObservationBecomesOneFigure(t *testing.T) {
	tests := []struct {
		name  string
		rest  []string
		state figure.State
		text  string
		claim string // the published one
	}{
		{"one claim is sure", []string{
			"claims: [{id: a, value: 51.6 M, source: gazette, read: 2026-01-01}]"},
			figure.Sure, "51,6 M€", "a"},
		{"claims that differ by less than one percent agree, the nearest source published", []string{
			"claims:",
			"  - {id: a, value: 51.6 M, source: gazette, read: 2026-01-01}",
			"  - {id: b, value: 52 M, source: court, read: 2026-01-01}"},
			figure.Sure, "52 M€", "b"},
		{"claims that differ by more are disputed, from the lowest to the highest", []string{
			"claims:",
			"  - {id: a, value: 51.6 M, source: gazette, read: 2026-01-01}",
			"  - {id: b, value: 44 M, source: gazette, read: 2026-01-01}"},
			figure.Disputed, "44 à 51,6 M€", "a"},
		{"a bound agrees with what lies beyond it, and the exact number is published", []string{
			"claims:",
			"  - {id: a, value: over 50 M, source: gazette, read: 2026-01-01}",
			"  - {id: b, value: 51.6 M, source: gazette, read: 2026-01-01}"},
			figure.Sure, "51,6 M€", "b"},
		{"a number inside the range of another source agrees with it", []string{
			"claims:",
			"  - {id: a, value: 2 bn to 6 bn, source: court, read: 2026-01-01}",
			"  - {id: b, value: 6 bn, source: gazette, read: 2026-01-01}"},
			figure.Sure, "2 à 6 Md€", "a"},
		{"nothing rests on a claim that was withdrawn", []string{
			"claims:",
			"  - {id: a, value: 51.6 M, source: gazette, read: 2026-01-01, withdrawn: {on: 2026-01-02, reason: {fr: Erreur., en: Mistake.}}}",
			"  - {id: b, value: 44 M, source: gazette, read: 2026-01-01}"},
			figure.Sure, "44 M€", "b"},
		{"a declared rule settles a dispute without hiding it", []string{
			"claims:",
			"  - {id: a, value: 51.6 M, source: gazette, read: 2026-01-01}",
			"  - {id: b, value: 44 M, source: court, read: 2026-01-01}",
			"resolution: {claim: a, rule: latest, reason: {fr: Plus récent., en: Later.}, on: 2026-01-01}"},
			figure.Settled, "51,6 M€", "a"},
		{"a resolution of what is not disputed changes the claim, not the state", []string{
			"claims:",
			"  - {id: a, value: 51.6 M, source: gazette, read: 2026-01-01}",
			"  - {id: b, value: 51.7 M, source: court, read: 2026-01-01}",
			"resolution: {claim: a, rule: latest, reason: {fr: Plus récent., en: Later.}, on: 2026-01-01}"},
			figure.Sure, "51,6 M€", "a"},
		{"a reason stands where there is no value", []string{
			"unknown: not-published"},
			figure.Unknown, "inconnu", ""},
		{"a claim without number leaves the value unknown, and not zero", []string{
			"claims: [{id: a, source: gazette, read: 2026-01-01}]"},
			figure.Unknown, "inconnu", "a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ds := read(t, observation(tt.rest...), "2026-06-01")
			p := ds.SeriesByID("orders").Points[0]
			text := strings.ReplaceAll(p.Figure.Text(lang.FR), lang.NBSP, " ")
			if p.Figure.State != tt.state || text != tt.text {
				t.Errorf("got %s %q, want %s %q", p.Figure.State, text, tt.state, tt.text)
			}
			var published string
			if len(p.Claims) > 0 {
				published = p.Claims[0].ID
			}
			if published != tt.claim || len(p.Figure.Rests.Claims) != len(p.Claims) {
				t.Errorf("got claims %v, want %q first", p.Figure.Rests.Claims, tt.claim)
			}
			if p.Figure.ID != "orders/2024" {
				t.Errorf("figure %q", p.Figure.ID)
			}
		})
	}
}

func TestATolerancePerSeriesDecidesWhatAgrees(t *testing.T) {
	claims := `
observations:
  - period: "2024"
    claims:
      - {id: a, value: "100", source: gazette, read: 2026-01-01}
      - {id: b, value: "105", source: gazette, read: 2026-01-01}
`
	if p := read(t, series+"tolerance: \"5\""+claims, "2026-06-01").SeriesByID("orders").Points[0]; p.Figure.State != figure.Sure {
		t.Errorf("five percent apart within five: %s", p.Figure.State)
	}
	if p := read(t, series+"tolerance: \"4.7\""+claims, "2026-06-01").SeriesByID("orders").Points[0]; p.Figure.State != figure.Disputed {
		t.Errorf("five percent apart within 4.7: %s", p.Figure.State)
	}
}

func TestPointsStandInOrderOfTimeAndTheLatestIsTheLastKnown(t *testing.T) {
	ds := read(t, series+`
observations:
  - {period: "2025", unknown: expected}
  - period: "2024"
    claims: [{id: b, value: "2", source: gazette, read: 2026-01-01}]
  - period: "2022/2023"
    claims: [{id: a, value: "1", source: gazette, read: 2026-01-01}]
  - period: "../2021"
    claims: [{id: c, value: "9", source: gazette, read: 2026-01-01}]
`, "2026-06-01")
	s := ds.SeriesByID("orders")
	var order []string
	for _, p := range s.Points {
		order = append(order, p.Figure.ID)
	}
	if got := strings.Join(order, " "); got != "orders/until-2021 orders/2022_2023 orders/2024 orders/2025" {
		t.Errorf("order: %s", got)
	}
	for day, want := range map[string]string{"2026-06-01": "2", "2023-06-01": "1", "2021-12-31": "9"} {
		if p, ok := s.Latest(mustDay(t, day)); !ok || p.Figure.Exact() != want {
			t.Errorf("latest on %s: %q, want %q", day, p.Figure.Exact(), want)
		}
	}
	if _, ok := s.Latest(mustDay(t, "2021-12-30")); ok {
		t.Error("nothing was known before the first point")
	}
	if s.Known() != 3 {
		t.Errorf("known points: %d, want 3", s.Known())
	}
}

func TestADeclaredContradictionMakesADispute(t *testing.T) {
	claims := observation(
		"claims:",
		"  - {id: a, value: 2 bn to 6 bn, source: court, read: 2026-01-01}",
		"  - {id: b, value: 6 bn, source: gazette, read: 2026-01-01}")
	declared := `
-- data/contradictions/spending.yaml --
title: {fr: Dépense, en: Spending}
claims: [a, b]
nature: definition
explanation: {fr: Autre périmètre., en: Another perimeter.}
`
	for extra, want := range map[string]figure.State{
		declared:                      figure.Disputed,
		declared + "apparent: true\n": figure.Sure,
	} {
		f := read(t, claims+extra, "2026-06-01").SeriesByID("orders").Points[0].Figure
		if f.State != want || f.Exact() != "2000000000/6000000000" {
			t.Errorf("got %s %s, want %s", f.State, f.Exact(), want)
		}
	}
}
