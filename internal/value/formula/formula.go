// Package formula evaluates the arithmetic of calculations on exact decimals:
// + - * / ( ), numbers and names. It has no functions and no floats, so that
// anyone can redo a calculation by hand from what the page shows.
//
//	e, err := formula.Parse("(a - b) / b * 100")
//	v, err := e.Eval(map[string]decimal.Decimal{"a": …, "b": …})
package formula

import (
	"fmt"
	"slices"
	"strings"

	"github.com/govalues/decimal"
)

// Expr is a parsed formula.
type Expr struct {
	src  string
	root node
}

type node interface{ names([]string) []string }

type (
	number struct{ d decimal.Decimal }
	name   struct{ s string }
	binary struct {
		op   byte
		l, r node
	}
	negation struct{ x node }
)

// Parse reads a formula.
func Parse(src string) (Expr, error) {
	p := parser{src: src}
	root, err := p.sum()
	if err == nil && p.peek() != 0 {
		err = p.fail("an operator")
	}
	if err != nil {
		return Expr{}, fmt.Errorf("formula %q: %w", src, err)
	}
	return Expr{src, root}, nil
}

// Names lists the names used, once each, in order of appearance.
func (e Expr) Names() []string {
	var out []string
	for _, n := range e.root.names(nil) {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// Eval computes the formula with the values of its names.
func (e Expr) Eval(values map[string]decimal.Decimal) (decimal.Decimal, error) {
	d, err := Fold(e, plain(values))
	if err != nil {
		return d, fmt.Errorf("formula %q: %w", e.src, err)
	}
	return d, nil
}

// Substitute writes the formula with each name replaced by its text.
func (e Expr) Substitute(text func(name string) string) string {
	var b strings.Builder
	for i := 0; i < len(e.src); {
		j := i
		for j < len(e.src) && isName(e.src[j], j > i) {
			j++
		}
		if j > i {
			b.WriteString(text(e.src[i:j]))
			i = j
			continue
		}
		b.WriteByte(e.src[i])
		i++
	}
	return b.String()
}

func (n number) names(in []string) []string   { return in }
func (n name) names(in []string) []string     { return append(in, n.s) }
func (n negation) names(in []string) []string { return n.x.names(in) }
func (n binary) names(in []string) []string   { return n.r.names(n.l.names(in)) }
