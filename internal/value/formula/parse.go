package formula

import (
	"fmt"

	"github.com/govalues/decimal"
)

// parser reads by recursive descent: a sum of products of factors.
type parser struct {
	src   string
	pos   int
	depth int
}

// maxDepth bounds nested parentheses, as formulas come from files.
const maxDepth = 50

func (p *parser) peek() byte {
	for p.pos < len(p.src) && p.src[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.src) {
		return 0
	}
	return p.src[p.pos]
}

func (p *parser) fail(want string) error {
	if p.pos >= len(p.src) {
		return fmt.Errorf("it ends where %s was wanted", want)
	}
	return fmt.Errorf("%q at character %d, where %s was wanted", p.src[p.pos], p.pos+1, want)
}

func (p *parser) sum() (node, error) {
	return p.chain(p.product, '+', '-')
}

func (p *parser) product() (node, error) {
	return p.chain(p.factor, '*', '/')
}

func (p *parser) chain(next func() (node, error), a, b byte) (node, error) {
	l, err := next()
	for err == nil {
		op := p.peek()
		if op != a && op != b {
			break
		}
		p.pos++
		var r node
		if r, err = next(); err == nil {
			l = binary{op, l, r}
		}
	}
	return l, err
}

func (p *parser) factor() (node, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, fmt.Errorf("it is nested too deeply")
	}
	defer func() { p.depth-- }()
	switch c := p.peek(); {
	case c == '-':
		p.pos++
		x, err := p.factor()
		return negation{x}, err
	case c == '(':
		p.pos++
		x, err := p.sum()
		if err == nil && p.peek() != ')' {
			err = p.fail("a closing parenthesis")
		}
		p.pos++
		return x, err
	case isDigit(c):
		s := p.take(func(c byte, _ bool) bool { return isDigit(c) || c == '.' })
		d, err := decimal.Parse(s)
		if err != nil {
			return nil, fmt.Errorf("%q is not a number", s)
		}
		return number{d}, nil
	case isName(c, false):
		return name{p.take(isName)}, nil
	}
	return nil, p.fail("a number or a name")
}

func (p *parser) take(ok func(c byte, inside bool) bool) string {
	start := p.pos
	for p.pos < len(p.src) && ok(p.src[p.pos], p.pos > start) {
		p.pos++
	}
	return p.src[start:p.pos]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isName(c byte, inside bool) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || inside && (isDigit(c) || c == '_')
}
