package sentence_test

import (
	"testing"

	"vigie/internal/chart/sentence"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func TestCategoriesAreDescribedByRank(t *testing.T) {
	for _, tc := range []struct {
		name   string
		lines  []indicator.Line
		fr, en string
	}{
		{"a few places are listed in order", []indicator.Line{line("A", "A", points{at(euro, "Scaleway", "3.6 M"), at(euro, "OVH", "19.5 M"), at(euro, "AWS", "not-published")})},
			"De la plus grande valeur à la plus petite : OVH, 19,5 M€ ; Scaleway, 3,6 M€.\nInconnu, car personne ne le publie : AWS.",
			"From the largest value to the smallest: OVH, €19.5M; Scaleway, €3.6M.\nUnknown, as nobody publishes it: AWS."},
		{"places that count nothing are named", []indicator.Line{line("A", "A", points{at(offer, "J0", "2"), at(offer, "J1", "0"), at(offer, "J2", "0")})},
			"Valeur connue : J0, 2 offres.\nAucun cas n’est compté pour : J1 ; J2.",
			"Known value: J0, 2 offers.\nNo case is counted for: J1; J2."},
		{"many places: the largest and the smallest", []indicator.Line{line("A", "A", points{at(offer, "a", "9"), at(offer, "b", "8"), at(offer, "c", "7"), at(offer, "d", "6"), at(offer, "e", "5"), at(offer, "f", "4"), at(offer, "g", "1")})},
			"Plus grandes valeurs : a, 9 offres ; b, 8 offres ; c, 7 offres.\nPlus petite valeur connue : g, 1 offre.",
			"Largest values: a, 9 offers; b, 8 offers; c, 7 offers.\nSmallest known value: g, 1 offer."},
		{"several lines: the top of each", []indicator.Line{line("Interne", "Internal", points{at(offer, "x", "2"), at(offer, "y", "2")}), line("Externe", "External", points{at(offer, "x", "1"), at(offer, "y", "7")})},
			"Au plus haut : Interne, 2 offres (x, entre autres) ; Externe, 7 offres (y).",
			"At its highest: Internal, 2 offers (x, among others); External, 7 offers (y)."},
		{"a disputed place gives its range", []indicator.Line{line("A", "A", points{at(euro, "Nubo", "55 M to 60 M")}.disputed(0))},
			"Valeur connue : Nubo, 55 à 60 M€.\nLes sources ne s’accordent pas : Nubo, 55 à 60 M€.",
			"Known value: Nubo, €55M to €60M.\nSources disagree: Nubo, €55M to €60M."},
		{"what is promised is no known value", []indicator.Line{{Key: "p", Role: "target", Label: both("Promis", "Promised"), Points: points{at(euro, "p1", "at most 12 bn")}}, line("Mesuré", "Measured", points{at(euro, "m1", "not-published")})},
			"Aucune valeur n’est connue.\nUn objectif, et non une mesure : p1, au plus 12 Md€.\nInconnu, car personne ne le publie : m1.",
			"No value is known.\nA target, and not a measure: p1, at most €12bn.\nUnknown, as nobody publishes it: m1."},
	} {
		t.Run(tc.name, func(t *testing.T) { compare(t, result(indicator.Categories, tc.lines...), tc.fr, tc.en) })
	}
}

func TestSpansAreDescribedByTheirTerms(t *testing.T) {
	span := func(name, period, left string) indicator.Point {
		p := at(days, name, left)
		if period != "" {
			p.Period = cal.MustPeriod(period)
		}
		return p
	}
	compare(t, result(indicator.Spans, line("A", "A", points{
		span("b", "2024-01-01/2026-11-30", "7"), span("a", "2024-01-01/2026-11-30", "7"), span("c", "2024-06-19/2027-06-18", "207"),
		span("old", "2020-01-01/2022-12-31", "not-applicable"), span("dateless", "", "not-collected"), span("replaced", "2025-01-01/2027-12-31", "not-applicable"),
	})),
		"Prochain terme : a, le 30 novembre 2026, dans 7 jours ; b, le 30 novembre 2026, dans 7 jours.\nEnsuite : c, le 18 juin 2027, dans 207 jours.\nTerme déjà passé : old, le 31 décembre 2022.\nNe court plus, ou pas encore : replaced.\nDates inconnues : dateless.",
		"Next to end: a, on 30 November 2026, in 7 days; b, on 30 November 2026, in 7 days.\nThen: c, on 18 June 2027, in 207 days.\nAlready ended: old, on 31 December 2022.\nNo longer running, or not yet: replaced.\nDates unknown: dateless.")
}

// TestAnEndThatMayHaveBeenRenewedSaysByWhatItIsKnown reads a calendar around the
// last day of what it holds.
func TestAnEndThatMayHaveBeenRenewedSaysByWhatItIsKnown(t *testing.T) {
	ahead := days
	ahead.Zero, ahead.Alone = both("aujourd’hui", "today"), both("demain", "tomorrow")
	end := func(name, last, left string, known bool) indicator.Point {
		p := at(ahead, name, left)
		p.Period = cal.MustPeriod("2024-01-01/" + last)
		if known {
			p.By = both("catalogue du 27 janvier 2026", "catalogue of 27 January 2026")
		}
		return p
	}
	compare(t, result(indicator.Spans, line("A", "A", points{
		end("now", "2026-11-23", "0", true), end("next", "2026-11-24", "1", false), end("gone", "2026-11-22", "not-applicable", true), end("left out", "2026-11-20", "not-applicable", false),
	})),
		"Prochain terme : now, le 23 novembre 2026, aujourd’hui d’après ce que nous avons lu (catalogue du 27 janvier 2026).\nEnsuite : next, le 24 novembre 2026, demain.\n"+
			"Terme passé d’après ce que nous avons lu, sans que l’on sache si un renouvellement a été publié depuis : gone, le 22 novembre 2026 (catalogue du 27 janvier 2026).\nTerme déjà passé : left out, le 20 novembre 2026.",
		"Next to end: now, on 23 November 2026, today, as far as we have read (catalogue of 27 January 2026).\nThen: next, on 24 November 2026, tomorrow.\n"+
			"Ended, as far as we have read, while a renewal may have been published since: gone, on 22 November 2026 (catalogue of 27 January 2026).\nAlready ended: left out, on 20 November 2026.")
}

func TestPromisesAreDescribedByWhatBecameOfThem(t *testing.T) {
	promise := func(name, period, state, value string) indicator.Point {
		p := at(offer, name, value)
		p.Period, p.State = cal.MustPeriod(period), state
		return p
	}
	judged := func(p indicator.Point, on string) indicator.Point {
		p.Seen = cal.MustDate(on)
		return p
	}
	compare(t, result(indicator.Deadlines, line("A", "A", points{
		judged(promise("done", "2020/2022-12", "kept-late", "not-applicable"), "2023-01-23"),
		judged(promise("late", "2018-07/2022", "missed", "100"), "2022-11-15"), promise("open", "2020/..", "unverifiable", "not-applicable"),
		promise("next", "2026/2026-Q4", "under-way", "not-applicable"),
	})),
		"Prochaine échéance, au 4e trimestre 2026 : next.\nTenu en retard : done (échéance : décembre 2022, fait : 23 janvier 2023).\nNon tenu à l’échéance : late (100 offres, échéance : 2022, constaté : 15 novembre 2022).\nEn cours : next.\nInvérifiable : open.",
		"Next deadline, in Q4 2026: next.\nKept late: done (deadline: December 2022, done: 23 January 2023).\nNot kept by the deadline: late (100 offers, deadline: 2022, seen: 15 November 2022).\nUnder way: next.\nUnverifiable: open.")
}

func TestCoverageSaysWhatPartOfTheCasesCouldBeDecided(t *testing.T) {
	tests := []struct {
		name         string
		known, total int
		unknown      bool
		fr, en       string
	}{
		{"rounded to the nearest percent", 1204, 1999, false, "Couvre 60 % : 1 204 sur 1 999 (communes).", "Covers 60%: 1,204 out of 1,999 (communes)."},
		{"half of a percent goes up", 1, 200, false, "Couvre 1 % : 1 sur 200 (communes).", "Covers 1%: 1 out of 200 (communes)."},
		{"a little is not nothing", 1, 2000, false, "Couvre moins de 1 % : 1 sur 2 000 (communes).", "Covers less than 1%: 1 out of 2,000 (communes)."},
		{"nearly all is not all", 1999, 2000, false, "Couvre plus de 99 % : 1 999 sur 2 000 (communes).", "Covers more than 99%: 1,999 out of 2,000 (communes)."},
		{"nothing", 0, 3, false, "Couvre 0 % : 0 sur 3 (communes).", "Covers 0%: 0 out of 3 (communes)."},
		{"all", 3, 3, false, "Couvre 100 % : 3 sur 3 (communes).", "Covers 100%: 3 out of 3 (communes)."},
		{"no case at all", 0, 0, false, "Couverture inconnue : aucun cas à décider (communes).", "Coverage unknown: no case to decide (communes)."},
		{"a total that is not known", 1204, 0, true, "Couverture inconnue : 1 204 cas trouvés, total inconnu (communes).", "Coverage unknown: 1,204 found, total unknown (communes)."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := result(indicator.Through)
			r.Coverage = indicator.Coverage{Known: test.known, Total: test.total, Unknown: test.unknown, Of: both("communes", "communes")}
			if got := plain(sentence.Coverage(r, lang.FR, nil)); got != test.fr {
				t.Errorf("%q, want %q", got, test.fr)
			}
			if got := plain(sentence.Coverage(r, lang.EN, nil)); got != test.en {
				t.Errorf("%q, want %q", got, test.en)
			}
		})
	}
}

func TestFrenchSentencesKeepTheirSpaces(t *testing.T) {
	s := sentence.Sentences(result(indicator.Through, line("A", "A", points{said(euro, "2023", "5 M")})), today, lang.FR, nil)[0].Parts
	if got := s[0].Text; got != "Dernière valeur connue"+lang.NBSP+": " {
		t.Errorf("%q", got)
	}
	if s[1].Figure == nil || s[1].Figure.ID != "made/2023" {
		t.Error("the number lost its proof")
	}
}
