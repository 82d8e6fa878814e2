package dataset_test

import (
	"strings"
	"testing"

	"vigie/internal/collected/beside"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

var copied = strings.Repeat("ab", 32)

// collectedList is a made-up catalogue, as vigie collect writes it: its edition and
// the rest of each of its rows after the decision and the service.
func collectedList(edition string, rows ...string) string {
	return `
-- data/sources/list.yaml --
title: List
publisher: Court
url: https://example.org/list.pdf
kind: pdf
quality: primary
licence: unknown
redistributable: false
cadence: monthly
-- data/collected/list.state.yaml --
# Written by vigie collect: a change made by hand is lost.
source: list
state: good
reader: "anssi-catalogue"
version: 1
under: "a made-up one"
edition: "` + edition + `"
documents:
  - url: "https://example.org/list.pdf"
    sha256: "` + copied + `"
    read: 2026-09-20
columns:
  - {name: decision, kind: code, key: true, label: {fr: "Décision", en: "Decision"}}
  - {name: service, kind: text, label: {fr: "Service", en: "Service"}}
  - {name: debut, kind: date, label: {fr: "Début", en: "First day"}}
  - {name: fin, kind: date, label: {fr: "Fin", en: "Last day"}}
-- data/collected/list.csv --
decision,service,debut,fin,first_seen,gone_since,snapshot,at
` + strings.Join(rows, "\n") + "\n"
}

const (
	decided  = "stage: granted\ndecision: {number: \"7\"}\nperiod: {from: 2023-12-01, until: 2026-11-30}\n"
	asListed = "2023-7,Cirrus IaaS,2023-12-01,2026-11-30,2026-02-01,"
)

func TestAQualificationKnowsItsRowInTheCollectedList(t *testing.T) {
	ds := read(t, cirrus+qualification("old", decided)+collectedList("2026-09-15", asListed+","+copied+",p. 3"), "2026-10-01")
	q := ds.Qualifications[0]
	if q.Listed == nil || q.Listed.At != "p. 3" || q.Listed.Source.ID != "list" || q.Listed.Copy.URL == "" || len(q.Listed.Differences) != 0 {
		t.Fatalf("got %+v", q.Listed)
	}
	if q.LastRead() != cal.MustDate("2026-09-15") || len(ds.Undescribed) != 0 {
		t.Errorf("last read in %s, %d undescribed", q.LastRead(), len(ds.Undescribed))
	}
}

func TestARowThatSaysOtherwiseIsKeptBesideTheRecord(t *testing.T) {
	row := strings.Replace(asListed, "2026-11-30", "2029-11-30", 1) + "," + strings.Repeat("cd", 32) + ",p. 3"
	q := read(t, cirrus+qualification("old", decided)+collectedList("2026-09-15", row), "2026-10-01").Qualifications[0]
	if d := q.Listed.Differences; len(d) != 1 || d[0].What != beside.Last || d[0].Listed != "2029-11-30" {
		t.Errorf("got %+v", d)
	}
	if q.Period.Until.String() != "2026-11-30" || q.Standing != dataset.StandingValid {
		t.Error("the record gave way to the row")
	}
	if q.Listed.Copy.URL != "" {
		t.Error("a copy that is no longer the last one is said to be it")
	}
}

func TestARowThatIsGoneShowsOnTheQualificationFromItsDayOn(t *testing.T) {
	gone := collectedList("2026-09-15", asListed+"2026-09-20,"+copied+",p. 3")
	later := "listings: [{edition: \"2026-09-25\", listed: \"yes\", source: court}]\n"
	tests := []struct {
		name, rest, day string
		want            dataset.Standing
	}{
		{"listed the day before", decided, "2026-09-19", dataset.StandingValid},
		{"no longer listed from the day of the visit", decided, "2026-09-20", dataset.StandingDelisted},
		{"listed again in a later edition that a person read", decided + later, "2026-09-26", dataset.StandingValid},
		{"expired after its own term", decided, "2026-12-01", dataset.StandingExpired},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ds := read(t, cirrus+qualification("old", tt.rest)+gone, tt.day)
			if q := dataset.Find[*dataset.Qualification](ds, record.Qualifications, "old"); q.Standing != tt.want {
				t.Errorf("got %s, want %s", q.Standing, tt.want)
			}
		})
	}
}

func TestAnEditionOfALaterDayIsNotKnownYet(t *testing.T) {
	ds := read(t, cirrus+qualification("old", decided)+collectedList("2026-09-15", asListed+","+copied+",p. 3"), "2026-09-14")
	if q := ds.Qualifications[0]; q.Listed != nil || !q.LastRead().IsZero() {
		t.Errorf("got %+v, last read in %s", q.Listed, q.LastRead())
	}
}

func TestARowWithoutRecordIsUndescribed(t *testing.T) {
	ds := read(t, cirrus+collectedList("2026-09-15", asListed+","+copied+",p. 3", "2024-8,Stratus,2024-01-01,2027-01-01,2026-02-01,2026-09-20,"+copied+",p. 3"), "2026-10-01")
	if len(ds.Undescribed) != 1 || ds.Undescribed[0].Service != "Cirrus IaaS" {
		t.Errorf("got %+v", ds.Undescribed)
	}
}
