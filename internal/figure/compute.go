package figure

import (
	"fmt"
	"strings"

	"vigie/internal/value/formula"
	"vigie/internal/value/quantity"
)

// Arithmetic on figures goes through here and nowhere else (a test of package
// internal sees to it): a figure that is computed keeps the formula, its inputs
// and their claims, and figures that count otherwise are refused.
//
//	f, err := figure.Difference(f, total, parts)
//	f, err := figure.Share(f, part, whole, figure.OfPerimeter) // mixes perimeters, on purpose

// Sum adds figures.
func Sum(f Figure, parts []Input, mixes ...Aspect) (Figure, error) {
	f.Rests.Formula = chain(parts, " + ")
	return Compute(f, parts, mixes...)
}

// Difference takes parts away from a whole.
func Difference(f Figure, whole Input, parts []Input, mixes ...Aspect) (Figure, error) {
	all := append([]Input{whole}, parts...)
	f.Rests.Formula = chain(all, " - ")
	return Compute(f, all, mixes...)
}

// Share is a part over a whole of the same unit, in percent.
func Share(f Figure, part, whole Input, mixes ...Aspect) (Figure, error) {
	f.Rests.Formula = part.Name + " / " + whole.Name + " * 100"
	if err := apart(part.Figure, whole.Figure, OfUnit, nil); err != nil {
		return f.without(part, whole), err
	}
	return Compute(f, []Input{part, whole}, mixes...)
}

func chain(inputs []Input, sign string) string {
	var names []string
	for _, in := range inputs {
		names = append(names, in.Name)
	}
	return strings.Join(names, sign)
}

// Compute gives a figure the value of its formula (f.Rests.Formula) on inputs.
// It refuses inputs that count in two ways, unless mixes names the aspect, and a
// sum of two units, always. A figure that could not be computed stays unknown and
// keeps what it would rest on.
func Compute(f Figure, inputs []Input, mixes ...Aspect) (Figure, error) {
	f = f.without(inputs...)
	for i, a := range inputs {
		for _, b := range inputs[:i] {
			if err := counted(b.Figure, a.Figure, mixes); err != nil {
				return f, err
			}
		}
	}
	e, err := formula.Parse(f.Rests.Formula)
	if err != nil {
		return f, err
	}
	result, err := formula.Fold(e, dimensioned(inputs))
	if err != nil {
		return f, fmt.Errorf("formula %q: %w", f.Rests.Formula, err)
	}
	if u, ok := result.unit(inputs); ok && f.Unit.ID != "" && u.Kind != f.Unit.Kind {
		return f, fmt.Errorf("formula %q gives %s and not %s", f.Rests.Formula, u.ID, f.Unit.ID)
	}
	f.State, f.Reason, f.Value = Sure, "", quantity.Of(result.value)
	return f, nil
}

// without is a figure that rests on inputs and has no value of them.
func (f Figure) without(inputs ...Input) Figure {
	f.Nature, f.State = Computed, Unknown
	f.Perimeter, f.Basis = shared(inputs, OfPerimeter), basis(inputs, f.Unit)
	f.Rests.Inputs, f.Rests.Claims = nil, nil
	for _, in := range inputs {
		f.Rests.Inputs = append(f.Rests.Inputs, in)
		f.Rests.Claims = append(f.Rests.Claims, in.Figure.Rests.Claims...)
	}
	return f
}

// Rounded keeps a number of decimals; a negative one rounds to tens, hundreds…
func (f Figure) Rounded(places int) (Figure, error) {
	if !f.Known() {
		return f, nil
	}
	low, err := quantity.Round(f.Value.Low, places)
	if err != nil {
		return f, err
	}
	high, err := quantity.Round(f.Value.High, places)
	f.Value.Low, f.Value.High = low, high
	return f, err
}
