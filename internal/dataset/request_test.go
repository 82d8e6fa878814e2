package dataset_test

import (
	"testing"

	"vigie/internal/dataset"
)

// asked is a made-up request: nothing here was ever sent.
const asked = `
-- data/vocabulary/request-steps.yaml --
words:
  - {id: acknowledged, name: a, means: acknowledged}
  - {id: received, name: a, means: received}
  - {id: partial, name: a, means: partial}
  - {id: refused, name: a, means: refused}
  - {id: plea, name: a, means: appealed, state: pleaded}
  - {id: ruling, name: a, means: appeal-answered, state: ruled}
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/silences/spending.yaml --
title: Spending
reason: not-published
searched: 2026-01-01
where: {fr: Ici, en: Here}
organisations: [treasury]
-- data/requests/treasury-spending.yaml --
organisation: treasury
silence: spending
asked: The accounts
sent: 2026-01-31
claims: [{id: letter, source: gazette, read: 2026-01-31}]
steps:
`

func step(name, on string) string {
	return "  - {step: " + name + ", on: " + on + ", claims: [{id: s-" + name + ", source: gazette, read: " + on + "}]}\n"
}

func TestWhereARequestStands(t *testing.T) {
	tests := []struct {
		name, steps, day string
		want             dataset.RequestState
		due, appeal      string
	}{
		{"it waits until the eve of the end of the month", "", "2026-02-27", dataset.Waiting, "2026-02-28", ""},
		{"a month of silence is a refusal, on the last day of a short month", "", "2026-02-28", dataset.Silent, "2026-02-28", "2026-04-27"},
		{"a plea can be made on the last day", "", "2026-04-27", dataset.Silent, "2026-02-28", "2026-04-27"},
		{"and no more on the day after", "", "2026-04-28", dataset.TooLate, "2026-02-28", "2026-04-27"},
		{"the month runs from the acknowledgement", step("acknowledged", "2026-02-10"), "2026-03-01", dataset.Waiting, "2026-03-10", ""},
		{"an acknowledgement after the month changes nothing", step("acknowledged", "2026-03-05"), "2026-03-06", dataset.Silent, "2026-02-28", "2026-04-27"},
		{"a refusal in words starts the two months at once", step("refused", "2026-02-05"), "2026-02-06", dataset.Turned, "2026-02-28", "2026-04-04"},
		{"a step to come is not seen yet", step("refused", "2026-02-05"), "2026-02-04", dataset.Waiting, "2026-02-28", ""},
		{"some of the documents leave the rest refused", step("partial", "2026-02-05"), "2026-02-06", dataset.PartlyMet, "2026-02-28", "2026-04-04"},
		{"a plea is made after a silence", step("plea", "2026-03-15"), "2026-06-01", "plea", "2026-02-28", "2026-04-27"},
		{"and answered", step("plea", "2026-03-15") + step("ruling", "2026-04-20"), "2026-06-01", "ruling", "2026-02-28", "2026-04-27"},
		{"the documents may come in the end", step("plea", "2026-03-15") + step("received", "2026-05-20"), "2026-06-01", dataset.Met, "2026-02-28", "2026-04-27"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			records := asked + test.steps
			if test.steps == "" {
				records = asked[:len(asked)-len("steps:\n")]
			}
			ds := read(t, records, test.day)
			r := ds.Requests[0]
			if r.State != test.want || r.Due.String() != test.due || r.Appeal.String() != test.appeal {
				t.Errorf("%s, due %s, appeal until %s; want %s, %s, %s", r.State, r.Due, r.Appeal, test.want, test.due, test.appeal)
			}
		})
	}
}

func TestARequestTurnsOnTheDaysOfTheLaw(t *testing.T) {
	for day, want := range map[string]string{"2026-02-01": "2026-02-28", "2026-03-01": "2026-04-28", "2026-05-01": ""} {
		ds := read(t, asked[:len(asked)-len("steps:\n")], day)
		got := ""
		for _, turn := range ds.Turns() {
			if turn.Ref.ID == "treasury-spending" {
				got = turn.On.String()
			}
		}
		if got != want {
			t.Errorf("on %s, the next turn is on %q, want %q", day, got, want)
		}
	}
}

func TestARequestStandsWithItsBodyAndItsSilence(t *testing.T) {
	ds := read(t, asked+step("refused", "2026-02-05"), "2026-03-01")
	r := ds.Requests[0]
	if r.Organisation == nil || len(r.Organisation.Requests) != 1 || r.Silence == nil || len(r.Silence.Requests) != 1 {
		t.Error("a request does not stand with its body and its silence")
	}
	if len(r.Claims) != 2 {
		t.Errorf("%d claims, want that of the letter and that of the refusal", len(r.Claims))
	}
}
