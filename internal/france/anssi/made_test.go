package anssi_test

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// made is a PDF made up for a test: pages of texts at their places, links and
// coloured shapes, and nothing else. No supplier in it exists.
type made struct {
	pages   []*sheet
	extra   []string // further objects
	subset  bool     // texts are codes of a subset font, as in the real catalogue
	objects []string
}

// sheet is one page.
type sheet struct {
	content strings.Builder
	links   []string
	subset  bool
}

func (m *made) page() *sheet {
	s := &sheet{subset: m.subset}
	m.pages = append(m.pages, s)
	return s
}

// text writes a run of text at a place.
func (s *sheet) text(x, y, size float64, text string) {
	code, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	if s.subset {
		// One of the codes of a subset font is a line end, which trips readers that
		// add some of their own.
		moved := []byte(code)
		for i := range moved {
			moved[i] -= ' ' - 1
		}
		fmt.Fprintf(&s.content, "q 0 0 0 rg BT %g %g Td /F1 %g Tf[<%x>]TJ ET Q\n", x, y, size, moved)
		return
	}
	code = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(code)
	fmt.Fprintf(&s.content, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y, code)
}

// rectangle fills a level rectangle.
func (s *sheet) rectangle(x, y, width, height float64, colour string) {
	fmt.Fprintf(&s.content, "%s rg %g %g %g %g re f*\n", colour, x, y, width, height)
}

func (s *sheet) link(x, y float64, uri string) {
	s.links = append(s.links, fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%g %g %g %g]/A<</S/URI/URI(%s)>>>>", x, y-2, x+14, y+6, uri))
}

// bytes writes the file.
func (m *made) bytes() []byte {
	m.objects = nil
	add := func(text string) int { m.objects = append(m.objects, text); return len(m.objects) }
	add("<</Type/Catalog/Pages 2 0 R>>")
	add("") // the pages, once their numbers are known
	font := "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	if m.subset {
		cmap := subsetMap()
		n := add(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(cmap), cmap))
		font = fmt.Sprintf("<</Type/Font/Subtype/Type1/BaseFont/BAAAAA+Made/ToUnicode %d 0 R>>", n)
	}
	fontAt := add(font)
	var kids []string
	for _, s := range m.pages {
		content := s.content.String()
		c := add(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content))
		p := add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Annots[%s]>>", c, strings.Join(s.links, "")))
		kids = append(kids, fmt.Sprintf("%d 0 R", p))
	}
	for _, o := range m.extra {
		add(o)
	}
	m.objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/Resources<</Font<</F1 %d 0 R>>>>>>", len(kids), strings.Join(kids, " "), fontAt)
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range m.objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// subsetMap is the table of characters of the subset font: code 1 is the space.
func subsetMap() string {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n")
	b.WriteString("2 beginbfrange\n<01> <5F> <0020>\n<81> <E0> <00A0>\nendbfrange\n1 beginbfchar\n<73> <2019>\nendbfchar\nendcmap\n")
	return b.String()
}
