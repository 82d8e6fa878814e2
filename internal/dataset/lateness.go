package dataset

import (
	"slices"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// LatenessID is the identifier of the figure that counts the days by which a
// commitment was kept late.
func LatenessID(commitment string) string { return "lateness/" + commitment }

// lateness counts the days from the last day of the deadline to the day on which
// it was done: from the first to the last that its date allows, where the source
// gives a month or a year. Before the day on which it was done it does not apply.
// Only a commitment that some evidence shows to be done after its deadline has one.
func (c *Commitment) lateness() figure.Figure {
	if !slices.ContainsFunc(c.Evidence, c.doneLate) {
		return figure.Figure{}
	}
	f := figure.Figure{ID: LatenessID(c.ID), Nature: figure.Computed, State: figure.Unknown,
		Reason: record.NotApplicable, Unit: ownUnit("day"),
		Label: lang.Say("Jours de retard : {about}", "Days late: {about}").With(lang.In("about", c.Title)),
		Rests: figure.Rests{Records: []record.Ref{{Kind: record.Commitments, ID: c.ID}},
			Words: lang.Text{FR: "jour où c’est fait, moins le dernier jour de l’échéance",
				EN: "day on which it was done, less the last day of the deadline"}}}
	if c.Outcome != KeptLate {
		return f
	}
	f.State, f.Reason, f.Value, f.Period = figure.Sure, "", c.DaysLate(), cal.At(c.Judged.On)
	for _, cl := range slices.Concat(c.Claims, c.Proof) {
		f.Rests.Claims = append(f.Rests.Claims, cl.ID)
	}
	return f
}

// doneLate says that evidence shows the commitment done after its deadline.
func (c *Commitment) doneLate(e record.Evidence) bool {
	return e.Kept == "yes" && c.Deadline != nil && e.On.First().After(c.Deadline.Last())
}

// DaysLate is how many days after its deadline a commitment was kept; it has no
// meaning for one that was not kept late.
func (c *Commitment) DaysLate() quantity.Value {
	due := c.Deadline.Last()
	v := quantity.Int(due.DaysUntil(c.Judged.On.First()))
	v.High = quantity.Int(due.DaysUntil(c.Judged.On.Last())).High
	return v
}

// FollowedID is the identifier of the figure that counts the commitments in hand.
const FollowedID = "commitments/followed"

// followed counts the commitments in hand: a selection, and no total of those that were made.
func (ds *Dataset) followed() figure.Figure {
	f := figure.Figure{ID: FollowedID, Nature: figure.Counted, State: figure.Sure,
		Value: quantity.Int(len(ds.Commitments)),
		Unit:  ds.Unit("commitment"),
		Label: lang.Text{FR: "Engagements suivis ici", EN: "Commitments followed here"},
		Note: lang.Text{FR: "Ceux que des sources ont permis de trouver, et non tous ceux qui ont été pris.",
			EN: "Those found in sources, not all those that were made."}}
	for _, c := range ds.Commitments {
		f.Rests.Records = append(f.Rests.Records, record.Ref{Kind: record.Commitments, ID: c.ID})
	}
	return f
}
