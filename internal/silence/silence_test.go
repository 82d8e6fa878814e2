package silence_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/silence"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// world is made up: three bodies, a measure asked of ministries, one answered by
// documented cases and asked of all, and one that is asked of nobody.
const world = `
-- data/sources/gazette.yaml --
title: Gazette
publisher: Nobody
url: https://www.example.org/
kind: article
quality: press
licence: unknown
redistributable: false
cadence: once
-- data/units/percent.yaml --
kind: percent
-- data/perimeters/all.yaml --
title: All
counts: All
-- data/measures/share.yaml --
title: Share
definition: A share
asked_of: [ministry]
-- data/measures/hosting.yaml --
title: Hosting
definition: Cases
asked_of: [ministry, region]
answered_by: cases
-- data/measures/price.yaml --
title: Price
definition: A price
-- data/organisations/navy.yaml --
name: Navy
kind: ministry
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/organisations/valley.yaml --
name: Valley
kind: region
`

const answer = `
-- data/series/treasury-share.yaml --
measure: share
perimeter: all
organisation: treasury
title: Share of the treasury
unit: percent
observations:
  - period: "2024"
    claims: [{id: c24, value: "12", source: gazette, read: 2026-01-01}]
`

const valueless = `
-- data/series/treasury-share.yaml --
measure: share
perimeter: all
organisation: treasury
title: Share of the treasury
unit: percent
observations:
  - {period: "2024", unknown: not-published}
`

const ministries = `
-- data/silences/share-of-ministries.yaml --
title: Share
reason: not-published
searched: 2026-01-01
where: {fr: Ici, en: Here}
measure: share
kinds: [ministry]
`

const navy = `
-- data/silences/share-of-the-navy.yaml --
title: Share
reason: secret
searched: 2025-01-01
where: {fr: Ici, en: Here}
measure: share
organisations: [navy]
`

const hosted = `
-- data/migrations/valley-site.yaml --
organisation: valley
service: Site
tier: external
host: Somebody
hosting_qualification: [{scheme: secnumcloud, standing: unknown}]
statuses:
  - {status: live, on: "2024", dating: documented, claims: [{id: site, source: gazette, read: 2026-01-01}]}
`

func mapOf(t *testing.T, day string, parts ...string) silence.Map {
	t.Helper()
	project := fstest.MapFS{}
	for _, part := range parts {
		for _, f := range txtar.Parse([]byte(part)).Files {
			project[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	read, _, err := corpus.Load(project, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	asOf, err := cal.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	return silence.MapOf(read, asOf)
}

func TestWhatACellHolds(t *testing.T) {
	tests := []struct {
		name, records string
		body, measure string
		want          silence.Standing
		reason        record.Reason
		silence       string
	}{
		{"what nothing covers is empty", "", "navy", "share", silence.Empty, "", ""},
		{"a series with a value answers", answer, "treasury", "share", silence.Answered, "", ""},
		{"and only for its own body", answer, "navy", "share", silence.Empty, "", ""},
		{"a series without any value does not answer", valueless, "treasury", "share", silence.Empty, "", ""},
		{"an answer stands even where a silence speaks of the kind", answer + ministries, "treasury", "share", silence.Answered, "", ""},
		{"a silence about the kind says why", ministries, "navy", "share", silence.Absent, record.NotPublished, "share-of-ministries"},
		{"one that names the body comes first, even older", ministries + navy, "navy", "share", silence.Absent, record.Secret, "share-of-the-navy"},
		{"one about another body says nothing", navy, "treasury", "share", silence.Empty, "", ""},
		{"a kind that is not asked is marked so", "", "valley", "share", silence.NotAsked, record.NotApplicable, ""},
		{"a documented case answers a measure of cases", hosted, "valley", "hosting", silence.Answered, "", ""},
		{"and no other measure", hosted + ministries, "valley", "share", silence.NotAsked, record.NotApplicable, ""},
		{"a silence about another measure says nothing", ministries, "navy", "hosting", silence.Empty, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := mapOf(t, "2026-11-23", world, test.records).Cell(test.body, test.measure)
			if !ok || got.Standing != test.want || got.Reason != test.reason || got.Silence != test.silence {
				t.Errorf("%+v, want %s, reason %q, silence %q", got, test.want, test.reason, test.silence)
			}
		})
	}
}

func TestTheMapHasOneCellForEachBodyAndEachMeasureThatIsAsked(t *testing.T) {
	m := mapOf(t, "2026-11-23", world, answer, ministries, hosted)
	if want := []string{"hosting", "share"}; !slices.Equal(m.Measures, want) {
		t.Errorf("measures %v, want %v", m.Measures, want)
	}
	if want := []string{"navy", "treasury", "valley"}; !slices.Equal(m.Organisations, want) {
		t.Errorf("bodies %v, want %v", m.Organisations, want)
	}
	if len(m.Cells) != 6 {
		t.Fatalf("%d cells, want 6", len(m.Cells))
	}
	for _, body := range m.Organisations {
		for i, measure := range m.Measures {
			cell, ok := m.Cell(body, measure)
			if of := m.Of(body)[i]; !ok || cell.Organisation != body || cell.Measure != measure || of.Standing != cell.Standing {
				t.Errorf("the cell of %s and %s is %+v", body, measure, cell)
			}
		}
	}
	if _, ok := m.Cell("navy", "price"); ok || m.Of("nobody") != nil {
		t.Error("a measure that is asked of nobody, or an unknown body, has cells")
	}
}

func TestWithdrawnRecordsNeitherAskAnswerNorExcuse(t *testing.T) {
	const withdrawn = "withdrawn: {on: 2026-06-01, reason: Wrong}\n"
	before, after := "2026-05-31", "2026-06-01"
	silent := mapOf(t, after, world, ministries+withdrawn)
	if cell, _ := silent.Cell("navy", "share"); cell.Standing != silence.Empty {
		t.Errorf("a withdrawn silence excuses: %+v", cell)
	}
	still := mapOf(t, before, world, ministries+withdrawn)
	if cell, _ := still.Cell("navy", "share"); cell.Standing != silence.Absent {
		t.Errorf("a silence does not excuse the day before it is withdrawn: %+v", cell)
	}
	answered := mapOf(t, after, world, answer+withdrawn, hosted+withdrawn)
	if cell, _ := answered.Cell("treasury", "share"); cell.Standing != silence.Empty {
		t.Errorf("a withdrawn series answers: %+v", cell)
	}
	if cell, _ := answered.Cell("valley", "hosting"); cell.Standing != silence.Empty {
		t.Errorf("a withdrawn case answers: %+v", cell)
	}
}
