package recipe

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"golang.org/x/text/unicode/norm"

	"vigie/internal/collect"
	"vigie/internal/record"
	"vigie/internal/value/tabular"
)

// stream goes through a JSON document and stops at the values that a pointer
// leads to.
type stream struct {
	dec    *json.Decoder
	in     *reins
	beside func(path []string) // reports what stands beside the way
	deep   int
	held   bool     // within a row
	values int      // of that row
	there  bool     // the way exists, though it may lead to no element
	seen   []string // names met beside the way, for the message
}

// nothingThere says that a document has nothing where rows are wanted.
type nothingThere struct {
	pointer pointer
	seen    []string
}

func (e *nothingThere) Error() string {
	if len(e.seen) == 0 {
		return fmt.Sprintf("the document has nothing at %s", joined(e.pointer))
	}
	return fmt.Sprintf("the document has nothing at %s; it has %s", joined(e.pointer), quoted(e.seen))
}

func newStream(ctx context.Context, r record.Recipe, doc collect.Document) (*stream, error) {
	charset := "utf-8" // RFC 8259, whatever a server says
	if r.Charset != "" {
		charset = r.Charset
	}
	plain, err := tabular.Decoded(doc.Reader(), charset)
	if err != nil {
		return nil, err
	}
	in := &reins{Reader: plain, ctx: ctx}
	s := &stream{dec: json.NewDecoder(in), in: in, beside: func([]string) {}}
	s.dec.UseNumber()
	return s, nil
}

// each visits the values that a pointer leads to, in the order of the document,
// each with its path. A document that goes on after its end is refused.
func (s *stream) each(p pointer, visit func(at string, n node) error) error {
	if err := s.walk(p, nil, visit); err != nil {
		return err
	}
	if _, err := s.token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands after the end of the JSON document")
	}
	if !s.there {
		return &nothingThere{p, s.seen}
	}
	return nil
}

func (s *stream) walk(p pointer, path []string, visit func(at string, n node) error) error {
	if len(p) == 0 {
		s.there = true
		n, err := s.row()
		if err != nil {
			return err
		}
		return visit(joined(path), n)
	}
	t, err := s.token()
	if err != nil {
		return unended(err)
	}
	open, ok := t.(json.Delim)
	if !ok {
		return nil // a plain value: the way ends here
	}
	s.there = s.there || len(p) == 1 && p[0] == "*"
	return s.within(open, func(name string) error {
		if p[0] == "*" || p[0] == name {
			return s.walk(p[1:], append(slices.Clip(path), name), visit)
		}
		if open == '{' {
			s.pass(append(slices.Clip(path), name))
		}
		return s.skip()
	})
}

// pass reports what stands beside the way.
func (s *stream) pass(path []string) {
	for i, name := range path {
		if _, err := strconv.Atoi(name); err == nil {
			path[i] = "*"
		}
	}
	s.beside(path)
	if at := joined(path); len(s.seen) < topRows && !slices.Contains(s.seen, at) {
		s.seen = append(s.seen, at)
	}
}

// within goes through the members or elements of what was just opened, and closes it.
func (s *stream) within(open json.Delim, inner func(name string) error) error {
	if s.deep++; s.deep > maxDeep {
		return fmt.Errorf("the document is nested more than %d levels deep", maxDeep)
	}
	for i := 0; s.dec.More(); i++ {
		name := strconv.Itoa(i)
		if open == '{' {
			key, err := s.token()
			if err != nil {
				return unended(err)
			}
			name, _ = key.(string)
			name = norm.NFC.String(name)
		}
		if err := inner(name); err != nil {
			return err
		}
	}
	s.deep--
	t, err := s.token()
	if _, closed := t.(json.Delim); err == nil && !closed {
		return errLong
	}
	return unended(err)
}

// token takes one token. Within a row, the bound is that of the row.
func (s *stream) token() (json.Token, error) {
	if !s.held {
		s.in.let(s.dec.InputOffset())
	}
	return s.dec.Token()
}

func (s *stream) skip() error {
	t, err := s.token()
	if open, ok := t.(json.Delim); ok && err == nil {
		return s.within(open, func(string) error { return s.skip() })
	}
	return unended(err)
}

// row takes one value whole.
func (s *stream) row() (node, error) {
	s.in.let(s.dec.InputOffset())
	s.held, s.values = true, 0
	defer func() { s.held = false }()
	return s.node()
}

func (s *stream) node() (node, error) {
	t, err := s.token()
	if err != nil {
		return node{}, unended(err)
	}
	if s.values++; s.values > maxValues {
		return node{}, fmt.Errorf("a row holds more than %d values", maxValues)
	}
	switch t := t.(type) {
	case string:
		return node{kind: text, text: t}, nil
	case json.Number:
		return node{kind: text, text: t.String(), exact: true}, nil
	case bool:
		return node{kind: text, text: strconv.FormatBool(t)}, nil
	case json.Delim:
		return s.nodes(t)
	}
	return node{kind: null}, nil
}

func (s *stream) nodes(open json.Delim) (node, error) {
	n := node{kind: list}
	named := map[string]bool{}
	if open == '{' {
		n.kind = object
	}
	err := s.within(open, func(name string) error {
		inner, err := s.node()
		if err != nil {
			return err
		}
		if n.kind == object {
			if named[name] {
				return fmt.Errorf("an object has the member %q twice", shown(name))
			}
			named[name] = true
			n.names = append(n.names, name)
		}
		n.nodes = append(n.nodes, inner)
		return nil
	})
	return n, err
}

func unended(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
