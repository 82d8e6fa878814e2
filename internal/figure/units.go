package figure

import (
	"fmt"

	"vigie/internal/value/formula"
	"vigie/internal/value/quantity"
)

// quantum is a number in a formula with what it counts. Numbers written in the
// formula, percentages and multiples count nothing of their own.
type quantum struct {
	value quantity.Decimal
	of    string // identifiers of units: "", "eur", "eur/project"
}

// unit is the unit of a quantum, where it is that of an input.
func (q quantum) unit(inputs []Input) (quantity.Unit, bool) {
	for _, in := range inputs {
		if q.of != "" && in.Figure.Unit.ID == q.of {
			return in.Figure.Unit, true
		}
	}
	return quantity.Unit{}, false
}

// dimensioned is the algebra of inputs with units (formula.Algebra).
type dimensioned []Input

func (dimensioned) Number(d quantity.Decimal) quantum { return quantum{value: d} }

func (dimensioned) Negate(q quantum) quantum { return quantum{q.value.Neg(), q.of} }

func (in dimensioned) Name(name string) (quantum, error) {
	for _, one := range in {
		if one.Name != name {
			continue
		}
		f := one.Figure
		if !f.Known() || f.State == Disputed || f.Value.IsRange() {
			return quantum{}, fmt.Errorf("%q has no single value", name)
		}
		q := quantum{value: f.Value.Low, of: f.Unit.ID}
		if f.Unit.Kind == quantity.Percent || f.Unit.Kind == quantity.Ratio {
			q.of = ""
		}
		return q, nil
	}
	return quantum{}, fmt.Errorf("no value for %q", name)
}

func (dimensioned) Operate(op byte, l, r quantum) (quantum, error) {
	of, err := combined(op, l.of, r.of)
	if err != nil {
		return quantum{}, err
	}
	d, err := formula.Operate(op, l.value, r.value)
	return quantum{d, of}, err
}

func combined(op byte, l, r string) (string, error) {
	switch {
	case (op == '+' || op == '-') && l != r:
		return "", fmt.Errorf("%s and %s do not add up", worded(l), worded(r))
	case op == '+' || op == '-' || r == "":
		return l, nil
	case op == '*' && l == "":
		return r, nil
	case op == '*':
		return l + "*" + r, nil
	case l == r:
		return "", nil
	}
	return l + "/" + r, nil
}

func worded(of string) string {
	if of == "" {
		return "a number without unit"
	}
	return "an amount in " + of
}
