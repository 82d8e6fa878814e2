package sheet

import (
	"errors"
	"io"
	"strconv"
)

// styles are how cells are shown, by the number that cells name.
type styles struct {
	shown []*format
	plain format
}

// of is the style of a cell.
func (s *styles) of(number string) *format {
	i, err := strconv.Atoi(number)
	if number == "" {
		i, err = 0, nil
	}
	if err != nil || i < 0 || i >= len(s.shown) {
		return &s.plain
	}
	return s.shown[i]
}

// readStyles reads the styles of cells: only what bears on what a value is.
func (b *Book) readStyles(name string) error {
	p, err := b.part(name)
	if err != nil {
		return err
	}
	defer p.Close()
	codes, known := map[string]string{}, map[look]*format{}
	var struck []bool // by font
	for {
		e, err := p.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e.kind != opens {
			continue
		}
		held := 0
		switch at := p.parent(); {
		case e.name == "numFmt" && at == "numFmts":
			codes[e.attribute("numFmtId")] = e.attribute("formatCode")
			held = 100 + len(e.attribute("formatCode"))
		case e.name == "font" && at == "fonts":
			struck = append(struck, false)
			held = 100
		case e.name == "strike" && at == "font" && p.above(3) == "fonts" && len(struck) > 0:
			struck[len(struck)-1] = on(e)
		case e.name == "xf" && at == "cellXfs":
			l := look{number: e.attribute("numFmtId")}
			if i, err := strconv.Atoi(e.attribute("fontId")); err == nil && i >= 0 && i < len(struck) {
				l.struck = struck[i]
			}
			if known[l] == nil {
				known[l] = l.format(codes)
				held = 1000 + 2*len(codes[l.number])
			}
			b.styles.shown = append(b.styles.shown, known[l])
			held += 200
		}
		if err := b.taken.Bytes(held); err != nil {
			return err
		}
	}
}

// look is what makes one style differ from another here.
type look struct {
	number string
	struck bool
}

func (l look) format(codes map[string]string) *format {
	code, own := codes[l.number]
	if !own {
		code = builtIn(l.number)
	}
	f := parseFormat(code)
	f.struck = l.struck
	return &f
}

// builtIn are the formats that files name without writing them (18.8.30). Those of
// dates that hang on a language are dates all the same.
func builtIn(id string) string {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return ""
	case n == 9 || n == 10:
		return "0.00%"
	case n == 17:
		return "mmm-yy"
	case n == 22:
		return "m/d/yy h:mm"
	case n >= 14 && n <= 16, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n >= 57 && n <= 58:
		return "yyyy-mm-dd"
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n >= 45 && n <= 47, n == 55, n == 56:
		return "h:mm:ss"
	}
	return ""
}
