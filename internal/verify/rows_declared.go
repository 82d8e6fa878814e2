package verify

import (
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// declaredRows counts again, or adds up again, the rows behind a point of a declared
// indicator that counts rows; false where the figure is none. It goes from the rows to
// the point by what is declared and by the words of the point, and not by the code that made it.
func declaredRows(t *truth, id string) (quantity.Decimal, bool) {
	zero := quantity.Int(0).Low
	r, line, key, ok := rowPoint(t, strings.TrimSuffix(id, "/sum"))
	if !ok {
		return zero, false
	}
	s := dataset.Find[*dataset.Source](t.data, record.Sources, r.Declared.Rows.Source)
	if s == nil || s.Collected == nil {
		return zero, true
	}
	by, value := *r.Declared.Rows, key
	if by.By == "" {
		points := r.Line(line).Points
		i := slices.IndexFunc(points, func(p indicator.Point) bool { return p.Key == key })
		switch {
		case i < 0:
			return zero, true
		case i < len(by.Places): // the words are those that are declared: the value is beside them
			value = by.Places[i].Key
		default:
			value = points[i].Label.FR
		}
	}
	return rowsAt(s.Collected, by, value), true
}

// rowPoint finds the indicator that counts rows, the line and the point of a figure.
func rowPoint(t *truth, id string) (r indicator.Result, line, key string, ok bool) {
	for _, r := range t.site.Indicators {
		rest, own := strings.CutPrefix(id, "indicator/"+r.ID+"/")
		if own && r.Declared != nil && r.Declared.Rows != nil {
			line, key, _ = strings.Cut(rest, "/")
			return r, line, key, true
		}
	}
	return r, "", "", false
}

// roundedRows is to how many decimals a declared indicator rounds the sum of rows that a
// figure shows; false where it shows none.
func roundedRows(t *truth, id string) (int, bool) {
	if r, _, _, ok := rowPoint(t, id); ok && r.Declared.Rows.Round != nil {
		return *r.Declared.Rows.Round, true
	}
	return 0, false
}

// rowsAt adds up the rows at a value, or in a year or month, by the first characters of
// its dates.
func rowsAt(c *collected.Collected, by record.RowCount, value string) quantity.Decimal {
	sum := quantity.Int(0).Low
	for _, row := range c.Rows {
		cell := c.Cell(row, by.Along)
		at := holds(c, row, by.Along, value)
		if by.By != "" {
			at = strings.HasPrefix(cell, value) && !strings.Contains(cell, "/")
		}
		for _, o := range by.Only {
			at = at && slices.ContainsFunc(o.Is, func(is string) bool { return holds(c, row, o.Column, is) })
		}
		if !at || !row.Listed() {
			continue
		}
		add := quantity.Int(1)
		if by.Sum != "" {
			v, err := quantity.ParseValue(c.Cell(row, by.Sum))
			if err != nil {
				continue
			}
			add = v
		}
		if more, err := sum.Add(add.Low); err == nil {
			sum = more
		}
	}
	return sum
}

// holds says that a cell is a value, or a list with it: between the bars of the list.
func holds(c *collected.Collected, row collected.Row, column, value string) bool {
	cell := c.Cell(row, column)
	if c.HoldsLists(column) {
		return strings.Contains("|"+strings.ReplaceAll(strings.ReplaceAll(cell, " |", "|"), "| ", "|")+"|", "|"+value+"|")
	}
	return cell == value
}
