package indicator_test

import (
	"testing"

	"vigie/internal/indicator"
)

// asked is made up: two questions for ministries, one of which a region is asked
// too. The treasury publishes its share itself, the navy's is stated by the gazette.
const asked = `
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
asked_of: [ministry, region]
-- data/measures/spending.yaml --
title: Spending
definition: Money
asked_of: [ministry]
-- data/organisations/army.yaml --
name: Army
kind: ministry
-- data/organisations/navy.yaml --
name: Navy
kind: ministry
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/organisations/valley.yaml --
name: Valley
kind: region
-- data/silences/all-shares.yaml --
title: Shares
reason: not-collected
searched: 2026-01-01
where: {fr: Ici, en: Here}
measure: share
kinds: [ministry, region]
-- data/silences/all-spending.yaml --
title: Spending
reason: not-published
searched: 2026-01-01
where: {fr: Ici, en: Here}
measure: spending
kinds: [ministry]
-- data/series/navy-share.yaml --
measure: share
perimeter: all
organisation: navy
title: Share of the navy
unit: percent
observations:
  - {period: "2024", claims: [{id: n24, value: "9", source: gazette, read: 2026-01-01}]}
-- data/series/treasury-share.yaml --
measure: share
perimeter: all
organisation: treasury
title: Share of the treasury
unit: percent
observations:
  - {period: "2024", claims: [{id: t24, value: "12", source: own-report, read: 2026-01-01}]}
`

func TestEachQuestionCountsTheBodiesThatAnswerAndTheReasonsOfTheOthers(t *testing.T) {
	r := check(t, read(t, asked, "2026-06-01"), "answers-by-measure",
		"answered: share=2 spending=0",
		"not-published: share=0 spending=3",
		"not-collected: share=2 spending=0")
	covers(t, r, 2, 7)
}

func TestMinistriesStandByWhatTheyPublishThemselvesAndByNameWhenEqual(t *testing.T) {
	r := check(t, read(t, asked, "2026-06-01"), "own-publications",
		"own: treasury=1 army=0 navy=0",
		"others: treasury=0 army=0 navy=1",
		"none: treasury=1 army=2 navy=1")
	covers(t, r, 1, 3)
}

func TestSilencesCountUnderTheirReason(t *testing.T) {
	r := check(t, read(t, asked, "2026-06-01"), "silences-by-reason", "silences: not-published=1 not-collected=1")
	if !r.Coverage.Unknown {
		t.Error("a number of unknown things is given")
	}
}

func TestTotalsOfQuestionsAreTheSumOfTheirParts(t *testing.T) {
	ds := read(t, asked, "2026-06-01")
	for answer, want := range map[string]string{indicator.Given: "2", "not-published": "3", "not-collected": "2", "secret": "0"} {
		f := indicator.AnswerGrandTotal(ds, answer)
		if got := f.Value.Low.String(); got != want {
			t.Errorf("%s: %s questions in all, want %s", answer, got, want)
		}
	}
	f := indicator.AnswerTotal(ds, "ministry", "not-collected")
	if f.ID != "silences/ministry/not-collected" || f.Value.Low.String() != "1" || f.Rests.Formula != "part1" {
		t.Errorf("%s = %s, by %q", f.ID, f.Value.Low, f.Rests.Formula)
	}
	if n := len(f.Rests.Inputs[0].Figure.Rests.Records); n != 1 {
		t.Errorf("the part names %d bodies, want the one that it counts", n)
	}
}
