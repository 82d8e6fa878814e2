package build

import (
	"fmt"

	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// joints says which points of the lines of indicators count otherwise than their
// neighbours, at both places in the data.
func joints(c *corpus.Corpus, results []indicator.Result) problem.List {
	var out problem.List
	for _, j := range indicator.Joints(results) {
		out = append(out, problem.Problem{Place: stands(c, j.After), Severity: problem.Error, Rule: "joined-points",
			Message: fmt.Sprintf("the line %s of the indicator %s joins two points that count otherwise: %v", j.Line,
				j.Indicator, j.Mismatch),
			Hint: "declare a break: on the later observation, or keep them in two lines",
			Also: []problem.Place{stands(c, j.Before)}})
	}
	return out
}

// stands is where a point is written: its first claim, or else the record that it
// comes from.
func stands(c *corpus.Corpus, p indicator.Point) problem.Place {
	var at problem.Place
	if p.Figure.Nature == figure.Stated && len(p.Figure.Rests.Claims) > 0 {
		c.EachClaim(func(owner record.Ref, path string, claim *record.Claim) {
			if claim.ID == p.Figure.Rests.Claims[0] && at.Line == 0 {
				at = c.Place(owner, path)
			}
		})
	}
	if at.Line == 0 && p.Href != nil {
		at = c.Place(*p.Href, "formula")
	}
	if at.File == "" {
		at.File = p.Figure.ID
	}
	return at
}
