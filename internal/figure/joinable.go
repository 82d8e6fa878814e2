package figure

import (
	"fmt"
	"slices"

	"vigie/internal/value/quantity"
)

// Aspect is one thing that figures share when they may be put together.
type Aspect string

// The closed list of aspects.
const (
	OfUnit         Aspect = "unit"
	OfPerimeter    Aspect = "perimeter"
	OfStage        Aspect = "stage"
	OfTax          Aspect = "tax"
	OfAccumulation Aspect = "accumulation"
)

// Counting lists the aspects that say how a thing was counted; a calculation may
// declare that it mixes them. Units are never mixed in a sum.
func Counting() []Aspect { return []Aspect{OfPerimeter, OfStage, OfTax, OfAccumulation} }

// Mismatch is why two figures may not be put together.
type Mismatch struct {
	Aspect Aspect
	A, B   Figure
}

// Error says which figure has what.
func (m *Mismatch) Error() string {
	return fmt.Sprintf("%s has the %s %s, %s has %s", m.A.ID, m.Aspect, m.A.in(m.Aspect), m.B.ID, m.B.in(m.Aspect))
}

// Joinable says whether two figures count in one way, so that they may stand in
// one sum, one share or one line: nil, or a *Mismatch. What a figure does not state
// (the perimeter of a number outside every series) is not held against it; a tax
// that is stated to be unknown is. Values of one unit have one scale: 44 M and
// 44,000 k are the same number.
func Joinable(a, b Figure, mixes ...Aspect) error {
	if err := apart(a, b, OfUnit, mixes); err != nil {
		return err
	}
	return counted(a, b, mixes)
}

// counted is Joinable for figures that may have two units, as in a price per head.
func counted(a, b Figure, mixes []Aspect) error {
	for _, one := range Counting() {
		if err := apart(a, b, one, mixes); err != nil {
			return err
		}
	}
	return nil
}

func apart(a, b Figure, aspect Aspect, mixes []Aspect) error {
	x, y := a.in(aspect), b.in(aspect)
	if x == y || x == "" || y == "" || slices.Contains(mixes, aspect) {
		return nil
	}
	return &Mismatch{Aspect: aspect, A: a, B: b}
}

// in is what a figure states of an aspect.
func (f Figure) in(a Aspect) string {
	switch a {
	case OfUnit:
		return f.Unit.ID
	case OfPerimeter:
		return f.Perimeter
	case OfStage:
		return string(f.Basis.Stage)
	case OfTax:
		return string(f.Basis.Tax)
	case OfAccumulation:
		return string(f.Basis.Accumulation)
	}
	return ""
}

// shared keeps what all figures that state an aspect state of it.
func shared(inputs []Input, a Aspect) string {
	out := ""
	for _, in := range inputs {
		switch stated := in.Figure.in(a); {
		case stated == "" || stated == out:
		case out != "":
			return ""
		default:
			out = stated
		}
	}
	return out
}

// basis is the accounting basis of what is computed from inputs: that of them all,
// where it means something for the unit.
func basis(inputs []Input, unit quantity.Unit) quantity.Basis {
	var b quantity.Basis
	switch unit.Kind {
	case quantity.Money:
		b.Stage, b.Tax = quantity.Stage(shared(inputs, OfStage)), quantity.Tax(shared(inputs, OfTax))
		fallthrough
	case quantity.Count:
		b.Accumulation = quantity.Accumulation(shared(inputs, OfAccumulation))
	}
	return b
}
