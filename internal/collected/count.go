package collected

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// Place is a place of counted rows.
type Place struct {
	Value string // of the column, or the year or month
	Rows  int
	Sum   quantity.Decimal // the number of rows, or what they add up to
}

// Counted is what counting the rows of a source gives.
type Counted struct {
	Places    []Place  // categories from the largest, or as they are declared; times in their order
	Placed    int      // rows in the places
	Fitting   int      // rows that are listed and fulfil the conditions
	Elsewhere []string // values of the rows that stand at no declared place, each once
}

// Count counts the rows that the source still lists, or adds up a column of theirs, as
// an indicator declares. A row of which the column holds a list stands at each of its
// values, and once in Placed.
func (c *Collected) Count(by record.RowCount) Counted {
	var out Counted
	at := map[string]*Place{}
	for _, p := range by.Places {
		at[p.Key] = &Place{Value: p.Key, Sum: quantity.Int(0).Low}
	}
	elsewhere := map[string]bool{}
	for _, r := range c.Rows {
		if !r.Listed() || !fulfils(c, r, by.Only) {
			continue
		}
		out.Fitting++
		add := quantity.Int(1).Low
		if by.Sum != "" {
			v, err := quantity.ParseValue(c.Cell(r, by.Sum))
			if err != nil {
				continue
			}
			add = v.Low
		}
		values, placed := c.valuesAlong(r, by), false
		for _, value := range values {
			p := at[value]
			if p == nil && len(by.Places) > 0 {
				continue
			}
			if p == nil {
				p = &Place{Value: value, Sum: quantity.Int(0).Low}
				at[value] = p
			}
			sum, err := p.Sum.Add(add)
			if err != nil { // more digits than a decimal holds: nothing that a source publishes
				continue
			}
			p.Sum, p.Rows, placed = sum, p.Rows+1, true
		}
		if placed {
			out.Placed++
			continue
		}
		for _, value := range values {
			elsewhere[value] = true
		}
	}
	out.Elsewhere = slices.Sorted(maps.Keys(elsewhere))
	out.Places = inOrder(at, by)
	return out
}

// inOrder are the places as they are shown.
func inOrder(at map[string]*Place, by record.RowCount) []Place {
	var out []Place
	for _, p := range by.Places {
		out = append(out, *at[p.Key])
	}
	if len(by.Places) > 0 {
		return out
	}
	for _, value := range slices.Sorted(maps.Keys(at)) {
		out = append(out, *at[value])
	}
	if by.By == "" {
		slices.SortStableFunc(out, func(a, b Place) int { return b.Sum.Cmp(a.Sum) })
		return out
	}
	return withoutHoles(out, by.By)
}

// HoldsLists says that each cell of a column may hold several values.
func (c *Collected) HoldsLists(column string) bool {
	i := c.Index(column)
	return i >= 0 && c.Columns[i].Kind == List
}

// Values are those of a cell: each of a list, once, or the one that it holds; none of an
// empty cell.
func (c *Collected) Values(r Row, column string) []string {
	cell := c.Cell(r, column)
	if !c.HoldsLists(column) {
		if cell == "" {
			return nil
		}
		return []string{cell}
	}
	var out []string
	for value := range strings.SplitSeq(cell, "|") {
		if value = strings.TrimSpace(value); value != "" && !slices.Contains(out, value) {
			out = append(out, value)
		}
	}
	return out
}

func fulfils(c *Collected, r Row, only []record.RowCondition) bool {
	for _, o := range only {
		if !slices.ContainsFunc(c.Values(r, o.Column), func(v string) bool { return slices.Contains(o.Is, v) }) {
			return false
		}
	}
	return true
}

// valuesAlong are the places of a row: the values of its cell, or the year or month of
// the date in it; none where the date is not that precise.
func (c *Collected) valuesAlong(r Row, by record.RowCount) []string {
	if by.By == "" {
		return c.Values(r, by.Along)
	}
	if span := within(c.Cell(r, by.Along), by.By); span != "" {
		return []string{span}
	}
	return nil
}

// within is the year or month of a date; nothing where the date is not that precise.
func within(cell, by string) string {
	n := map[string]int{"year": len("2026"), "month": len("2026-11")}[by]
	if len(cell) < n || n == len("2026-11") && cell[4] != '-' || strings.Contains(cell[:n], "/") {
		return ""
	}
	if _, err := cal.ParseDate(cell[:n]); err != nil {
		return ""
	}
	return cell[:n]
}

// longestRun is how many years or months are shown at most with those of which no row
// is: beyond it, one of the dates is likely wrong, and only those with rows are shown.
const longestRun = 240

// withoutHoles adds the years or months between the first and the last of which no
// row is: nothing of the kind is listed there.
func withoutHoles(points []Place, by string) []Place {
	var out []Place
	if len(points) == 0 {
		return out
	}
	for v, i := points[0].Value, 0; ; v = following(v, by) {
		if points[i].Value == v {
			out = append(out, points[i])
			i++
		} else {
			out = append(out, Place{Value: v, Sum: quantity.Int(0).Low})
		}
		if i == len(points) {
			return out
		}
		if len(out) > longestRun {
			return points
		}
	}
}

func following(v, by string) string {
	year, month := 0, 1
	if by == "year" {
		fmt.Sscanf(v, "%d", &year)
		return fmt.Sprintf("%04d", year+1)
	}
	fmt.Sscanf(v, "%d-%d", &year, &month)
	if month++; month > 12 {
		year, month = year+1, 1
	}
	return fmt.Sprintf("%04d-%02d", year, month)
}
