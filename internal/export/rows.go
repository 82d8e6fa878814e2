package export

// What the rows of a table let one state of it: what days they are about, which columns name them.

import "vigie/internal/value/cal"

// Covers is the first and the last day that the rows of a table are about, by its first
// column that is a period; no days where it has none, or where no row has one.
func (t Table) Covers() (from, to cal.Day) {
	first, last := -1, -1
	for i := 0; i+2 < len(t.Columns) && first < 0; i++ {
		if c := t.Columns[i]; c.Type == Period && t.Columns[i+1].Name == c.Name+"_debut" &&
			t.Columns[i+2].Name == c.Name+"_fin" {
			first, last = i+1, i+2
		}
	}
	if first < 0 {
		return cal.Day{}, cal.Day{}
	}
	for row := range t.Rows {
		if d, err := cal.ParseDay(row[first].Text); err == nil && (from.IsZero() || d.Before(from)) {
			from = d
		}
		if d, err := cal.ParseDay(row[last].Text); err == nil && d.After(to) {
			to = d
		}
	}
	return from, to
}

// key are the columns that together name a row; none where one of them is empty somewhere,
// which no key may be. filled are the columns that are never empty among them.
func (t Table) key() (key, filled []string) {
	holes := make([]bool, len(t.Columns))
	for row := range t.Rows {
		for i, c := range row {
			holes[i] = holes[i] || c.Text == "" && len(c.List) == 0
		}
	}
	whole := true
	for i, c := range t.Columns {
		if c.Key {
			key = append(key, c.Name)
			whole = whole && !holes[i]
			if !holes[i] {
				filled = append(filled, c.Name)
			}
		}
	}
	if !whole {
		key = nil
	}
	return key, filled
}
