package dataset

import (
	"vigie/internal/figure"
	"vigie/internal/record"
)

// judgeCalculations computes each calculation from the claims that it names.
func (ds *Dataset) judgeCalculations() {
	for _, c := range ds.Calculations {
		c.Figure = figure.Figure{ID: "calculation/" + c.ID, Nature: figure.Computed, State: figure.Unknown,
			Reason: record.NotCollected, Label: c.Title, Unit: ds.Unit(c.Calculation.Unit), Note: c.Warning,
			Rests: figure.Rests{Formula: c.Formula, Words: c.Words}}
		if c.Period != nil {
			c.Figure.Period = *c.Period
		}
		result, err := figure.Compute(c.Figure, ds.inputs(c), c.mixed()...)
		if err == nil {
			result, err = result.Rounded(c.Round)
		}
		if err != nil {
			c.Failure = err.Error()
			result.State, result.Reason = figure.Unknown, record.NotCollected
		}
		c.Figure = result
	}
}

// inputs gives the single numbers that a calculation names; a name left without
// one is shown by the formula that lacks it.
func (ds *Dataset) inputs(c *Calculation) []figure.Input {
	var out []figure.Input
	for _, in := range c.Inputs {
		if cl := ds.Claim(in.Claim); cl != nil && cl.Value != nil && !cl.IsWithdrawn(ds.AsOf) && !cl.Value.IsRange() {
			out = append(out, figure.Input{Name: in.Name, Figure: cl.Figure()})
		}
	}
	return out
}

// mixed is what a calculation says that it mixes on purpose.
func (c *Calculation) mixed() []figure.Aspect {
	if c.Mixes.IsZero() {
		return nil
	}
	return figure.Counting()
}
