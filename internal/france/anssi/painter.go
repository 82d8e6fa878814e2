package anssi

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"
)

// matrix is a transformation: x' = a x + c y + e, y' = b x + d y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times applies m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// state is the part of the graphics state that positions and colours depend on
// (ISO 32000-1 § 8.4).
type state struct {
	ctm  matrix
	fill [3]float64
	enc  pdf.TextEncoding
	size float64
	lead float64
}

// painter follows the operators of a page.
type painter struct {
	page  page
	fonts pdf.Value
	known map[string]pdf.TextEncoding
	fault error
	now   state
	saved []state
	text  matrix // Tm
	line  matrix // Tlm
	path  []float64
}

// maxSaved bounds the stack of saved states.
const maxSaved = 256

// do follows one operator.
func (w *painter) do(stk *pdf.Stack, op string) {
	args := make([]pdf.Value, stk.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stk.Pop()
	}
	n := func(i int) float64 {
		if i < len(args) {
			return args[i].Float64()
		}
		return 0
	}
	switch op {
	case "q":
		if len(w.saved) < maxSaved {
			w.saved = append(w.saved, w.now)
		}
	case "Q":
		if k := len(w.saved) - 1; k >= 0 {
			w.now, w.saved = w.saved[k], w.saved[:k]
		}
	case "cm":
		w.now.ctm = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}.times(w.now.ctm)
	case "rg", "g", "k", "sc", "scn":
		w.colour(args, n)
	case "m", "l":
		w.path = append(w.path, n(0), n(1))
	case "c":
		w.path = append(w.path, n(4), n(5))
	case "v", "y":
		w.path = append(w.path, n(2), n(3))
	case "re":
		w.path = append(w.path, n(0), n(1), n(0)+n(2), n(1)+n(3))
	case "f", "F", "f*", "B", "B*", "b", "b*":
		w.filled()
		w.path = w.path[:0]
	case "n", "S", "s":
		w.path = w.path[:0]
	default:
		w.write(op, args, n)
	}
}

// colour follows the operators that set the colour of what is filled: a grey, red
// green blue, or the four inks.
func (w *painter) colour(args []pdf.Value, n func(int) float64) {
	switch len(args) {
	case 1:
		w.now.fill = [3]float64{n(0), n(0), n(0)}
	case 3:
		w.now.fill = [3]float64{n(0), n(1), n(2)}
	case 4:
		ink := func(i int) float64 { return (1 - n(i)) * (1 - n(3)) }
		w.now.fill = [3]float64{ink(0), ink(1), ink(2)}
	}
}

// write follows the operators of text (ISO 32000-1 § 9.4).
func (w *painter) write(op string, args []pdf.Value, n func(int) float64) {
	switch op {
	case "BT":
		w.text, w.line = identity, identity
	case "Tf":
		if len(args) == 2 {
			w.now.enc, w.now.size = w.font(args[0].Name()), n(1)
		}
	case "TL":
		w.now.lead = n(0)
	case "TD":
		w.now.lead = -n(1)
		w.move(n(0), n(1))
	case "Td":
		w.move(n(0), n(1))
	case "T*":
		w.move(0, -w.now.lead)
	case "Tm":
		w.text = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
		w.line = w.text
	case "'", "\"":
		w.move(0, -w.now.lead)
		if len(args) > 0 {
			w.show(args[len(args)-1:])
		}
	case "Tj":
		w.show(args)
	case "TJ":
		if len(args) == 1 {
			var parts []pdf.Value
			for i := range args[0].Len() {
				parts = append(parts, args[0].Index(i))
			}
			w.show(parts)
		}
	}
}

func (w *painter) font(name string) pdf.TextEncoding {
	if enc, ok := w.known[name]; ok {
		return enc
	}
	enc, err := encodingOf(w.fonts.Key(name))
	if err != nil && w.fault == nil {
		w.fault = err
	}
	w.known[name] = enc
	return enc
}

func (w *painter) move(x, y float64) {
	w.line = matrix{1, 0, 0, 1, x, y}.times(w.line)
	w.text = w.line
}

// ligatures come apart, so that words can be compared.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\u00a0", " ", "\u00ad",
	"")

// show keeps a run where it starts. Where the next run of the same line starts is
// always given by an operator in this kind of file, so widths are not needed.
func (w *painter) show(parts []pdf.Value) {
	var b strings.Builder
	for _, p := range parts {
		if p.Kind() == pdf.String && w.now.enc != nil {
			b.WriteString(w.now.enc.Decode(p.RawString()))
		}
	}
	s := norm.NFC.String(ligatures.Replace(b.String()))
	if strings.TrimSpace(s) == "" {
		return
	}
	m := w.text.times(w.now.ctm)
	x, y := m.at(0, 0)
	w.page.runs = append(w.page.runs, run{x: x, y: y, size: math.Abs(w.now.size * m[3]), text: s})
}

// filled keeps the bounds and the colour of a filled shape.
func (w *painter) filled() {
	if len(w.path) < 4 {
		return
	}
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i := 0; i+1 < len(w.path); i += 2 {
		x, y := w.now.ctm.at(w.path[i], w.path[i+1])
		b.left, b.right, b.bottom, b.top = min(b.left, x), max(b.right, x), min(b.bottom, y), max(b.top, y)
	}
	w.page.shapes = append(w.page.shapes, shape{b, w.now.fill})
}

func (w *painter) readLinks(annots pdf.Value) {
	for i := range annots.Len() {
		a := annots.Index(i)
		uri, rect := a.Key("A").Key("URI").RawString(), a.Key("Rect")
		if uri == "" || rect.Len() != 4 {
			continue
		}
		x, y := box{rect.Index(0).Float64(), rect.Index(1).Float64(), rect.Index(2).Float64(),
			rect.Index(3).Float64()}.middle()
		w.page.links = append(w.page.links, link{x, y, uri})
	}
}
