package site

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
)

// CommitmentView is a promise with what became of it.
type CommitmentView struct {
	ID        string
	Title     string
	Wording   string
	By        Link
	Announced string
	Deadline  string
	Reckoned  string // how the deadline follows from what sources say
	Object    string // what will be seen once it is kept
	Outcome   string // in words
	OutcomeID string
	Days      string  // "deadline: March 2026; done: 23 April 2026"
	Late      *Figure // days late, when it was kept late
	Promised  *Figure
	Measured  *Figure
	Why       string
	Note      string
	Claims    []Claim
	Proof     []Claim
	Calendar  string // address of the calendar that holds its deadline; empty where it has none
}

func (v view) commitment(c *dataset.Commitment) CommitmentView {
	v.shows(record.Commitments, c.ID)
	v.note(trace.Judged, thing(record.Ref{Kind: record.Commitments, ID: c.ID}))
	out := CommitmentView{ID: c.ID, Title: v.text(c.Title), Wording: v.text(c.Wording), Announced: v.when(c.Announced),
		Outcome: v.word("outcome." + string(c.Outcome)), OutcomeID: string(c.Outcome), Days: v.daysOf(c),
		Why: v.text(c.Why), Note: v.text(c.Note),
		Object: v.text(c.Object), Reckoned: v.text(c.Reckoned), Claims: v.claims(c.Claims), Proof: v.claims(c.Proof)}
	if c.By != nil {
		out.By = v.organisationLink(c.By)
	}
	if c.Deadline != nil {
		out.Deadline = v.when(c.Deadline)
		if len(c.Claims) > 0 {
			out.Calendar = "/" + v.followedPath(record.Ref{Kind: record.Commitments, ID: c.ID}, ".ics")
		}
	}
	if c.Outcome == dataset.KeptLate {
		f := v.figure(c.Lateness)
		out.Late = &f
	}
	if c.Promised.Known() {
		f := v.figure(c.Promised)
		out.Promised = &f
	}
	if c.Measured != nil {
		f := v.figure(c.Measured.Figure)
		out.Measured = &f
		out.Proof = append(out.Proof, v.claims(c.Measured.Claims)...)
	}
	if c.Unmeasured != "" && c.Outcome == dataset.Unverifiable {
		out.Why = v.word("reason." + string(c.Unmeasured))
	}
	return out
}

// daysOf writes the days of a commitment after what became of it: its deadline,
// then the day on which it was done, or seen not to be.
func (v view) daysOf(c *dataset.Commitment) string {
	var parts []string
	if c.Deadline != nil {
		parts = append(parts, v.describe("outcome-deadline", v.when(c.Deadline)))
	}
	switch {
	case c.Judged != nil && (c.Outcome == dataset.Kept || c.Outcome == dataset.KeptLate):
		parts = append(parts, v.describe("outcome-done", v.when(c.Judged.On)))
	case c.Judged != nil && c.Outcome == dataset.Missed:
		parts = append(parts, v.describe("outcome-seen", v.when(c.Judged.On)))
	case c.Measured != nil:
		parts = append(parts, v.describe("outcome-measured", v.when(c.Measured.Figure.Period)))
	}
	return strings.Join(parts, v.word("outcome-and"))
}
