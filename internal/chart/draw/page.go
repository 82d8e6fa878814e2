package draw

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	"vigie/internal/value/lang"
)

// page rewrites what ECharts drew into what may stand in a page. All that is
// not expected is an error: a new version of ECharts must not slip in by itself.
func page(raw []byte, job Job) ([]byte, error) {
	w := &writer{job: job, ids: map[string]string{}, stray: map[string]bool{}, marks: flowMarksOf(job.Options)}
	if err := w.copy(xml.NewDecoder(bytes.NewReader(raw))); err != nil {
		return nil, fmt.Errorf("rewrite the drawing: %w", err)
	}
	if len(w.stray) > 0 {
		return nil, fmt.Errorf("colours that are no role of the palette: %s (say Role.Hex in the option)",
			strings.Join(w.strays(), ", "))
	}
	return w.out.Bytes(), nil
}

// writer copies a drawing element by element.
type writer struct {
	job     Job
	out     bytes.Buffer
	ids     map[string]string // as ECharts named them, as the page will
	stray   map[string]bool
	marks   flowMarks
	open    []openElement
	pending bool // the last tag written still lacks its end: ">" or "/>"
}

type openElement struct {
	name    string
	skipped bool
}

func (w *writer) in(name string) bool {
	for _, e := range w.open {
		if e.name == name {
			return true
		}
	}
	return false
}

// elements is the closed list of what a drawing is made of.
var elements = map[string]bool{
	"svg": true, "g": true, "defs": true, "clipPath": true, "pattern": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true,
	"polyline": true, "polygon": true, "text": true,
}

func (w *writer) copy(d *xml.Decoder) error {
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			if len(w.open) > 0 || w.out.Len() == 0 {
				return errors.New("the drawing is cut short")
			}
			return nil
		case err != nil:
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = w.start(t)
		case xml.EndElement:
			w.end()
		case xml.CharData:
			err = w.chars(t)
		default:
			err = fmt.Errorf("unexpected %T", token)
		}
		if err != nil {
			return err
		}
	}
}

func (w *writer) start(e xml.StartElement) error {
	name := e.Name.Local
	if !elements[name] {
		return fmt.Errorf("element <%s> is not among those we let through", name)
	}
	if (name == "svg") != (len(w.open) == 0) {
		return fmt.Errorf("element <%s> at depth %d", name, len(w.open))
	}
	if name == "svg" {
		w.open = append(w.open, openElement{name: name})
		w.root()
		return nil
	}
	attributes, visible, err := w.attributes(e)
	if err != nil {
		return fmt.Errorf("<%s>: %w", name, err)
	}
	if visible {
		w.flush()
		w.out.WriteString("<" + name)
		for _, a := range attributes {
			w.out.WriteString(" " + a.name + `="`)
			xml.EscapeText(&w.out, []byte(a.value))
			w.out.WriteString(`"`)
		}
		w.pending = true
	}
	w.open = append(w.open, openElement{name, !visible})
	return nil
}

// flush ends the tag that is still open, now that it turns out to hold something.
func (w *writer) flush() {
	if !w.pending {
		return
	}
	w.pending = false
	w.out.WriteString(">")
	if w.open[len(w.open)-1].name != "text" {
		w.out.WriteString("\n")
	}
}

// root opens the svg element in our own words and says what it is to those who
// do not see it.
func (w *writer) root() {
	title, desc := w.job.Prefix+"-title", w.job.Prefix+"-desc"
	fmt.Fprintf(&w.out,
		`<svg xmlns="http://www.w3.org/2000/svg" class="%s" viewBox="0 0 %d %d" role="img" aria-labelledby="%s`,
		rootClass, w.job.Width, w.job.Height, title)
	if w.job.Desc != "" {
		w.out.WriteString(" " + desc)
	}
	w.out.WriteString("\">\n")
	w.element("title", title, "", w.job.Title)
	if w.job.Desc != "" {
		w.element("desc", desc, w.job.Spoken, w.job.Desc)
	}
}

// element writes words for those who do not see the drawing, in the language of the page
// where no other is given.
func (w *writer) element(name, id string, as lang.Lang, text string) {
	fmt.Fprintf(&w.out, `<%s id="%s"`, name, id)
	if as != "" {
		fmt.Fprintf(&w.out, ` lang="%s"`, as)
	}
	w.out.WriteString(">")
	xml.EscapeText(&w.out, []byte(text))
	fmt.Fprintf(&w.out, "</%s>\n", name)
}

func (w *writer) end() {
	last := w.open[len(w.open)-1]
	switch {
	case last.skipped:
	case w.pending:
		w.pending = false
		w.out.WriteString("/>\n")
	default:
		w.out.WriteString("</" + last.name + ">\n")
	}
	w.open = w.open[:len(w.open)-1]
}

func (w *writer) chars(text xml.CharData) error {
	if len(w.open) > 0 && w.open[len(w.open)-1].name == "text" {
		w.flush()
		return xml.EscapeText(&w.out, text)
	}
	if len(bytes.TrimSpace(text)) > 0 {
		return fmt.Errorf("words outside a text element: %q", text)
	}
	return nil
}

func (w *writer) strays() []string {
	var all []string
	for s := range w.stray {
		all = append(all, s)
	}
	sort.Strings(all)
	return all
}
