package collected

import (
	"cmp"
	"fmt"
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
	Places  []Place // categories from the largest, times in their order
	Placed  int     // rows in the places
	Fitting int     // rows that are listed and fulfil the conditions
}

// Count counts the rows that the source still lists, or adds up a column of theirs, as
// an indicator declares.
func (c *Collected) Count(by record.RowCount) Counted {
	var out Counted
	at := map[string]*Place{}
	for _, r := range c.Rows {
		if !r.Listed() || !fulfils(c, r, by.Only) {
			continue
		}
		out.Fitting++
		place := placeOf(c.Cell(r, by.Along), by.By)
		add := quantity.Int(1).Low
		if by.Sum != "" {
			v, err := quantity.ParseValue(c.Cell(r, by.Sum))
			if err != nil {
				continue
			}
			add = v.Low
		}
		if place == "" {
			continue
		}
		p := at[place]
		if p == nil {
			p = &Place{Value: place, Sum: quantity.Int(0).Low}
			at[place] = p
		}
		sum, err := p.Sum.Add(add)
		if err != nil { // more digits than a decimal holds: nothing that a source publishes
			continue
		}
		p.Sum, p.Rows = sum, p.Rows+1
		out.Placed++
	}
	for _, p := range at {
		out.Places = append(out.Places, *p)
	}
	slices.SortFunc(out.Places, func(a, b Place) int { return cmp.Compare(a.Value, b.Value) })
	if by.By == "" {
		slices.SortStableFunc(out.Places, func(a, b Place) int { return b.Sum.Cmp(a.Sum) })
		return out
	}
	out.Places = withoutHoles(out.Places, by.By)
	return out
}

func fulfils(c *Collected, r Row, only []record.RowCondition) bool {
	for _, o := range only {
		if !slices.Contains(o.Is, c.Cell(r, o.Column)) {
			return false
		}
	}
	return true
}

// placeOf is the place of a row: the value of its cell, or the year or month of the
// date in it; nothing where the date is not that precise.
func placeOf(cell, by string) string {
	n := map[string]int{"year": len("2026"), "month": len("2026-11")}[by]
	switch {
	case by == "":
		return cell
	case len(cell) < n || n == len("2026-11") && cell[4] != '-' || strings.Contains(cell[:n], "/"):
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
