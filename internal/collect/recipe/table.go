package recipe

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/tabular"
)

// line is one line of a table, with where it stands.
type line struct {
	cells []string
	at    string
	fault string // why it is no line
}

// lines gives the lines of a table one by one, io.EOF at the end.
type lines func() (line, error)

// table reads a table whose columns are named by one of its first lines. Where
// lines may be short, cells that are not there are empty.
func (h *harvest) table(l tabular.Layout, next lines, short bool) error {
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
		if fault := unlike(got, len(names), short); fault != "" {
			h.remarks.Rows++
			err = h.bad(collect.Bad{At: got.at, Found: strings.Join(got.cells, " "), Wanted: fault})
		} else {
			left.see(got.cells)
			err = h.row(got.at, h.values(got.cells, places))
		}
		if err != nil {
			return err
		}
	}
	h.remarks.Unread = append(h.remarks.Unread, left.told()...)
	h.remarks.Columns = append(h.remarks.Columns, names...)
	return nil
}

// values finds the fields in a line.
func (h *harvest) values(cells []string, places []int) []found {
	out := make([]found, len(places))
	for i, p := range places {
		switch {
		case p >= len(cells):
		case h.stored != nil:
			out[i] = h.stored(h.fields[i], cells[p])
		default:
			out[i] = one(cells[p])
		}
	}
	return out
}

// unlike says why a line does not fit below the names of the columns.
func unlike(got line, columns int, short bool) string {
	n := len(got.cells)
	for n > columns && strings.TrimSpace(got.cells[n-1]) == "" {
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

func alike(a, b string) bool { return tabular.Fold(a) == tabular.Fold(b) }
