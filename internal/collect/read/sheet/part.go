package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"vigie/internal/collect/read/budget"
)

// The bounds of one part of a workbook, once it is unzipped.
const (
	longest = 256 << 20 // bytes
	element = 1 << 20   // bytes of one tag, or of one text
	deepest = 64        // elements in one another
)

// part is one part of a workbook, read as a stream of tags and texts.
type part struct {
	name string
	from io.ReadCloser
	in   *held
	dec  *xml.Decoder
	path []string // the elements that are open
}

// Close gives back what reads the archive.
func (p *part) Close() error { return p.from.Close() }

// step is one tag or text.
type step struct {
	kind  kind
	name  string // of the element, without its prefix
	text  string
	attrs []xml.Attr
}

type kind int

const (
	opens kind = iota
	closes
	words
)

func (e step) attribute(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (b *Book) part(name string) (*part, error) {
	from, err := b.unzip(name)
	if err != nil {
		return nil, err
	}
	in := &held{from: from, taken: b.taken, until: element}
	p := &part{name: name, from: from, in: in, dec: xml.NewDecoder(in)}
	return p, nil
}

// unzip opens a part.
func (b *Book) unzip(name string) (io.ReadCloser, error) {
	f := b.parts[name]
	if f == nil {
		return nil, fmt.Errorf("the workbook lacks its part %s: have it saved again by a spreadsheet", name)
	}
	from, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("reading %s in the workbook: %w", name, err)
	}
	return from, nil
}

// next gives the next tag or text; io.EOF at the end.
func (p *part) next() (step, error) {
	for {
		p.in.let(p.dec.InputOffset())
		t, err := p.dec.RawToken()
		if errors.Is(err, io.EOF) && len(p.path) == 0 {
			return step{}, io.EOF
		}
		if err != nil {
			return step{}, p.damaged(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(p.path) == deepest {
				return step{}, p.damaged(fmt.Errorf("more than %d elements stand in one another", deepest))
			}
			p.path = append(p.path, t.Name.Local)
			return step{kind: opens, name: t.Name.Local, attrs: t.Attr}, nil
		case xml.EndElement:
			if len(p.path) == 0 || p.path[len(p.path)-1] != t.Name.Local {
				return step{}, p.damaged(fmt.Errorf("the element %.40q ends without having begun", t.Name.Local))
			}
			p.path = p.path[:len(p.path)-1]
			return step{kind: closes, name: t.Name.Local}, nil
		case xml.CharData:
			if len(p.path) > 0 {
				return step{kind: words, text: string(t)}, nil
			}
		}
	}
}

// parent is the element that the one that just opened stands in.
func (p *part) parent() string { return p.above(2) }

// above is the element at so many steps from the innermost one, which is at 1.
func (p *part) above(steps int) string {
	if len(p.path) < steps {
		return ""
	}
	return p.path[len(p.path)-steps]
}

func (p *part) damaged(err error) error {
	var spent *budget.Spent
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &spent), p.in.taken.Err() != nil:
		return err
	case errors.Is(err, errLongest):
		return fmt.Errorf("the part %s of the workbook %w", p.name, err)
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "EOF"), errors.Is(err, io.EOF):
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("the part %s of the workbook is damaged (%w): have it saved again by a spreadsheet", p.name, err)
}

// held reads a part no further than one element ahead of what was taken, so that one
// that does not end does not fill the memory, and stops with the run.
type held struct {
	from         io.Reader
	taken        *budget.Budget
	given, until int64
}

var (
	errElement = fmt.Errorf("one element holds more than %d bytes", element)
	errLongest = fmt.Errorf("holds more than %d MB once it is unzipped: have it in parts, or as CSV", longest>>20)
)

func (h *held) let(taken int64) { h.until = taken + element }

func (h *held) Read(b []byte) (int, error) {
	if err := h.taken.Err(); err != nil {
		return 0, err
	}
	switch {
	case h.given >= longest:
		return 0, errLongest
	case h.given >= h.until:
		return 0, errElement
	}
	n, err := h.from.Read(b[:min(int64(len(b)), h.until-h.given)])
	h.given += int64(n)
	return n, err
}
