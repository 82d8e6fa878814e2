package dataset

import (
	"github.com/govalues/decimal"

	"vigie/internal/figure"
	"vigie/internal/formula"
	"vigie/internal/quantity"
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
		result, err := ds.compute(c)
		if err == nil {
			result, err = quantity.Round(result, c.Round)
		}
		if err != nil {
			c.Failure = err.Error()
			continue
		}
		c.Figure.State, c.Figure.Reason = figure.Sure, ""
		c.Figure.Value = quantity.Of(result)
	}
}

func (ds *Dataset) compute(c *Calculation) (decimal.Decimal, error) {
	e, err := formula.Parse(c.Formula)
	if err != nil {
		return decimal.Decimal{}, err
	}
	values := map[string]decimal.Decimal{}
	for _, in := range c.Inputs {
		cl := ds.Claim(in.Claim)
		if cl == nil || cl.Value == nil || cl.Value.IsRange() {
			continue // the name stays without value, and Eval tells which
		}
		values[in.Name] = cl.Value.Low
		f := cl.Figure()
		c.Figure.Rests.Inputs = append(c.Figure.Rests.Inputs, figure.Input{Name: in.Name, Figure: f})
		c.Figure.Rests.Claims = append(c.Figure.Rests.Claims, cl.ID)
	}
	result, err := e.Eval(values)
	if err != nil {
		return result, err
	}
	return round(result, c.Round)
}

// round keeps n decimals; below zero it rounds to tens, hundreds, thousands…
func round(d decimal.Decimal, n int) (decimal.Decimal, error) {
	if n >= 0 {
		return d.Round(n), nil
	}
	step, err := decimal.New(1, 0)
	for range -n {
		if err == nil {
			step, err = step.Mul(decimal.Ten)
		}
	}
	if err != nil {
		return d, err
	}
	if d, err = d.Quo(step); err != nil {
		return d, err
	}
	return d.Round(0).Mul(step)
}
