package loose

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Parse reads one document. What follows it is an error.
func Parse(r io.Reader, l Limits) (Node, error) {
	p := newParser(r, l)
	n, err := p.value(0)
	if err != nil {
		return Node{}, p.cause(err)
	}
	if _, err := p.tokens.Token(); !errors.Is(err, io.EOF) {
		return Node{}, errors.New("the document goes on after its end")
	}
	return n, nil
}

// Records hands over the records of a document one by one, counted from 0: the
// elements of a document that is a list, or of its members of these names, at any
// depth of such names. A member that is one object instead of a list is one record.
// Limits bound each record, and what stands around them. The other members of the
// objects around the records are given back, without the records.
func Records(r io.Reader, l Limits, names []string, visit func(i int, record Node) error) (around Node, err error) {
	p := newParser(r, l)
	s := &stream{parser: p, names: names, visit: visit}
	t, err := p.tokens.Token()
	if err != nil {
		return Node{}, p.cause(err)
	}
	switch t {
	case json.Delim('['):
		err = s.list(1)
	case json.Delim('{'):
		around, err = s.object(1)
	default:
		return Node{}, errors.New("the document is neither an object nor a list")
	}
	if err != nil {
		return Node{}, p.cause(err)
	}
	if _, err := p.tokens.Token(); !errors.Is(err, io.EOF) {
		return Node{}, errors.New("the document goes on after its end")
	}
	return around, nil
}

type stream struct {
	*parser
	names []string
	visit func(int, Node) error
	n     int
}

// list hands over the elements of a list that was opened.
func (s *stream) list(depth int) error {
	for s.tokens.More() {
		s.bounded.again()
		record, err := s.value(depth)
		if err != nil {
			return err
		}
		if err := s.give(record); err != nil {
			return err
		}
	}
	_, err := s.tokens.Token()
	return err
}

// object looks for records in an object that was opened, and keeps the rest.
func (s *stream) object(depth int) (around Node, err error) {
	around.kind = object
	if depth > s.limits.Depth {
		return around, ErrTooDeep
	}
	for s.tokens.More() {
		name, err := s.name()
		if err != nil {
			return around, err
		}
		if !slices.Contains(s.names, name) {
			kid, err := s.value(depth)
			if err != nil {
				return around, err
			}
			around.names, around.kids = append(around.names, name), append(around.kids, kid)
			continue
		}
		if err := s.records(depth); err != nil {
			return around, err
		}
	}
	_, err = s.tokens.Token()
	return around, err
}

// records reads a member that holds records: a list of them, one of them, or an
// object around them.
func (s *stream) records(depth int) error {
	t, err := s.tokens.Token()
	if err != nil {
		return err
	}
	switch t {
	case json.Delim('['):
		return s.list(depth + 1)
	case json.Delim('{'):
		before := s.n
		inner, err := s.object(depth + 1)
		if err != nil || s.n > before || len(inner.names) == 0 {
			return err
		}
		return s.give(inner)
	}
	return nil // null, or a text for nothing
}

func (s *stream) give(record Node) error {
	s.n++
	return s.visit(s.n-1, record)
}

// parser makes nodes of tokens.
type parser struct {
	tokens  *json.Decoder
	bounded *bounded
	limits  Limits
}

func newParser(r io.Reader, l Limits) *parser {
	b := &bounded{from: r, most: l.Bytes}
	b.again()
	d := json.NewDecoder(newPlain(b))
	d.UseNumber()
	return &parser{tokens: d, bounded: b, limits: l}
}

// cause prefers what the bounds say to what the decoder made of it.
func (p *parser) cause(err error) error {
	if p.bounded.left < 0 {
		err = ErrTooLong
	}
	return fmt.Errorf("JSON, about byte %d: %w", p.tokens.InputOffset(), err)
}

func (p *parser) name() (string, error) {
	t, err := p.tokens.Token()
	name, _ := t.(string) // the decoder lets nothing else stand there
	return name, err
}

// value reads the value that comes next, at a depth.
func (p *parser) value(depth int) (Node, error) {
	if p.bounded.values++; p.bounded.values > valuesAtMost {
		return Node{}, ErrTooMany
	}
	t, err := p.tokens.Token()
	if err != nil {
		return Node{}, err
	}
	switch t := t.(type) {
	case string:
		return Node{kind: scalar, text: t}, nil
	case json.Number:
		return Node{kind: scalar, text: t.String()}, nil
	case bool:
		return Node{kind: scalar, text: fmt.Sprint(t)}, nil
	case json.Delim:
		return p.inside(t, depth+1)
	}
	return Node{}, nil
}

func (p *parser) inside(open json.Delim, depth int) (Node, error) {
	if depth > p.limits.Depth {
		return Node{}, ErrTooDeep
	}
	n := Node{kind: list}
	if open == '{' {
		n.kind = object
	}
	for p.tokens.More() {
		if n.kind == object {
			name, err := p.name()
			if err != nil {
				return n, err
			}
			n.names = append(n.names, name)
		}
		kid, err := p.value(depth)
		if err != nil {
			return n, err
		}
		n.kids = append(n.kids, kid)
	}
	_, err := p.tokens.Token()
	return n, err
}
