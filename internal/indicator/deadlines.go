package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// deadlines shows a row per commitment, from its announcement to its deadline, with what
// became of it. The coverage has no total: nobody knows how many promises were made.
func deadlines(ds *dataset.Dataset, d *record.Indicator) Answer {
	as := first(d)
	a := Answer{Unit: unitOf(ds, d.Unit), Coverage: Coverage{Unknown: true, Of: d.Cases}}
	line := Line{Key: as.Key, Label: as.Label, Role: as.Role}
	for _, c := range chosen[*dataset.Commitment](ds, d.Of) {
		a.Coverage.Known++
		f := c.Promised
		if f.ID == "" { // promised without a number
			f = unknown(d.ID, line.Key, c.ID, c.Title, f.Unit, record.NotApplicable)
			for _, cl := range c.Claims {
				f.Rests.Claims = append(f.Rests.Claims, cl.ID)
			}
		}
		line.Points = append(line.Points,
			Point{Key: c.ID, Label: c.Title, Period: spanOf(c), Figure: f, State: string(c.Outcome), Seen: seenOn(c),
				Href: &record.Ref{Kind: record.Commitments, ID: c.ID}})
	}
	if len(line.Points) == 0 {
		return noneChosen(d, a, as)
	}
	slices.SortStableFunc(line.Points,
		func(a, b Point) int { return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Key, b.Key)) })
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
