package sentence_test

import (
	"testing"

	"vigie/internal/indicator"
)

func TestLinesThroughTimeAreDescribedByLevelChangeExtremesAndGaps(t *testing.T) {
	for _, tc := range []struct {
		name   string
		lines  []indicator.Line
		fr, en string
	}{
		{"a line that grows", []indicator.Line{line("Commandes", "Orders", points{said(euro, "2023", "34.5 M"), said(euro, "2025", "84 M")})},
			"Dernière valeur connue : 84 M€ en 2025.\nDu premier au dernier point comparable : 34,5 M€ en 2023, puis 84 M€ en 2025 (en hausse).\nAucune observation : en 2024.",
			"Last known value: €84M in 2025.\nFrom the first to the last comparable point: €34.5M in 2023, then €84M in 2025 (up).\nNo observation: in 2024."},
		{"a range that lies above the first value grows whichever value is taken", []indicator.Line{line("A", "A", points{said(euro, "2023", "34 M"), said(euro, "2024", "44 M to 51 M")}.disputed(1))},
			"Dernière valeur connue : 44 à 51 M€ en 2024, selon les sources.\nDu premier au dernier point comparable : 34 M€ en 2023, puis 44 à 51 M€ en 2024, selon les sources (en hausse, quelle que soit la valeur retenue).\nLes sources ne s’accordent pas : 44 à 51 M€ en 2024.",
			"Last known value: €44M to €51M in 2024, depending on the source.\nFrom the first to the last comparable point: €34M in 2023, then €44M to €51M in 2024, depending on the source (up, whichever value is taken).\nSources disagree: €44M to €51M in 2024."},
		{"a range that holds the first value goes no known way", []indicator.Line{line("A", "A", points{said(euro, "2023", "45 M"), said(euro, "2024", "44 M to 51 M")})},
			"Dernière valeur connue : 44 à 51 M€ en 2024.\nDu premier au dernier point comparable : 45 M€ en 2023, puis 44 à 51 M€ en 2024 (en hausse ou en baisse selon la valeur retenue).",
			"Last known value: €44M to €51M in 2024.\nFrom the first to the last comparable point: €45M in 2023, then €44M to €51M in 2024 (up or down depending on the value taken)."},
		{"bounds say nothing of a direction", []indicator.Line{line("A", "A", points{said(offer, "2024-03-31", "at least 2"), said(offer, "2024-06-30", "at least 9")})},
			"Dernière valeur connue : au moins 9 offres le 30 juin 2024.\nDu premier au dernier point comparable : au moins 2 offres le 31 mars 2024, puis au moins 9 offres le 30 juin 2024.",
			"Last known value: at least 9 offers on 30 June 2024.\nFrom the first to the last comparable point: at least 2 offers on 31 March 2024, then at least 9 offers on 30 June 2024."},
		{"unknown years are listed together with their reason", []indicator.Line{line("A", "A", points{said(euro, "2020", "not-published"), said(euro, "2021", "not-published"), said(euro, "2022", "not-published"), said(euro, "2023", "5 M"), said(euro, "2024", "lost")})},
			"Dernière valeur connue : 5 M€ en 2023.\nInconnu, car personne ne le publie : de 2020 à 2022.\nInconnu, car ce qui fut publié ne se trouve plus : en 2024.",
			"Last known value: €5M in 2023.\nUnknown, as nobody publishes it: from 2020 to 2022.\nUnknown, as what was published can no longer be found: in 2024."},
		{"a break ends the comparison and is mentioned", []indicator.Line{line("A", "A", points{said(euro, "2023", "9 M"), said(euro, "2024", "5 M"), said(euro, "2025", "4 M")}.broken(1, "Périmètre plus étroit.", "Narrower perimeter."))},
			"Dernière valeur connue : 4 M€ en 2025.\nDu premier au dernier point comparable : 5 M€ en 2024, puis 4 M€ en 2025 (en baisse).\nRupture en 2024. Périmètre plus étroit.",
			"Last known value: €4M in 2025.\nFrom the first to the last comparable point: €5M in 2024, then €4M in 2025 (down).\nBreak in 2024. Narrower perimeter."},
		{"a summit between the ends is mentioned", []indicator.Line{line("A", "A", points{said(euro, "2023-03", "3 M"), said(euro, "2023-04", "8 M"), said(euro, "2023-05", "3 M")})},
			"Dernière valeur connue : 3 M€ en mai 2023.\nDu premier au dernier point comparable : 3 M€ en mars 2023, puis 3 M€ en mai 2023 (sans changement).\nMaximum : 8 M€ en avril 2023.",
			"Last known value: €3M in May 2023.\nFrom the first to the last comparable point: €3M in March 2023, then €3M in May 2023 (no change).\nHighest: €8M in April 2023."},
		{"a settled dispute says that a rule chose", []indicator.Line{line("A", "A", points{said(euro, "2023", "34 M")}.settled(0))},
			"Dernière valeur connue : 34 M€ en 2023.\nLes sources ne s’accordent pas et une règle déclarée choisit : 34 M€ en 2023.",
			"Last known value: €34M in 2023.\nSources disagree and a declared rule chooses: €34M in 2023."},
		{"several lines are named", []indicator.Line{line("Tous", "All", points{said(euro, "2024", "5 M")}), line("État", "State", points{said(euro, "2024", "2 M")})},
			"Dernières valeurs connues, en 2024 : Tous, 5 M€ ; État, 2 M€.",
			"Last known values, in 2024: All, €5M; State, €2M."},
		{"a target is kept apart from facts", []indicator.Line{line("Part", "Share", points{said(euro, "2024", "5 M")}), {Key: "target", Role: "target", Label: both("Objectif", "Target"), Points: points{said(euro, "2025", "9 M")}}},
			"Dernière valeur connue : 5 M€ en 2024.\nObjectif : 9 M€ en 2025 ; la dernière valeur connue est en dessous.",
			"Last known value: €5M in 2024.\nTarget: €9M in 2025; the last known value lies below it."},
		{"numbers counted anew each month show no trend", []indicator.Line{line("Termes", "Terms", points{counted("2026-11", "1"), counted("2026-12", "0"), counted("2027-06", "4")})},
			"Termes : 1 offre en novembre 2026 et 4 offres en juin 2027.\nAucun cas aux autres dates.",
			"Terms: 1 offer in November 2026 and 4 offers in June 2027.\nNo case on the other dates."},
		{"nothing known at all", []indicator.Line{line("A", "A", points{said(euro, "2018/2023", "refused")})},
			"Aucune valeur n’est connue.\nInconnu, car la demande en a été refusée : de 2018 à 2023.",
			"No value is known.\nUnknown, as it was asked for and refused: from 2018 to 2023."},
	} {
		t.Run(tc.name, func(t *testing.T) { compare(t, result(indicator.Through, tc.lines...), tc.fr, tc.en) })
	}
}

