package anssi

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/value/tabular"
)

// table is the table of the section, which may go over several pages.
type table struct {
	section section
	emit    func(collect.Row) error
	remarks collect.Remarks
	left    tabular.Tally
	found   bool // the heads of its columns were
	layout  layout
	missing []string
}

// read reads the rows in a part of a page. Where the heads of the columns are not
// said again, they are those of the page before.
func (t *table) read(p page, in part) error {
	c := layoutOf(p, in)
	switch missing := c.missing(); {
	case len(missing) == 0:
		t.found, t.layout = true, c
		t.name(c)
	case t.found:
		c = t.layout
		c.bottom = in.top
	default:
		t.missing = missing
		return nil
	}
	bands := bandsOf(p, c, in)
	for i, b := range bands {
		t.remarks.Rows++
		row, bad := t.row(p, c, b, fmt.Sprintf("p. %d, l. %d", p.number, i+1))
		if len(bad) > 0 {
			t.remarks.Bad = append(t.remarks.Bad, bad...)
			continue
		}
		if err := t.emit(row); err != nil {
			return err
		}
	}
	t.stray(p, c, in, bands)
	return nil
}

// name notes the names of the columns, and those that are not known.
func (t *table) name(c layout) {
	for _, col := range c.columns {
		if col.head == unknown {
			t.left.Add("column "+col.name, "")
		} else if name := heads[col.head].name; !slices.Contains(t.remarks.Columns, name) {
			t.remarks.Columns = append(t.remarks.Columns, name)
		}
	}
}

// addLeft adds what was left aside to the remarks.
func (t *table) addLeft() {
	for _, l := range t.left.List() {
		t.remarks.Unread = append(t.remarks.Unread, collect.Unread{What: l.What, Count: l.Count, Example: l.Example})
	}
}

// band is what belongs to one row, between two heights.
type band struct{ line, top, bottom float64 }

func (b band) holds(y float64) bool { return y < b.top && y > b.bottom }

// farthest is how far from its baseline a cell may go where nothing else bounds it.
const farthest = 30

var (
	day   = regexp.MustCompile(`^[0-9]{2}/[0-9]{2}/[0-9]{4}$`)
	digit = regexp.MustCompile(`[0-9]`)
)

// bandsOf finds the rows: the baselines that carry a day. A row goes half way to
// the next one, or as far as its ground where that is drawn.
func bandsOf(p page, c layout, in part) []band {
	var out []band
	for _, y := range baselines(p, c, in) {
		out = append(out, band{line: y, top: min(c.bottom-1, y+farthest), bottom: max(in.bottom, y-farthest)})
	}
	for i := 1; i < len(out); i++ {
		half := (out[i-1].line + out[i].line) / 2
		out[i-1].bottom, out[i].top = half, half
	}
	grounded(p, c, out)
	return out
}

// baselines are the heights of the days, from top to bottom. What is written in
// their columns as days are, and is none, makes a row too, so that it is reported.
func baselines(p page, c layout, in part) []float64 {
	var days, likely []run
	for _, r := range p.runs {
		switch head := c.at(r.x); {
		case head != headFrom && head != headUntil, r.y >= c.bottom, r.y <= in.bottom:
		case day.MatchString(strings.TrimSpace(r.text)):
			days = append(days, r)
		case digit.MatchString(r.text):
			likely = append(likely, r)
		}
	}
	if len(days) == 0 {
		return nil
	}
	likely = slices.DeleteFunc(likely, func(r run) bool { return !near(r.size, days[0].size, 0.5) })
	var out []float64
	for _, r := range append(days, likely...) {
		if !slices.ContainsFunc(out, func(y float64) bool { return near(y, r.y, 3) }) {
			out = append(out, r.y)
		}
	}
	slices.SortFunc(out, func(a, b float64) int { return cmp.Compare(b, a) })
	return out
}

// grounded widens or narrows rows to their grounds, which stand under every other
// row.
func grounded(p page, c layout, rows []band) {
	for _, s := range p.shapes {
		var within []int
		for i, r := range rows {
			if s.bottom < r.line && s.top > r.line {
				within = append(within, i)
			}
		}
		x, _ := s.middle()
		if len(within) != 1 || c.at(x) != headFrom || s.right-s.left > widestCell {
			continue
		}
		i := within[0]
		rows[i].top, rows[i].bottom = s.top, s.bottom
		if i > 0 {
			rows[i-1].bottom = s.top
		}
		if i+1 < len(rows) {
			rows[i+1].top = s.bottom
		}
	}
}

// stray reports the decisions of the table that no row took.
func (t *table) stray(p page, c layout, in part, rows []band) {
	for _, l := range p.links {
		if l.y < c.bottom && l.y > in.bottom && c.at(l.x) == headAct && acts.MatchString(l.uri) &&
			!slices.ContainsFunc(rows, func(b band) bool { return b.holds(l.y) }) {
			t.remarks.Rows++
			t.remarks.Bad = append(t.remarks.Bad,
				collect.Bad{At: fmt.Sprintf("p. %d, y %.0f", p.number, l.y), Column: "acte", Found: l.uri,
					Wanted: "a row with two dates around this decision"})
		}
	}
}
