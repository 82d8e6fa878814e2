package recipe

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/problem"
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

// noTable says that no line of a table names the columns that a recipe wants.
type noTable struct {
	missing, names []string
	at             string
}

func (e *noTable) Error() string {
	if e.at == "" {
		return fmt.Sprintf("the table is empty: the columns %s are wanted", quoted(e.missing))
	}
	text := fmt.Sprintf("no column %s; the nearest line, %s, has %s", quoted(e.missing), e.at, quoted(e.names))
	if near, ok := problem.Nearest(e.missing[0], e.names); ok {
		text += fmt.Sprintf("; was %q meant?", near)
	}
	return text
}

func quoted(names []string) string {
	out := make([]string, 0, len(names))
	for i, n := range names {
		if i == 30 {
			out = append(out, "…")
			break
		}
		out = append(out, fmt.Sprintf("%q", shown(n)))
	}
	return strings.Join(out, ", ")
}

// table reads a table whose columns are named by one of its first lines. Where
// lines may be short, cells that are not there are empty.
func (h *harvest) table(l tabular.Layout, next lines, short bool) error {
	head, names, top, err := heading(l, next)
	if err != nil {
		return err
	}
	for _, t := range top {
		h.left.Add("lines before the names of the columns", strings.TrimSpace(strings.Join(t.cells, " ")))
	}
	if len(head.Twice) > 0 {
		return fmt.Errorf("the column %s is there twice", quoted(head.Twice))
	}
	left := leftColumns(l, names)
	places := make([]int, len(h.fields))
	for i, f := range h.fields {
		places[i] = head.Place(f.Name)
	}
	for {
		got, err := next()
		switch {
		case errors.Is(err, io.EOF):
			for _, c := range left {
				if c.unread.What != "" {
					h.remarks.Unread = append(h.remarks.Unread, c.unread)
				}
			}
			h.remarks.Columns = append(h.remarks.Columns, names...)
			return nil
		case err != nil:
			return err
		case got.fault == "" && (blank(got.cells) || slices.EqualFunc(got.cells, names, alike)):
			continue // the names of the columns again, at the top of a page
		}
		if fault := unlike(got, len(names), short); fault != "" {
			h.remarks.Rows++
			if err := h.bad(collect.Bad{At: got.at, Found: strings.Join(got.cells, " "), Wanted: fault}); err != nil {
				return err
			}
			continue
		}
		for _, c := range left {
			if c.place < len(got.cells) && strings.TrimSpace(got.cells[c.place]) != "" {
				if c.unread.Count++; c.unread.Count == 1 {
					c.unread.Example = shown(tidy(got.cells[c.place]))
				}
				if c.unread.What == "" {
					c.unread.What = fmt.Sprintf("column %d, which has no name", c.place+1)
				}
			}
		}
		values := make([]found, len(places))
		for i, p := range places {
			switch {
			case p >= len(got.cells):
			case h.stored != nil:
				values[i] = h.stored(h.fields[i], got.cells[p])
			default:
				values[i] = one(got.cells[p])
			}
		}
		if err := h.row(got.at, values); err != nil {
			return err
		}
	}
}

// leftColumn is a column that nothing takes; one without a name is told only when
// something stands in it.
type leftColumn struct {
	place  int
	unread collect.Unread
}

func leftColumns(l tabular.Layout, names []string) []*leftColumn {
	var out []*leftColumn
	for i, n := range names {
		if n == "" || len(l.Match([]string{n}).Unread) > 0 {
			out = append(out, &leftColumn{i, collect.Unread{What: n}})
		}
	}
	return out
}

// heading finds the line that names the columns, among the first ones: the first
// that has most of them.
func heading(l tabular.Layout, next lines) (head tabular.Header, names []string, top []line, err error) {
	nearest := &noTable{}
	for _, c := range l.Take {
		nearest.missing = append(nearest.missing, c.Called[0])
	}
	for range topRows {
		got, err := next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return head, nil, nil, err
		}
		if got.fault != "" || blank(got.cells) {
			continue
		}
		names = tidied(got.cells)
		if head = l.Match(names); len(head.Missing) == 0 {
			return head, names, top, nil
		}
		if nearest.at == "" || len(head.Missing) < len(nearest.missing) {
			nearest = &noTable{head.Missing, slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "" }), got.at}
		}
		top = append(top, got)
	}
	return head, nil, nil, nearest
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

func alike(a, b string) bool { return tabular.Fold(a) == tabular.Fold(b) }

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

func tidied(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = tidy(c)
	}
	return out
}
