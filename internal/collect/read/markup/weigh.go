package markup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vigie/internal/collect/read/budget"
)

// What an element or a text takes, and each of its attributes: bytes besides its own
// letters.
const (
	ofNode      = 128
	ofAttribute = 64
)

// mostAgain is how many bytes may go into marks of format that are opened again.
const mostAgain = 8 << 20

// formats are the elements that a parser opens again in each paragraph, cell or item
// that begins before they end: three hundred marks and as many thousand paragraphs
// make ninety million elements (HTML § 13.2.4.3, the list of active formatting elements).
var formats = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Nobr: true,
	atom.S:    true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// weigh takes what the tree of a page will hold, before it is made. again are the
// bytes that marks of format might take that are opened again, at most.
func weigh(taken *budget.Budget, text []byte) (again int, err error) {
	z := html.NewTokenizer(bytes.NewReader(text))
	var o opened
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return again, err
			}
			return again, nil
		}
		raw := z.Raw()
		cost := ofNode + len(raw)
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, more := z.TagName()
			tag := atom.Lookup(name)
			for more {
				_, _, more = z.TagAttr()
				cost += ofAttribute
			}
			switch {
			case kind != html.EndTagToken:
				again += o.start(tag, string(raw), cost)
				if tag == atom.Table {
					cost += 2 * ofNode // the body and the row that may go without saying
				}
			case tag != atom.P && tag != atom.Br: // which make an element of nothing
				again += o.end(tag)
				cost = 0
			default:
				again += o.end(tag)
			}
		}
		if err := taken.Bytes(cost); err != nil {
			return again, err
		}
		again = min(again, mostAgain+1)
	}
}

// opened follows the marks of format that are open, from above: it may take one for
// open that the parser has closed, never the other way round.
type opened struct {
	marks  []mark
	within [2]int // tables; and what else keeps an end from what began outside
	cost   int
}

type mark struct {
	tag    atom.Atom
	raw    string
	within [2]int
	cost   int
}

// start gives what may be opened again because of a tag.
func (o *opened) start(tag atom.Atom, raw string, cost int) int {
	switch {
	case formats[tag]:
		o.crowd(tag, raw)
		o.marks = append(o.marks, mark{tag, raw, o.within, cost})
		o.cost += cost
		return 0
	case tag == atom.Table:
		o.within[0]++
	case tag == atom.Object || tag == atom.Applet || tag == atom.Marquee || tag == atom.Template:
		o.within[1]++
	case inline[tag]:
		return 0
	}
	return o.cost
}

// crowd takes away what a mark pushes out: a link ends the link before it, and of
// three that are the same the first one counts no more.
func (o *opened) crowd(tag atom.Atom, raw string) {
	same := 0
	for i := range o.recent() {
		switch m := o.marks[i]; {
		case m.within != o.within || m.tag != tag:
		case tag == atom.A || tag == atom.Nobr:
			o.remove(i)
			return
		case m.raw == raw:
			if same++; same == 3 {
				o.remove(i)
				return
			}
		}
	}
}

// recent goes through the marks, the last one first: no parser holds more than these.
func (o *opened) recent() iter.Seq[int] {
	const most = 512
	return func(yield func(int) bool) {
		for i := len(o.marks) - 1; i >= max(0, len(o.marks)-most) && yield(i); i-- {
		}
	}
}

func (o *opened) remove(i int) {
	o.cost -= o.marks[i].cost
	o.marks = slices.Delete(o.marks, i, i+1)
}

func (o *opened) end(tag atom.Atom) int {
	if !formats[tag] {
		switch tag {
		case atom.Table:
			o.within[0]--
		case atom.Object, atom.Applet, atom.Marquee, atom.Template:
			o.within[1]--
		}
		return o.cost
	}
	for i := range o.recent() {
		if m := o.marks[i]; m.tag == tag && m.within == o.within {
			o.remove(i)
			break
		}
	}
	return 0
}

// plainly parses a page whose marks of format would take too much: as elements that
// end where what holds them ends, as a span does.
func plainly(text []byte) (*html.Node, error) {
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(text))
	for z.Next() != html.ErrorToken {
		raw := z.Raw()
		from := len(raw) - len(bytes.TrimLeft(raw, "</"))
		if name, _ := z.TagName(); from > 0 && formats[atom.Lookup(name)] {
			out.Write(raw[:from])
			out.WriteString(disguise)
			raw = raw[from:]
		}
		out.Write(raw)
	}
	root, err := html.Parse(&out)
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	for n := range root.Descendants() {
		if name, ok := strings.CutPrefix(n.Data, disguise); ok && n.Type == html.ElementNode &&
			formats[atom.Lookup([]byte(name))] {
			n.Data, n.DataAtom = name, atom.Lookup([]byte(name))
		}
	}
	return root, nil
}

// disguise makes another name of that of a mark of format.
const disguise = "x-"
