package sheet

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"vigie/internal/collect/read/markup"
)

// texts are those that the cells of a workbook share, one after the other.
type texts struct {
	pages [][]byte
	where []place
}

type place struct{ page, from, to uint32 }

// pageSize is how many bytes are set aside at once.
const pageSize = 1 << 20

func (t *texts) add(s string) {
	last := len(t.pages) - 1
	if last < 0 || len(t.pages[last])+len(s) > cap(t.pages[last]) {
		t.pages = append(t.pages, make([]byte, 0, max(pageSize, len(s))))
		last++
	}
	from := len(t.pages[last])
	t.pages[last] = append(t.pages[last], s...)
	t.where = append(t.where, place{uint32(last), uint32(from), uint32(from + len(s))})
}

func (t *texts) text(i int) (string, bool) {
	if i < 0 || i >= len(t.where) {
		return "", false
	}
	w := t.where[i]
	return string(t.pages[w.page][w.from:w.to]), true
}

// readTexts reads the texts that cells share.
func (b *Book) readTexts(name string) error {
	p, err := b.part(name)
	if err != nil {
		return err
	}
	defer p.Close()
	for {
		e, err := p.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e.kind != opens || e.name != "si" {
			continue
		}
		s, err := p.rich()
		if err != nil {
			return err
		}
		if err := b.taken.Bytes(len(s) + 24); err != nil {
			return err
		}
		b.texts.add(s)
	}
}

// rich reads a text to the end of its element, which has just opened: what is struck
// out is not part of it, and what is raised beside a number is no more of its digits.
func (p *part) rich() (string, error) {
	var out, run strings.Builder
	depth := len(p.path)
	struck, level := false, ""
	for {
		e, err := p.next()
		if err != nil {
			return "", err
		}
		switch {
		case e.kind == words && p.path[len(p.path)-1] == "t" && !p.within("rPh", depth):
			run.WriteString(e.text)
			if out.Len()+run.Len() > element {
				return "", p.damaged(errElement)
			}
		case e.kind == opens && e.name == "strike" && p.parent() == "rPr":
			struck = on(e)
		case e.kind == opens && e.name == "vertAlign" && p.parent() == "rPr":
			level = e.attribute("val")
		case e.kind == closes && (e.name == "r" || len(p.path) < depth):
			text := unescaped(run.String())
			run.Reset()
			switch {
			case struck:
			case level == "superscript" || level == "subscript":
				out.WriteString(markup.Raised(strings.TrimSpace(out.String()), strings.TrimSpace(text), level == "subscript"))
			default:
				out.WriteString(text)
			}
			struck, level = false, ""
			if len(p.path) < depth {
				return out.String(), nil
			}
		}
	}
}

// on reads a property that is there by being named, unless it says that it is not.
func on(e step) bool { v := e.attribute("val"); return v == "" || yes(v) }

// within says that an element is open below a depth.
func (p *part) within(name string, depth int) bool {
	for _, n := range p.path[depth:] {
		if n == name {
			return true
		}
	}
	return false
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped gives back the signs that XML cannot hold (ECMA-376, 22.9.2.19).
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		n, err := strconv.ParseUint(e[2:6], 16, 32)
		if err != nil {
			return e
		}
		return string(rune(n))
	})
}

// shared reads the number of a shared text.
func (b *Book) shared(v string) (string, error) {
	i, err := strconv.Atoi(v)
	if err == nil {
		if s, ok := b.texts.text(i); ok {
			return s, nil
		}
	}
	return "", fmt.Errorf("it shares the text n° %.20q, which the workbook does not have", v)
}
