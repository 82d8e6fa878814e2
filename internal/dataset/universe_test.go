package dataset_test

import (
	"testing"

	"vigie/internal/france/territory"
)

const towns = `
-- data/sources/towns.yaml --
title: List of towns
publisher: Court
url: https://example.org/towns.json
kind: dataset
quality: primary
licence: unknown
redistributable: false
cadence: yearly
-- data/collected/towns.state.yaml --
# Written by vigie collect: a change made by hand is lost.
source: towns
state: good
reader: "cog-communes"
version: 1
under: "a made-up one"
columns:
  - {name: code, kind: code, key: true, label: {fr: "Code", en: "Code"}}
  - {name: nom, kind: text, title: true, label: {fr: "Nom", en: "Name"}}
  - {name: zone, kind: code, label: {fr: "Zone", en: "Zone"}}
-- data/collected/towns.csv --
code,nom,zone,first_seen,gone_since,snapshot,at
01001,Val,metro,2026-02-01,,,
01002,Mont,metro,2026-02-01,,,
01003,Disparue,metro,2026-02-01,2026-03-01,,
97101,Anse,drom,2026-02-01,,,
98711,Atoll,com,2026-02-01,,,
-- data/organisations/val.yaml --
name: Val
kind: commune
identifiers: [{kind: cog, value: "01001"}]
-- data/organisations/mont.yaml --
name: Mont
kind: commune
identifiers: [{kind: cog, value: "01002"}]
-- data/organisations/atoll.yaml --
name: Atoll
kind: commune
identifiers: [{kind: cog, value: "98711"}]
`

// hosted writes a documented service of an organisation.
func hosted(organisation, rest string) string {
	return "-- data/migrations/" + organisation + "-site.yaml --\norganisation: " + organisation + "\nservice: {fr: Site, en: Site}\ntier: unknown\nhosting_qualification: [{scheme: secnumcloud, standing: unknown}]\nprovider_unknown: not-published\nstatuses:\n" +
		"  - status: live\n    on: \"2024\"\n    dating: documented\n    claims: [{id: " + organisation + "-site, source: court, read: 2026-01-01}]\n" + rest
}

func TestLocalAuthoritiesAreCountedBesideThoseWithADocumentedService(t *testing.T) {
	ds := read(t, towns+hosted("val", "")+hosted("atoll", ""), "2026-10-01")
	if len(ds.Universes) != 1 {
		t.Fatalf("%d universes", len(ds.Universes))
	}
	u := ds.Universes[0]
	if u.Kind != territory.Commune || u.Listed.ID != "universe/commune/listed" || u.Listed.Exact() != "3" || u.Listed.Rests.Collected[0] != "towns" {
		t.Errorf("listed: %+v", u.Listed)
	}
	if u.Documented.Exact() != "1" || len(u.Documented.Rests.Records) != 1 || u.Documented.Rests.Records[0].ID != "val" {
		t.Errorf("documented: %+v", u.Documented)
	}
}

func TestAWithdrawnServiceDocumentsNothing(t *testing.T) {
	ds := read(t, towns+hosted("val", "withdrawn: {on: 2026-05-01, reason: {fr: Erreur., en: Error.}}\n"), "2026-10-01")
	if got := ds.Universes[0].Documented.Exact(); got != "0" {
		t.Errorf("got %s", got)
	}
}

func TestWithoutTheListOfPlacesThereIsNoUniverse(t *testing.T) {
	if ds := read(t, "", "2026-10-01"); len(ds.Universes) != 0 {
		t.Error("what was not collected is counted")
	}
}