func TestPeriodsTakeTheirPrepositions(t *testing.T) {
	for _, tc := range []struct{ name, period, fr, en string }{
		{"a year", "2023", "en 2023", "in 2023"},
		{"a month", "2022-10", "en octobre 2022", "in October 2022"},
		{"a day", "2022-10-14", "le 14 octobre 2022", "on 14 October 2022"},
		{"the first of a month", "2026-07-01", "le 1er juillet 2026", "on 1 July 2026"},
		{"a quarter", "2021-Q1", "au 1er trimestre 2021", "in Q1 2021"},
		{"a half-year", "2026-H2", "au 2e semestre 2026", "in the second half of 2026"},
		{"years", "2016/2024", "de 2016 à 2024", "from 2016 to 2024"},
		{"an elided month", "2019-10/2020", "d’octobre 2019 à 2020", "from October 2019 to 2020"},
		{"days", "2018-07-03/2018-10-01", "du 3 juillet 2018 au 1er octobre 2018", "from 3 July 2018 to 1 October 2018"},
		{"half-years", "2024-H1/2025-H1", "du 1er semestre 2024 au 1er semestre 2025", "from the first half of 2024 to the first half of 2025"},
		{"an open end", "2018/..", "depuis 2018", "since 2018"},
		{"an open end on a day", "2018-07-03/..", "depuis le 3 juillet 2018", "since 3 July 2018"},
		{"an open start", "../2024", "jusqu’en 2024", "until 2024"},
		{"an open start on a day", "../2024-05-02", "jusqu’au 2 mai 2024", "until 2 May 2024"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			compare(t, result(indicator.Through, line("A", "A", points{said(euro, tc.period, "5 M")})),
				"Dernière valeur connue : 5 M€ "+tc.fr+".", "Last known value: €5M "+tc.en+".")
		})
	}
}
