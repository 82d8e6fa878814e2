package recipe

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/collect/read/markup"
	"vigie/internal/collect/read/sheet"
	"vigie/internal/value/tabular"
)

// line is one line of a table, with where it stands.
type line struct {
	cells  []string
	at     string
	fault  string        // why it is no line
	stored []sheet.Cell  // of a workbook, as many as there are cells
	spans  []markup.Cell // of a page, as many as there are cells
	number int           // of the row of a workbook
}

// lines gives the lines of a table one by one, io.EOF at the end.
type lines func() (line, error)

// opening starts at the first line; ahead says that the table is only looked at,
// before it is read.
type opening func(ahead bool) (lines, error)

// table reads a table whose columns are named by one of its first lines. Where
// lines may be short, cells that are not there are empty. It is gone through twice
// where the numbers of a column may be written in two ways.
func (h *harvest) table(l tabular.Layout, open opening, short bool) error {
	if err := h.settle(l, open); err != nil {
		return err
	}
	next, err := open(false)
	if err != nil {
		return err
	}
	names, err := h.heading(l, next)
	if err != nil {
		return err
	}
	places := placesOf(l, names)
	left := leftColumns(l, names)
	for {
		got, err := next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if got.fault == "" && (blank(got.cells) || slices.EqualFunc(got.cells, names, alike)) {
			continue // the names of the columns again, as at the top of each page
		}
		if text, ok := got.across(names); ok {
			h.left.Add("lines across a table", text)
			continue
		}
		if fault := unlike(got, len(names), short); fault != "" {
			h.remarks.Rows++
			err = h.bad(collect.Bad{At: got.at, Found: strings.Join(got.cells, " "), Wanted: fault})
		} else {
			left.see(got.once())
			err = h.row(got.at, h.values(got, places))
		}
		if err != nil {
			return err
		}
	}
	h.remarks.Unread = append(h.remarks.Unread, left.remarks()...)
	h.remarks.Columns = append(h.remarks.Columns, names...)
	return nil
}

// settle finds how the numbers and dates of each column are written, from all of its cells.
// What is wrong with the table is left to the reading that follows.
func (h *harvest) settle(l tabular.Layout, open opening) error {
	seen := map[int]*ways{} // by field
	for i, f := range h.fields {
		if (f.As == "number" || f.As == "date") && f.Format == "" {
			seen[i] = &ways{}
		}
	}
	if len(seen) == 0 {
		return nil
	}
	next, err := open(true)
	if err != nil {
		return err
	}
	names, err := (&harvest{}).heading(l, next)
	if err != nil {
		return nil
	}
	places := placesOf(l, names)
	for {
		got, err := next()
		if err != nil {
			break
		}
		for i, n := range seen {
			if places[i] < len(got.cells) && got.fault == "" && got.typed(places[i]) {
				n.numbers.see(got.cells[places[i]])
				n.dates.see(got.cells[places[i]])
			}
		}
	}
	for i, n := range seen {
		h.fields[i].numbers, h.fields[i].sure = n.numbers.convention()
		h.fields[i].order, h.fields[i].alone = n.dates.order()
	}
	return nil
}

// ways are how the cells of one column are written.
type ways struct {
	numbers numbering
	dates   ordering
}

// values finds the fields in a line.
func (h *harvest) values(got line, places []int) []found {
	out := make([]found, len(places))
	for i, p := range places {
		switch {
		case p >= len(got.cells):
		case got.stored != nil:
			out[i] = h.stored(h.fields[i], got.stored[p])
			out[i].cell = sheet.Place(p, got.number)
		case got.spans != nil:
			out[i] = h.spanned(h.fields[i], got.spans[p])
		default:
			out[i] = one(got.cells[p])
		}
	}
	return out
}

// unlike says why a line does not fit below the names of the columns.
func unlike(got line, columns int, short bool) string {
	cells := got.cells
	if got.stored != nil {
		cells = got.once()
	}
	n := len(cells)
	for n > columns && strings.TrimSpace(cells[n-1]) == "" {
		n--
	}
	switch {
	case got.fault != "":
		return got.fault
	case n > columns || n < columns && !short:
		return fmt.Sprintf("%d cells, as there are columns, not %d", columns, n)
	}
	return ""
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

func alike(a, b string) bool { return tabular.Name(a) == tabular.Name(b) }
