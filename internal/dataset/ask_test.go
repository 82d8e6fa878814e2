package dataset_test

import (
	"testing"

	"vigie/internal/silence"
)

// shares is made up: the treasury publishes its share itself, a gazette states
// that of the navy.
const shares = `
-- data/sources/own-report.yaml --
title: Own report
publisher: Treasury
by: treasury
url: https://www.example.org/own
kind: report
quality: primary
licence: unknown
redistributable: false
cadence: once
-- data/measures/share.yaml --
title: Share
definition: A share
asked_of: [ministry]
-- data/organisations/navy.yaml --
name: Navy
kind: ministry
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/organisations/valley.yaml --
name: Valley
kind: region
-- data/series/navy-share.yaml --
measure: share
perimeter: all
organisation: navy
title: Share of the navy
unit: percent
observations:
  - {period: "2023", claims: [{id: n23, value: "9", source: gazette, read: 2026-01-01}]}
-- data/series/treasury-share.yaml --
measure: share
perimeter: all
organisation: treasury
title: Share of the treasury
unit: percent
observations:
  - {period: "2023", claims: [{id: t23, value: "10", source: gazette, read: 2026-01-01}]}
  - {period: "2024", claims: [{id: t24, value: "12", source: own-report, read: 2026-01-01}]}
  - {period: "2025", unknown: not-published}
`

func TestEachBodyHasACellForEachMeasureThatIsAsked(t *testing.T) {
	ds := read(t, shares, "2026-11-23")
	if len(ds.Asked()) != 1 || len(ds.Asked()[0].Asked) != 3 {
		t.Fatalf("%d measures are asked, want one, with three cells", len(ds.Asked()))
	}
	want := map[string]silence.Standing{"navy": silence.Answered, "treasury": silence.Answered, "valley": silence.NotAsked}
	for _, o := range ds.Organisations {
		if len(o.Asked) != 1 || o.Asked[0].Standing != want[o.ID] || o.Asked[0].Organisation != o {
			t.Errorf("the cells of %s are %+v", o.ID, o.Asked)
		}
	}
}

func TestAnAnswerIsTheLastValueAndOwnWhenTheBodyPublishedIt(t *testing.T) {
	ds := read(t, shares, "2026-11-23")
	for _, cell := range ds.Asked()[0].Asked {
		switch cell.Organisation.ID {
		case "treasury":
			if p := cell.Latest(); p == nil || p.Figure.ID != "treasury-share/2024" {
				t.Errorf("the latest answer is %+v, want that of 2024", p)
			}
			if !cell.Own() {
				t.Error("the answer that the body published is not its own")
			}
		case "navy":
			if cell.Own() {
				t.Error("what the gazette says is held for the navy's own publication")
			}
		case "valley":
			if cell.Latest() != nil || cell.Own() {
				t.Error("a body that is not asked has an answer")
			}
		}
	}
}
