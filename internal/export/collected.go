package export

import (
	"strconv"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/value/lang"
)

// Collected is the table of what was collected of a source: its columns, then those that
// say since when a row stands in the list and where it was read. Rows are read from what was
// collected as they are asked for.
func Collected(from From, id string, title, about lang.Text, c *collected.Collected) Table {
	m := maker{from}
	t := Table{ID: id, Title: title, About: about, Count: len(c.Rows)}
	for _, col := range c.Columns {
		t.Columns = append(t.Columns,
			Column{Name: col.Name, Label: col.Label.Map(lang.Typeset), Type: collectedTypes[col.Kind],
				Key: col.Key})
	}
	for i, name := range collected.Added() {
		t.Columns = append(t.Columns, m.labelled("collecte", Column{Name: name, Type: addedTypes[i]}))
	}
	t.Rows = func(yield func([]Cell) bool) {
		for _, r := range c.Rows {
			row := make([]Cell, 0, len(t.Columns))
			for i, text := range r.Cells {
				row = append(row, cellOf(c.Columns[i].Kind, text))
			}
			row = append(row, Cell{Text: r.FirstSeen.String()}, Cell{Text: r.GoneSince.String()}, Cell{Text: r.Snapshot},
				Cell{Text: r.At})
			if !yield(row) {
				return
			}
		}
	}
	return t
}

// collectedTypes are the types of cells by what a source holds. A date is as precise as the
// source gives it.
var collectedTypes = map[collected.Kind]Type{collected.Text: Text, collected.Code: Text, collected.Date: Period,
	collected.Number: Number, collected.Boolean: Boolean, collected.List: List}

// addedTypes are those of the columns of collected.Added.
var addedTypes = []Type{Date, Date, Text, Text}

func cellOf(kind collected.Kind, text string) Cell {
	switch {
	case text == "":
		return Cell{}
	case kind == collected.List:
		var list []string
		for part := range strings.SplitSeq(text, "|") {
			list = append(list, strings.TrimSpace(part))
		}
		return Cell{List: list}
	case kind == collected.Boolean:
		return Cell{Text: strconv.FormatBool(text == "oui")}
	}
	return Cell{Text: text}
}
