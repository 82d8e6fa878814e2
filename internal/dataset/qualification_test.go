package dataset_test

import (
	"testing"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

func mustDay(t *testing.T, s string) cal.Day {
	t.Helper()
	d, err := cal.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const cirrus = `
-- data/providers/cirrus.yaml --
name: Cirrus
-- data/offers/cirrus-iaas.yaml --
name: Cirrus IaaS
provider: cirrus
tier: dedicated
models: [IaaS]
`

// qualification writes one qualification of the offer.
func qualification(id, rest string) string {
	return "-- data/qualifications/" + id + ".yaml --\noffer: cirrus-iaas\nscheme: secnumcloud\n" + rest + "\nclaims: [{id: " + id + ", source: court, read: 2026-01-01}]\n"
}

const threeYears = "stage: granted\nperiod: {from: 2023-12-01, until: 2026-11-30}\n"

func TestWhereAQualificationStandsDependsOnTheDay(t *testing.T) {
	renewed := qualification("old", threeYears) +
		qualification("new", "stage: granted\nreplaces: old\nperiod: {from: 2026-07-31, until: 2029-07-30}\n")
	asked := qualification("old", threeYears) + qualification("new", "stage: in-progress\nreplaces: old\n")
	listed := "listings:\n  - {edition: \"2026-01\", listed: \"yes\", source: court}\n  - {edition: \"2026-09-15\", listed: \"no\", source: court}\n"
	tests := []struct {
		name, records, day string
		want               dataset.Standing
		held               bool
	}{
		{"not begun the day before its first day", qualification("old", threeYears), "2023-11-30", dataset.StandingUpcoming, false},
		{"valid on its first day", qualification("old", threeYears), "2023-12-01", dataset.StandingValid, true},
		{"valid on its last day", qualification("old", threeYears), "2026-11-30", dataset.StandingValid, true},
		{"expired the day after", qualification("old", threeYears), "2026-12-01", dataset.StandingExpired, false},
		{"valid until what replaces it begins", renewed, "2026-07-30", dataset.StandingValid, true},
		{"replaced from that day on", renewed, "2026-07-31", dataset.StandingReplaced, false},
		{"still replaced after its own term", renewed, "2027-01-01", dataset.StandingReplaced, false},
		{"not replaced by a renewal still in progress", asked, "2026-10-01", dataset.StandingValid, true},
		{"expired while its renewal is in progress", asked, "2026-12-01", dataset.StandingExpired, false},
		{"suspended from the day of the suspension", qualification("old", threeYears+"suspended: {on: 2025-05-01, claims: [{id: s, source: court, read: 2026-01-01}]}"), "2025-05-01", dataset.StandingSuspended, false},
		{"valid before the suspension", qualification("old", threeYears+"suspended: {on: 2025-05-01, claims: [{id: s, source: court, read: 2026-01-01}]}"), "2025-04-30", dataset.StandingValid, true},
		{"withdrawn from the day of the withdrawal", qualification("old", threeYears+"ended: {on: 2025-05-01, claims: [{id: s, source: court, read: 2026-01-01}]}"), "2025-05-01", dataset.StandingWithdrawn, false},
		{"valid while the last edition read lists it", qualification("old", threeYears+listed), "2026-09-14", dataset.StandingValid, true},
		{"no longer listed once an edition leaves it out", qualification("old", threeYears+listed), "2026-09-15", dataset.StandingDelisted, false},
		{"granted without dates", qualification("old", "stage: granted\nunknown: not-collected\n"), "2026-09-15", dataset.StandingUndated, false},
		{"granted without dates, held from the first edition that lists it", qualification("old", "stage: granted\nunknown: not-collected\nlistings: [{edition: \"2026-01\", listed: \"yes\", source: court}]\n"), "2026-02-01", dataset.StandingUndated, true},
		{"granted without dates, and no longer listed", qualification("old", "stage: granted\nunknown: not-collected\n"+listed), "2026-10-01", dataset.StandingDelisted, false},
		{"in progress", qualification("old", "stage: in-progress\n"), "2026-10-01", dataset.StandingInProgress, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ds := read(t, cirrus+tt.records, tt.day)
			q := dataset.Find[*dataset.Qualification](ds, record.Qualifications, "old")
			if q.Standing != tt.want || q.HeldOn(ds.AsOf) != tt.held {
				t.Errorf("got %s, held %v; want %s, held %v", q.Standing, q.HeldOn(ds.AsOf), tt.want, tt.held)
			}
		})
	}
}

func TestDaysLeftCountToTheLastDay(t *testing.T) {
	ds := read(t, cirrus+qualification("old", threeYears), "2026-11-23")
	q := ds.Offers[0].Qualifications[0]
	if q.DaysLeft != 7 {
		t.Errorf("days left: %d, want 7", q.DaysLeft)
	}
	if q.Offer.Provider.Qualifications[0] != q {
		t.Error("the provider does not know the qualification of its offer")
	}
}

func TestAnOfferShowsItsLatestQualificationFirst(t *testing.T) {
	ds := read(t, cirrus+qualification("a-old", threeYears)+qualification("b-new", "stage: granted\nperiod: {from: 2026-07-31, until: 2029-07-30}\n"), "2026-11-23")
	if got := ds.Offers[0].Qualifications[0].ID; got != "b-new" {
		t.Errorf("first: %s", got)
	}
}
