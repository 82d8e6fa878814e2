package indicator_test

import (
	"strings"
	"testing"
)

// promised writes a commitment of the ministry with one claim named after it.
func promised(id, value, rest string) string {
	s := "-- data/commitments/" + id + ".yaml --\ntitle: {fr: \"Promesse " + id + "\", en: \"Promise " + id + "\"}\nwording: {fr: Ce sera fait., en: It will be done.}\nby: treasury\nannounced: \"2018\"\n"
	claim := "{id: p-" + id + ", source: gazette, read: 2026-01-01"
	if value != "" {
		claim += ", value: " + value
	}
	return s + "claims: [" + claim + "}]\n" + rest + "\n"
}

// billions holds an estimate that a newspaper repeats, and that nobody promised.
var billions = bodies + `-- data/events/estimate.yaml --
on: "2018-07-03"
kind: statement
title: {fr: Une estimation, en: An estimate}
claims: [{id: spoken, source: gazette, read: 2026-01-01, value: at most 12 bn, unit: eur}]
`

// beside writes an observation of savings beside which the estimate stands.
func beside(rest string) string {
	return "perimeter: all\nobservations:\n  - {period: \"2018/2023\", spoken_of: [spoken], " + rest + "}\n"
}

func savingsOf(rest string) string {
	return billions + series("savings-documented", "eur", beside(rest))
}

func measuredAs(value string) string {
	return "claims: [{id: m, source: gazette, read: 2026-01-01, value: " + value + "}]"
}

func TestSavingsNobodyMeasuredAreUnknownAndNotZero(t *testing.T) {
	ds := read(t, savingsOf("unknown: not-published"), "2026-06-01")
	r := check(t, ds, "savings",
		"spoken-of: spoken=at most 12000000000",
		"documented: 2018_2023=unknown not-published")
	covers(t, r, 0, 1)
	if l := r.Line("spoken-of"); l.Measured() || l.Points[0].Label.FR != "Avancé (estimation), 2018–2023" || l.Points[0].Href.ID != "estimate" {
		t.Errorf("spoken of: %s, %s, %v", l.Role, l.Points[0].Label.FR, l.Points[0].Href)
	}
	r = check(t, ds, "savings-documented-share", "share: spoken=unknown not-published")
	covers(t, r, 0, 1)
}

func TestWhatIsSpokenOfIsNoCommitment(t *testing.T) {
	check(t, read(t, savingsOf("unknown: not-published"), "2026-06-01"), "commitments-by-outcome",
		"commitments: kept=0 kept-late=0 missed=0 under-way=0 unverifiable=0")
}

func TestSavingsThatWereMeasuredAreAShareOfWhatWasSpokenOf(t *testing.T) {
	ds := read(t, savingsOf(measuredAs("1.5 bn")), "2026-06-01")
	r := check(t, ds, "savings-documented-share", "share: spoken=12.5") // 1.5 / 12
	f := r.Lines[0].Points[0].Figure
	if f.Nature != "computed" || strings.Join(f.Rests.Claims, " ") != "m spoken" || len(f.Rests.Inputs) != 2 {
		t.Errorf("rests on %v", f.Rests)
	}
	ds = read(t, savingsOf(measuredAs("1 bn to 2 bn")), "2026-06-01")
	check(t, ds, "savings-documented-share", "share: spoken=unknown not-collected")
}

func TestSpendingIsShownSideBySide(t *testing.T) {
	check(t, read(t, series("state-it-spending-per-year", "eur", "perimeter: all\nobservations:\n"+at("2015", "s15", "1.8 bn")+at("2018", "s18", "2 bn to 6 bn")), "2026-06-01"),
		"it-spending", "state: 2015=1800000000 2018=2000000000/6000000000")
}

var online = bodies +
	promised("all-online", "\"100\", unit: percent", "deadline: \"2022\"\ntarget: {claim: p-all-online, sense: reach, series: demat-online-share}") +
	promised("same-again", "\"100\", unit: percent", "deadline: \"2022\"\ntarget: {claim: p-same-again, sense: reach, series: demat-online-share}") +
	promised("vague", "", "") +
	promised("later", "", "deadline: 2030-06") +
	series("demat-online-share", "percent", "perimeter: all\nobservations:\n"+at("2017-12", "d17", "\"63\"")+at("2022-11-15", "d22", "about 90")+"  - {period: \"2023\", unknown: not-published}")

func TestProceduresStandAgainstTheirTarget(t *testing.T) {
	r := check(t, read(t, online, "2026-06-01"), "online-procedures",
		"share: 2017-12=63 2022-11-15=about 90 2023=unknown not-published",
		"target: 2022=100") // promised twice, shown once
	covers(t, r, 2, 7) // from 2017 to 2023
}

func TestCommitmentsStandWithTheirOutcome(t *testing.T) {
	ds := read(t, online, "2026-06-01")
	r := check(t, ds, "commitments",
		"commitments: all-online=100[missed] same-again=100[missed] later=unknown not-applicable[under-way] vague=unknown not-applicable[unverifiable]")
	covers(t, r, 4, 0)
	for key, want := range map[string]string{"all-online": "2018/2022", "vague": "2018/..", "later": "2018/2030-06"} {
		if got := r.Lines[0].Point(key).Period.String(); got != want {
			t.Errorf("%s runs %s, want %s", key, got, want)
		}
	}
	check(t, ds, "commitments-by-outcome", "commitments: kept=0 kept-late=0 missed=2 under-way=1 unverifiable=1")
	check(t, read(t, online, "2022-12-31"), "commitments-by-outcome", "commitments: kept=0 kept-late=0 missed=0 under-way=3 unverifiable=1")
	check(t, read(t, online, "2030-07-01"), "commitments-by-outcome", "commitments: kept=0 kept-late=0 missed=2 under-way=0 unverifiable=2")
}
