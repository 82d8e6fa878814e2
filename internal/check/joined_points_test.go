package check_test

import (
	"slices"
	"strings"
	"testing"
)

// buyers is a made-up series of one channel, whose last point counts all channels.
const buyers = `# data/perimeters/all-channels.yaml
title: {fr: Tous les canaux, en: All channels}
counts: {fr: Tous les achats, en: All purchases}
# data/series/cloud.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: eur
basis: {stage: ordered, tax: HT, accumulation: year}
title: {fr: Commandes, en: Orders}
observations:
  - period: "2025"
    CHANGE
    claims:
      - {id: cloud-2, value: 90 M, source: example-report, read: 2026-10-01}
  - period: "2024"
    claims:
      - {id: cloud-1, value: 12000 k, source: example-report, read: 2026-10-01}
`

func TestJoiningTwoWaysToCountIsReportedAtBothPlaces(t *testing.T) {
	for name, c := range map[string]struct{ change, says, at, and string }{
		"all channels after one":      {"perimeter: all-channels", "the perimeter example-all-buyers", "data/series/cloud.yaml:9:16", "data/series/cloud.yaml:2:12"},
		"invoiced after ordered":      {"basis: {stage: invoiced, tax: HT, accumulation: year}", "the stage ordered", "data/series/cloud.yaml:9:20", "data/series/cloud.yaml:5:16"},
		"with tax after without":      {"basis: {stage: ordered, tax: TTC, accumulation: year}", "the tax HT", "data/series/cloud.yaml:9:34", "data/series/cloud.yaml:5:30"},
		"a cumulative after one year": {"basis: {stage: ordered, tax: HT, accumulation: cumulative}", "the accumulation year", "data/series/cloud.yaml:9:52", "data/series/cloud.yaml:5:48"},
	} {
		t.Run(name, func(t *testing.T) {
			example := strings.Replace(buyers, "CHANGE", c.change, 1)
			found := valid(t).with(example).check(t, asOf)
			if len(found) != 1 || found[0].Rule != "joined-points" || !strings.Contains(found[0].Message, c.says) {
				t.Fatalf("found %v", found)
			}
			if p := found[0]; p.Place.String() != c.at || len(p.Also) != 1 || p.Also[0].String() != c.and {
				t.Errorf("reported at %s and %v, want %s and %s", p.Place, p.Also, c.at, c.and)
			}
			broken := strings.Replace(buyers, "CHANGE", c.change+"\n    break: {fr: On compte autrement., en: It is counted otherwise.}", 1)
			for _, p := range valid(t).with(broken).check(t, asOf) {
				t.Errorf("with a break: %s", inWords(p))
			}
		})
	}
}

func TestACalculationThatMixesNamesBothSeries(t *testing.T) {
	found := valid(t).with(`# data/calculations/example-extra.yaml
title: {fr: Part calculée, en: Computed share}
formula: a / b * 100
words: {fr: L'un sur l'autre, en: One over the other}
inputs:
  - {name: a, claim: example-invoices-2025}
  - {name: b, claim: example-orders-2025}
unit: percent
round: 1
`).check(t, asOf)
	if len(found) != 1 {
		t.Fatalf("found %v", found)
	}
	var also []string
	for _, p := range found[0].Also {
		also = append(also, p.File)
	}
	if want := []string{"data/series/example-invoices.yaml", "data/series/example-orders.yaml"}; found[0].File != "data/calculations/example-extra.yaml" || !slices.Equal(also, want) {
		t.Errorf("reported at %s and %v, want %v", found[0].Place, also, want)
	}
}
