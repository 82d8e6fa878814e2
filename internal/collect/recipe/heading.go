package recipe

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/value/problem"
	"vigie/internal/value/tabular"
)

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

// title is what a table that is not read shows of itself.
func (e *noTable) title(caption string) string {
	if caption != "" {
		return caption
	}
	return quoted(e.names)
}

// heading finds the line that names the columns, among the first ones, or the two
// lines that name them together: "Montant" over "HT" is "Montant HT". What stands
// above is reported.
func (h *harvest) heading(l tabular.Layout, next lines) ([]string, error) {
	nearest := &noTable{}
	for _, c := range l.Take {
		nearest.missing = append(nearest.missing, c.Called[0])
	}
	var above, upper []string
	for range topRows {
		got, err := next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		names, once := tidied(got.cells), tidied(got.once())
		head := l.Match(names)
		if len(head.Twice) > 0 && len(l.Match(once).Twice) < len(head.Twice) {
			names, head = once, l.Match(once) // one name over several columns
		}
		if both := joinedNames(upper, names); len(head.Missing) > 0 && both != nil {
			if two := l.Match(both); len(two.Missing) == 0 && len(two.Twice) == 0 {
				names, head, above = both, two, above[:len(above)-1]
			}
		}
		upper = names
		switch {
		case len(head.Missing) == 0 && len(head.Twice) > 0:
			return nil, fmt.Errorf("the column %s is there twice", quoted(head.Twice))
		case len(head.Missing) == 0 && got.fault == "":
			for _, a := range above {
				h.left.Add("lines before the names of the columns", a)
			}
			return names, nil
		case blank(names):
			continue
		case nearest.at == "" || len(head.Missing) < len(nearest.missing):
			nearest = &noTable{head.Missing, named(once), got.at}
		}
		above = append(above, strings.Join(named(once), " "))
	}
	return nil, nearest
}

// joinedNames are the names of columns that stand in two lines, one below the other:
// nil where the first one has no more than a title.
func joinedNames(upper, lower []string) []string {
	if len(named(upper)) < 2 || len(upper) != len(lower) {
		return nil
	}
	out := make([]string, len(lower))
	for i, name := range lower {
		switch {
		case upper[i] == "" || alike(upper[i], name):
			out[i] = name
		case name == "":
			out[i] = upper[i]
		default:
			out[i] = upper[i] + " " + name
		}
	}
	return out
}

// placesOf are where the fields stand in a line.
func placesOf(l tabular.Layout, names []string) []int {
	head := l.Match(names)
	out := make([]int, len(l.Take))
	for i, c := range l.Take {
		out[i] = head.Place(c.Name)
	}
	return out
}

// leftover are the columns that nothing takes. One without a name is reported only
// when something stands in it.
type leftover []leftColumn

type leftColumn struct {
	place  int
	unread collect.Unread
}

func leftColumns(l tabular.Layout, names []string) leftover {
	var out leftover
	for i, n := range names {
		if n == "" || len(l.Match([]string{n}).Unread) > 0 {
			out = append(out, leftColumn{i, collect.Unread{What: n}})
		}
	}
	return out
}

// see counts what stands in them on one line.
func (l leftover) see(cells []string) {
	for i := range l {
		c := &l[i]
		if c.place >= len(cells) || strings.TrimSpace(cells[c.place]) == "" {
			continue
		}
		if c.unread.Count++; c.unread.Count == 1 {
			c.unread.Example = shown(tidy(cells[c.place]))
		}
		if c.unread.What == "" {
			c.unread.What = fmt.Sprintf("column %d, which has no name", c.place+1)
		}
	}
}

func (l leftover) remarks() []collect.Unread {
	var out []collect.Unread
	for _, c := range l {
		if c.unread.What != "" {
			out = append(out, c.unread)
		}
	}
	return out
}

// maxName is how many bytes of a cell may be the name of a column.
const maxName = 2_000

func tidied(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = tidy(c[:min(len(c), maxName)])
	}
	return out
}

// named are the names that say something.
func named(names []string) []string {
	var out []string
	for _, n := range names {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// quoted lists names for a message.
func quoted(names []string) string {
	var out []string
	for i, n := range names {
		if i == topRows {
			out = append(out, "…")
			break
		}
		out = append(out, fmt.Sprintf("%q", shown(n)))
	}
	return strings.Join(out, ", ")
}
