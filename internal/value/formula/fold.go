package formula

import (
	"fmt"

	"github.com/govalues/decimal"
)

// Algebra is what a formula is computed on: plain decimals (Eval), or numbers
// that know what they count and refuse to be mixed (package figure).
type Algebra[T any] interface {
	Number(decimal.Decimal) T // a number written in the formula
	Name(string) (T, error)
	Negate(T) T
	Operate(op byte, l, r T) (T, error) // op is + - * or /
}

// Fold computes a formula in an algebra, from the left to the right.
func Fold[T any](e Expr, a Algebra[T]) (T, error) { return fold(e.root, a) }

func fold[T any](n node, a Algebra[T]) (T, error) {
	switch n := n.(type) {
	case number:
		return a.Number(n.d), nil
	case name:
		return a.Name(n.s)
	case negation:
		x, err := fold(n.x, a)
		if err != nil {
			return x, err
		}
		return a.Negate(x), nil
	}
	b := n.(binary)
	l, err := fold(b.l, a)
	if err != nil {
		return l, err
	}
	r, err := fold(b.r, a)
	if err != nil {
		return r, err
	}
	return a.Operate(b.op, l, r)
}

// Operate applies one operation to two decimals.
func Operate(op byte, l, r decimal.Decimal) (decimal.Decimal, error) {
	switch op {
	case '+':
		return l.Add(r)
	case '-':
		return l.Sub(r)
	case '*':
		return l.Mul(r)
	}
	if r.IsZero() {
		return r, fmt.Errorf("division by zero")
	}
	return l.Quo(r)
}

// plain is the algebra of decimals, with the values of names.
type plain map[string]decimal.Decimal

func (plain) Number(d decimal.Decimal) decimal.Decimal { return d }
func (plain) Negate(d decimal.Decimal) decimal.Decimal { return d.Neg() }

func (p plain) Name(s string) (decimal.Decimal, error) {
	d, ok := p[s]
	if !ok {
		return d, fmt.Errorf("no value for %q", s)
	}
	return d, nil
}

func (plain) Operate(op byte, l, r decimal.Decimal) (decimal.Decimal, error) {
	return Operate(op, l, r)
}
