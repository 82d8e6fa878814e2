package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

func computeCommitments(ds *dataset.Dataset) Answer {
	a := Answer{Unit: unitOf(ds, "commitment"), Coverage: selected(ds)}
	line := Line{Key: "commitments", Label: say("Engagements", "Commitments"), Role: "target"}
	for _, c := range inHand(ds, ds.Commitments) {
		f := c.Promised
		if f.ID == "" { // promised without a number
			f = unknown("commitments", line.Key, c.ID, c.Title, f.Unit, record.NotApplicable)
			for _, cl := range c.Claims {
				f.Rests.Claims = append(f.Rests.Claims, cl.ID)
			}
		}
		line.Points = append(line.Points, Point{Key: c.ID, Label: c.Title, Period: spanOf(c), Figure: f, State: string(c.Outcome), Seen: seenOn(c),
			Href: &record.Ref{Kind: record.Commitments, ID: c.ID}})
	}
	slices.SortStableFunc(line.Points, func(a, b Point) int { return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Key, b.Key)) })
	a.Lines = []Line{line}
	return a
}

// seenOn is the day of what judges a commitment.
func seenOn(c *dataset.Commitment) cal.Date {
	switch {
	case c.Judged != nil:
		return c.Judged.On
	case c.Measured != nil:
		return c.Measured.Figure.Period.From
	}
	return cal.Date{}
}

// spanOf is the time of a commitment: from its announcement to its deadline,
// open when it has none.
func spanOf(c *dataset.Commitment) cal.Period {
	if c.Deadline == nil {
		return cal.Between(c.Announced, cal.Date{})
	}
	return cal.Between(c.Announced, *c.Deadline)
}

// selected counts the commitments in hand: those that sources allowed to find, out
// of a number that nobody knows.
func selected(ds *dataset.Dataset) Coverage {
	return Coverage{Known: len(inHand(ds, ds.Commitments)), Unknown: true, Of: say("promesses faites", "promises made")}
}
