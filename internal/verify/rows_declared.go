package verify

import (
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// declaredRows counts again, or adds up again, the rows behind a point of a declared
// indicator that counts rows; false where the figure is none. It goes from the rows to
// the point by the words of the point, and not by the code that made it.
func declaredRows(t *truth, id string) (quantity.Decimal, bool) {
	zero := quantity.Int(0).Low
	for _, r := range t.site.Indicators {
		rest, ok := strings.CutPrefix(id, "indicator/"+r.ID+"/")
		if !ok || r.Declared == nil || r.Declared.Rows == nil {
			continue
		}
		line, key, _ := strings.Cut(rest, "/")
		s := dataset.Find[*dataset.Source](t.data, record.Sources, r.Declared.Rows.Source)
		if s == nil || s.Collected == nil {
			return zero, true
		}
		return rowsAt(s.Collected, *r.Declared.Rows, r.Line(line).Point(key).Label.FR, key), true
	}
	return zero, false
}

// rowsAt adds up the rows of a category, by its words, or of a year or month, by the
// first characters of its dates.
func rowsAt(c *collected.Collected, by record.RowCount, words, key string) quantity.Decimal {
	sum := quantity.Int(0).Low
	for _, row := range c.Rows {
		cell := c.Cell(row, by.Along)
		at := cell == words
		if by.By != "" {
			at = strings.HasPrefix(cell, key) && !strings.Contains(cell, "/")
		}
		for _, o := range by.Only {
			at = at && slices.Contains(o.Is, c.Cell(row, o.Column))
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
	if by.Round != nil {
		if rounded, err := quantity.Round(sum, *by.Round); err == nil {
			return rounded
		}
	}
	return sum
}
