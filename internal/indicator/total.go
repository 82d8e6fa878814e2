package indicator

import (
	"strconv"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/formula"
	"vigie/internal/lang"
	"vigie/internal/quantity"
)

// total is the sum of counted figures, which it names one by one; zero of none.
func total(ds *dataset.Dataset, id string, label lang.Text, parts []figure.Figure) figure.Figure {
	unit := unitOf(ds, "question")
	if len(parts) == 0 {
		return figure.Figure{ID: id, Label: label, Nature: figure.Counted, State: figure.Sure, Value: quantity.Int(0), Unit: unit}
	}
	f := figure.Figure{ID: id, Label: label, Nature: figure.Computed, State: figure.Sure, Unit: unit,
		Rests: figure.Rests{Words: say("La somme de ses parties.", "The sum of its parts.")}}
	values := map[string]quantity.Decimal{}
	for i, p := range parts {
		name := "part" + strconv.Itoa(i+1)
		f.Rests.Inputs = append(f.Rests.Inputs, figure.Input{Name: name, Figure: p})
		values[name] = p.Value.Low
		if i > 0 {
			f.Rests.Formula += " + "
		}
		f.Rests.Formula += name
	}
	e, err := formula.Parse(f.Rests.Formula)
	if err == nil {
		var sum quantity.Decimal
		if sum, err = e.Eval(values); err == nil {
			f.Value = quantity.Of(sum)
		}
	}
	if err != nil {
		f.State = figure.Unknown
	}
	return f
}
