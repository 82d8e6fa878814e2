package indicator_test

import (
	"strings"
	"testing"
)

// series writes a series whose observations are given in full.
func series(id, unit, rest string) string {
	return "-- data/series/" + id + ".yaml --\nmeasure: measure\ntitle: " + id + "\nunit: " + unit + "\n" + rest + "\n"
}

// at writes an observation with one claim named after it.
func at(period, id, value string) string {
	return "  - period: \"" + period + "\"\n    claims: [{id: " + id + ", value: " + value + ", source: gazette, read: 2026-01-01}]\n"
}

var orders = series("ugap-orders-per-year", "eur", `perimeter: all
note: {fr: Taxe inconnue., en: Tax unknown.}
observations:
  - {period: "2022", unknown: not-published}
  - period: "2024"
    break: {fr: Autre marché., en: Another contract.}
    claims:
      - {id: o24, value: 51.6 M, source: gazette, read: 2026-01-01}
      - {id: hearing, value: 44 M, source: gazette, read: 2026-01-01}
`+at("2023", "o23", "34.5 M")) +
	series("ugap-orders-per-year-state", "eur", "perimeter: all\nobservations:\n"+at("2024", "s24", "32.4 M")) + `
-- data/calculations/2022-orders.yaml --
title: {fr: Déduction, en: Deduction}
words: {fr: Un calcul., en: A sum.}
formula: a / 1.72
inputs: [{name: a, claim: o23}]
unit: eur
round: -5
period: "2022"
-- data/contradictions/totals.yaml --
title: {fr: "Deux totaux ?", en: "Two totals?"}
claims: [o24, hearing]
nature: value
explanation: {fr: Non expliqué., en: Not explained.}
-- data/perimeters/hearing.yaml --
title: {fr: Audition, en: Hearing}
counts: {fr: Ce qui fut dit., en: What was counted.}
claim_ids: [hearing]
-- data/indicators/ugap-orders-by-provider.yaml --
title: {fr: Par fournisseur, en: By supplier}
question: {fr: À qui ?, en: To whom?}
method: {fr: Telles que dites., en: As given.}
compute: parts
unit: eur
line: {key: orders, label: {fr: Commandes, en: Orders}, role: series1}
lines:
  - {key: a, series: ugap-orders-2024-a}
  - {key: b, series: ugap-orders-2024-b}
cases: {fr: fournisseurs, en: suppliers}
`

func TestOrdersKeepUnknownYearsDisputesAndPerimeters(t *testing.T) {
	r := check(t, read(t, orders, "2026-06-01"), "ugap-orders",
		"all: 2022=unknown not-published 2023=34500000 2024=44000000/51600000 disputed",
		"state: 2024=32400000",
		"computed: 2022=20100000")
	covers(t, r, 3, 4) // three years of one line, of which one is unknown, and one year of the other
	if p := r.Line("all").Point("2024"); p.Figure.ID != "ugap-orders-per-year/2024" || p.Break.EN != "Another contract." || p.Label.FR != "2024" {
		t.Errorf("the figure of the data itself: %s, %v, %v", p.Figure.ID, p.Break, p.Label)
	}
	want := "ugap-orders-per-year : Taxe inconnue.\nMarché commun, non compté : les achats directs.\nDeux totaux ? Non expliqué."
	if notes(r) != want {
		t.Errorf("notes, each once:\n%s\nwant:\n%s", notes(r), want)
	}
}

func share(id, provider, claim, value string) string {
	return "-- data/providers/" + provider + ".yaml --\nname: " + strings.ToUpper(provider) + "\n" +
		series("ugap-orders-2024-"+id, "eur", "perimeter: hearing\nprovider: "+provider+"\nobservations:\n"+at("2024", claim, value))
}

func TestOrdersByProviderRestOnTheTotalOfTheSameHearing(t *testing.T) {
	ds := read(t, orders+share("b", "beta", "b24", "8.1 M")+share("a", "alpha", "a24", "19.5 M"), "2026-06-01")
	r := check(t, ds, "ugap-orders-by-provider",
		"2024: alpha=19500000 beta=8100000 others=16400000") // 44 - 19.5 - 8.1
	covers(t, r, 2, 0) // nobody says how many suppliers there are
	f := r.Lines[0].Point("others").Figure
	if f.Rests.Formula != "total - part1 - part2" || strings.Join(f.Rests.Claims, " ") != "hearing a24 b24" || f.Nature != "computed" {
		t.Errorf("others rest on %s of %v", f.Rests.Formula, f.Rests.Claims)
	}
}

func TestTheRestIsUnknownWhenAPartIsDisputed(t *testing.T) {
	disputed := strings.Replace(share("b", "beta", "b24", "8.1 M"), "claims: [{", "claims: [{id: b24-other, value: 9 M, source: gazette, read: 2026-01-01}, {", 1)
	check(t, read(t, orders+disputed+share("a", "alpha", "a24", "19.5 M"), "2026-06-01"), "ugap-orders-by-provider",
		"2024: alpha=19500000 beta=8100000/9000000 disputed others=unknown not-collected")
}

func TestSharesOfDistinctPerimetersAreDistinctLines(t *testing.T) {
	ds := read(t, series("ugap-european-share", "percent", "perimeter: all\nobservations:\n"+at("2024", "e24", "\"73\"")+at("2025", "e25", "\"70\""))+
		series("ugap-secnumcloud-share", "percent", "perimeter: all\nobservations:\n"+at("2024", "q24", "about 33")), "2026-06-01")
	check(t, ds, "ugap-shares", "european: 2024=73 2025=70", "secnumcloud: 2024=about 33")
}

func TestInternalCloudsStandSideBySide(t *testing.T) {
	ds := read(t, series("nubo-cost", "eur", "perimeter: all\nobservations:\n"+at("2016/2024", "n", "55 M"))+
		series("internal-clouds-cost", "eur", "perimeter: all\nobservations:\n"+at("../2024", "b", "about 100 M"))+
		series("internal-clouds-own-use", "percent", "perimeter: all\nobservations:\n"+at("2025", "u", "about 95"))+
		series("nubo-virtual-machines", "virtual-machine", "perimeter: all\nobservations:\n"+at("2021-03-31", "v21", "\"2000\"")+"  - {period: \"2024\", unknown: not-published}"), "2026-06-01")
	r := check(t, ds, "internal-clouds-cost", "cost: nubo=55000000 nubo-and-pi=about 100000000")
	if p := r.Lines[0].Points[1]; p.Label.FR != "Nubo et Pi ensemble, jusqu’à 2024" {
		t.Errorf("label: %s", p.Label.FR)
	}
	check(t, ds, "internal-clouds-use", "use: own=about 95")
	r = check(t, ds, "internal-clouds-machines", "nubo: 2021-03-31=2000 2024=unknown not-published")
	covers(t, r, 1, 4) // from 2021 to 2024
}
