package export

import (
	"iter"
	"slices"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Table is a set of rows that all have the same columns.
type Table struct {
	ID      string    // for ever: "organismes"; name of its files
	Slug    lang.Text // name of its page in each language
	Title   lang.Text
	About   lang.Text // what one row is, and what the table leaves out
	Columns []Column
	Rows    iter.Seq[[]Cell] // one after the other, each with as many cells as there are columns
	Count   int              // of rows
	Since   cal.Day          // of the first edition that holds it; no day where none does
}

// Column says what the cells of a column are.
type Column struct {
	Name    string // French, ASCII, snake_case
	Label   lang.Text
	Meaning lang.Text
	Type    Type
	Key     bool       // distinguishes the rows, alone or with other key columns
	Refers  string     // table whose `identifiant` it holds, or each text of a list of it
	Codes   []Category // the closed list of its values, if there is one
}

// Category is a code with its words.
type Category struct {
	Value string
	Label lang.Text
}

// Type is what a cell holds.
type Type string

// The closed list of types.
const (
	Text    Type = "text"
	List    Type = "list" // several texts
	Link    Type = "link" // address of a document elsewhere
	Page    Type = "page" // address on this site; from its root when the site has none
	Integer Type = "integer"
	Number  Type = "number" // an exact decimal
	Boolean Type = "boolean"
	Date    Type = "date"   // a day
	Period  Type = "period" // a date or a span, as precise as its source
)

// Types is the closed list.
func Types() []Type { return []Type{Text, List, Link, Page, Integer, Number, Boolean, Date, Period} }

// Cell is one value in its machine form; nothing at all when it is not known or
// makes no sense.
type Cell struct {
	Text string   // "51600000", "2026-11-23", "true", words
	List []string // of a column of type List
}

// column is a column with the way to fill it from what a row holds.
type column[R any] struct {
	Column
	cell func(R) Cell
}

// columns are columns that go together: a code and its words, a period and its
// bounds.
type columns[R any] []column[R]

// fill makes a table with one row per record, and words it.
func fill[R any](m maker, id string, records []R, groups ...columns[R]) Table {
	t := m.titled(id)
	var all columns[R]
	for _, g := range groups {
		all = append(all, g...)
	}
	for _, c := range all {
		t.Columns = append(t.Columns, m.labelled(id, c.Column))
	}
	rows := make([][]Cell, 0, len(records))
	for _, r := range records {
		row := make([]Cell, len(all))
		for i, c := range all {
			row[i] = c.cell(r)
		}
		rows = append(rows, row)
	}
	t.Rows, t.Count = slices.Values(rows), len(rows)
	return t
}
