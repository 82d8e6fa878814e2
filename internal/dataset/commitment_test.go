package dataset_test

import (
	"testing"

	"vigie/internal/dataset"
	"vigie/internal/value/lang"
)

const promise = `
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/commitments/promise.yaml --
title: {fr: Promesse, en: Promise}
wording: {fr: Ce sera fait., en: It will be done.}
by: treasury
announced: "2018"
claims: [{id: promised, value: "100", unit: percent, source: gazette, read: 2026-01-01}]
`

const measured = `
-- data/series/online.yaml --
measure: orders
perimeter: all
title: Online
unit: percent
observations:
  - period: "2020"
    claims: [{id: m20, value: "75", source: gazette, read: 2026-01-01}]
  - period: 2022-11
    claims:
`

const reach = "deadline: \"2022\"\ntarget: {claim: promised, sense: reach, series: online}\n"
const under = "deadline: \"2022\"\ntarget: {claim: promised, sense: stay-under, series: online}\n"

func value(v string) string {
	return measured + "      - {id: m22, value: " + v + ", source: gazette, read: 2026-01-01}\n"
}

func seen(on, kept string) string {
	return "evidence: [{on: \"" + on + "\", kept: " + kept + ", why: {fr: Vu., en: Seen.}, claim_ids: [promised]}]\n"
}

func TestWhatBecomesOfACommitment(t *testing.T) {
	tests := []struct {
		name, records, day string
		want               dataset.Outcome
	}{
		{"measured below its target, it is under way on its last day", promise + reach + value("90"), "2022-12-31", dataset.Running},
		{"and missed the day after", promise + reach + value("90"), "2023-01-01", dataset.Missed},
		{"measured at its target, it is kept even before its deadline", promise + reach + value("100"), "2022-12-01", dataset.Kept},
		{"a range that straddles the target decides nothing", promise + reach + value("90 to 100"), "2023-01-01", dataset.Unverifiable},
		{"a lower bound below the target decides nothing", promise + reach + value("at least 90"), "2023-01-01", dataset.Unverifiable},
		{"an upper bound below the target decides", promise + reach + value("at most 90"), "2023-01-01", dataset.Missed},
		{"what is measured after the deadline does not judge it", promise + reach + measured + "      - {id: late, source: gazette, read: 2026-01-01}\n  - period: \"2024\"\n    claims: [{id: m24, value: \"100\", source: gazette, read: 2026-01-01}]\n", "2025-01-01", dataset.Missed},
		{"under its bound, it is under way until its time is over", promise + under + value("90"), "2022-12-31", dataset.Running},
		{"and kept afterwards", promise + under + value("90"), "2023-01-01", dataset.Kept},
		{"over its bound, it is missed afterwards", promise + under + value("over 100"), "2023-01-01", dataset.Missed},

		{"without measure or evidence it is under way before its deadline", promise + "deadline: \"2022\"\n", "2022-12-31", dataset.Running},
		{"and unverifiable after it", promise + "deadline: \"2022\"\n", "2023-01-01", dataset.Unverifiable},
		{"without deadline, measure or evidence it is unverifiable", promise, "2023-01-01", dataset.Unverifiable},

		{"evidence that it was not kept misses it after its deadline", promise + "deadline: \"2022\"\n" + seen("2023-02", "no"), "2023-03-01", dataset.Missed},
		{"evidence of the future judges nothing yet", promise + "deadline: \"2022\"\n" + seen("2023-02", "no"), "2023-01-31", dataset.Unverifiable},
		{"evidence before the deadline leaves it under way", promise + "deadline: \"2022\"\n" + seen("2021-02", "no"), "2021-03-01", dataset.Running},
		{"kept after its deadline is kept late", promise + "deadline: \"2022\"\n" + seen("2023-01-01", "yes"), "2023-03-01", dataset.KeptLate},
		{"kept in the last year of its deadline is kept", promise + "deadline: \"2022\"\n" + seen("2022", "yes"), "2023-03-01", dataset.Kept},
		{"evidence that it was kept keeps it", promise + "deadline: \"2022\"\n" + seen("2022-02", "yes"), "2022-03-01", dataset.Kept},
		{"kept in part is not kept after the deadline", promise + "deadline: \"2022\"\n" + seen("2022-02", "partly"), "2023-03-01", dataset.Missed},
		{"kept in part without deadline is under way", promise + seen("2022-02", "partly"), "2023-03-01", dataset.Running},
		{"not kept without deadline is missed", promise + seen("2022-02", "no"), "2023-03-01", dataset.Missed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(t, tt.records, tt.day).Commitments[0].Outcome; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestACommitmentSaysWhatJudgedIt(t *testing.T) {
	c := read(t, promise+reach+value("90"), "2023-01-01").Commitments[0]
	if c.Measured == nil || c.Measured.Figure.ID != "online/2022-11" || c.Promised.Text(lang.EN) != "100%" {
		t.Errorf("measured by %v, promised %s", c.Measured, c.Promised.Text(lang.EN))
	}
	c = read(t, promise+"deadline: \"2022\"\n"+seen("2023-02", "yes"), "2023-03-01").Commitments[0]
	if c.Outcome != dataset.KeptLate || c.Lateness.Text(lang.EN) != "32 to 59\u00a0days" || c.Why.EN != "Seen." || len(c.Proof) != 1 || c.Proof[0].ID != "promised" {
		t.Errorf("kept after its deadline: late by %s, why %q, proof %v", c.Lateness.Text(lang.EN), c.Why.EN, c.Proof)
	}
}

func TestAWithdrawnSeriesJudgesNothing(t *testing.T) {
	gone := value("90") + "withdrawn: {on: 2025-01-01, reason: {fr: Erreur., en: Mistake.}}\n"
	for day, want := range map[string]dataset.Outcome{"2024-12-31": dataset.Missed, "2025-01-01": dataset.Unverifiable} {
		if got := read(t, promise+reach+gone, day).Commitments[0].Outcome; got != want {
			t.Errorf("on %s: %s, want %s", day, got, want)
		}
	}
}

func TestALateCommitmentCountsItsDaysFromTheLastDayOfItsDeadline(t *testing.T) {
	ds := read(t, promise+"deadline: 2022-12\n"+seen("2023-01-23", "yes"), "2023-03-01")
	c := ds.Commitments[0]
	if got := c.Lateness.Text(lang.FR); got != "23\u00a0jours" || c.Lateness.ID != "lateness/promise" {
		t.Errorf("late by %q, as %s", got, c.Lateness.ID)
	}
	found := map[string]string{}
	for _, f := range ds.Figures() {
		found[f.ID] = f.Exact()
	}
	if found["lateness/promise"] != "23" || found[dataset.FollowedID] != "1" {
		t.Errorf("figures: late by %q, followed %q", found["lateness/promise"], found[dataset.FollowedID])
	}
	if c := read(t, promise+"deadline: 2022-12\n"+seen("2023-01-23", "yes"), "2023-01-01").Commitments[0]; c.Lateness.Known() || c.Lateness.ID == "" {
		t.Errorf("not done yet, and late by %q", c.Lateness.Exact())
	}
	if c := read(t, promise+"deadline: 2022-12\n"+seen("2022-12-31", "yes"), "2023-03-01").Commitments[0]; c.Lateness.ID != "" {
		t.Errorf("kept on the last day, and late by %s", c.Lateness.Exact())
	}
}
