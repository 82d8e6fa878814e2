package indicator

import (
	"strconv"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// total is the sum of counted figures, which it names one by one; zero of none.
func total(ds *dataset.Dataset, id string, label lang.Text, parts []figure.Figure) figure.Figure {
	unit := unitOf(ds, "question")
	if len(parts) == 0 {
		return figure.Figure{ID: id, Label: label, Nature: figure.Counted, State: figure.Sure, Value: quantity.Int(0),
			Unit: unit}
	}
	named := make([]figure.Input, len(parts))
	for i, p := range parts {
		named[i] = figure.Input{Name: "part" + strconv.Itoa(i+1), Figure: p}
	}
	f,
		err := figure.Sum(figure.Figure{ID: id, Label: label, Unit: unit,
		Rests: figure.Rests{Words: say("La somme de ses parties.", "The sum of its parts.")}}, named)
	if err != nil {
		f.Reason = record.NotCollected
	}
	return f
}
