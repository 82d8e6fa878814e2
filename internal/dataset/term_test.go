package dataset_test

import (
	"slices"
	"testing"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

// thirdParty is the made-up reading by a third party of an edition that we did not read.
const thirdParty = `
-- data/sources/heard.yaml --
title: List, an edition read by a third party
publisher: Court
url: https://example.org/list.pdf
published: 2026-09-15
kind: pdf
quality: secondary
licence: unknown
redistributable: false
cadence: once
`

// TestAnEndSaysByWhatItIsKnown stops the clock around the last day of a
// qualification that is made up: 30 November 2026.
func TestAnEndSaysByWhatItIsKnown(t *testing.T) {
	listings := func(lines string) string { return qualification("old", threeYears+"listings:\n"+lines) }
	ours, heard := "  - {edition: \"2026-01-27\", listed: \"yes\", source: court}\n", "  - {edition: \"2026-09-15\", listed: \"yes\", source: heard}\n"
	both := listings(ours+heard) + thirdParty
	later := func(listed string) string {
		return listings(ours + "  - {edition: \"2026-12-10\", listed: \"" + listed + "\", source: court}\n")
	}
	collectedWithout := both + collectedList("2026-12-10", "2024-8,Stratus,2024-01-01,2027-01-01,2026-12-12,,"+copied+",p. 3")
	renewed := both + qualification("new", "stage: granted\nreplaces: old\nperiod: {from: 2026-12-01, until: 2029-11-30}\n")
	for _, one := range []struct {
		name, records, day string
		term               dataset.Term
		seen, own, others  string
		left               int
		counted            bool
	}{
		{"the day before", both, "2026-11-29", dataset.TermAhead, "", "2026-01-27", "2026-09-15", 1, true},
		{"the day", both, "2026-11-30", dataset.TermToday, "", "2026-01-27", "2026-09-15", 0, true},
		{"the day after", both, "2026-12-01", dataset.TermUnread, "", "2026-01-27", "2026-09-15", 0, false},
		{"no third party read more", listings(ours), "2026-12-01", dataset.TermUnread, "", "2026-01-27", "", 0, false},
		{"a third party alone", listings(heard) + thirdParty, "2026-12-01", dataset.TermUnread, "", "", "2026-09-15", 0, false},
		{"in no list", qualification("old", threeYears), "2026-12-01", dataset.TermUnread, "", "", "", 0, false},
		{"left out of a later edition", later("no"), "2026-12-15", dataset.TermUnlisted, "2026-12-10", "2026-01-27", "", 0, false},
		{"still in a later edition", later("yes"), "2026-12-15", dataset.TermListed, "2026-12-10", "2026-12-10", "", 0, false},
		{"before that edition is out", later("no"), "2026-12-09", dataset.TermUnread, "", "2026-01-27", "", 0, false},
		{"not in the collected list of a later day", collectedWithout, "2026-12-15", dataset.TermUnlisted, "2026-12-10", "2026-01-27", "2026-09-15", 0, false},
		{"renewed", renewed, "2026-12-01", "", "", "2026-01-27", "2026-09-15", 0, false},
		{"not begun yet", both, "2022-01-01", "", "", "", "", 0, false},
	} {
		t.Run(one.name, func(t *testing.T) {
			ds := read(t, cirrus+one.records, one.day)
			q := dataset.Find[*dataset.Qualification](ds, record.Qualifications, "old")
			left, counted := q.Left()
			if q.Term != one.term || q.TermSeen.String() != one.seen || q.Read.Own.String() != one.own || q.Read.Others.String() != one.others {
				t.Errorf("got %q, seen in %q, read in %q and by others in %q", q.Term, q.TermSeen, q.Read.Own, q.Read.Others)
			}
			if counted != one.counted || counted && left != one.left {
				t.Errorf("%d days left, %v", left, counted)
			}
		})
	}
}

// TestTheLastDayIsATurn holds a page that says "ends today" to that day alone.
func TestTheLastDayIsATurn(t *testing.T) {
	for day, want := range map[string]string{"2026-11-01": "2026-11-30", "2026-11-29": "2026-11-30", "2026-11-30": "2026-12-01"} {
		ds := read(t, cirrus+qualification("old", threeYears), day)
		turns := ds.Turns()
		i := slices.IndexFunc(turns, func(c dataset.Turn) bool { return c.Ref.Kind == record.Qualifications })
		if i < 0 || turns[i].On != dayOf(want) {
			t.Errorf("on %s the next turn is not on %s: %v", day, want, turns)
		}
	}
}
