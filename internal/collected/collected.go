// Package collected is the form of data/collected/: what `vigie collect` writes
// of a source, and what a build reads of it. It is pure: no network, no clock,
// no reader of any source.
//
// A source has two files, always written together:
//
//	data/collected/<source>.csv          one line per record, sorted by key
//	data/collected/<source>.state.yaml   how the source stands, and what its columns mean
//
// and a third one where a person accepted a harvest that was out of a bound:
//
//	data/collected/<source>.accepted.yaml
//
// The CSV has the columns of the reader, then first_seen and gone_since (days),
// snapshot (digest of the document in which the present values were first read)
// and at (where in that document). A record that is no longer listed keeps
// standing, with the day since which it is gone.
//
//	c, problems, err := collected.Read(os.DirFS("data/collected"), ".", "port-register")
//	for _, row := range c.Rows {
//		if row.Listed() {
//			until := c.Cell(row, "valid_until")
//			…
//		}
//	}
//
// Promises: both files are canonical (UTF-8, LF, RFC 4180, one order of rows,
// keys and columns), so that the same records are the same bytes; Read refuses
// whatever Encode would not have written, with file and line.
package collected

import (
	"cmp"
	"slices"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Collected is what is held of one source.
type Collected struct {
	Columns []Column
	Rows    []Row // sorted by key
	State   State
}

// Column is a column of the records.
type Column struct {
	Name  string // snake_case, ASCII
	Kind  Kind
	Key   bool // the key columns together name a row for ever
	Title bool // the title columns together name a row for people; the key columns when none does
	Label lang.Text
}

// Row is one record.
type Row struct {
	Cells     []string // one per column, in their order
	FirstSeen cal.Day
	GoneSince cal.Day // no day while it is listed
	Snapshot  string  // SHA-256 of the document in which the present values were first read
	At        string  // where in that document
}

// Listed says that the source still lists the record.
func (r Row) Listed() bool { return r.GoneSince.IsZero() }

// added are the columns that stand after those of the reader.
var added = []string{"first_seen", "gone_since", "snapshot", "at"}

// Added lists the names that no column of a reader may bear.
func Added() []string { return slices.Clone(added) }

// SameColumns says that two lists of columns are written the same.
func SameColumns(a, b []Column) bool {
	return slices.EqualFunc(a, b, func(c, d Column) bool {
		c.Label.Proper, d.Label.Proper = false, false
		return c == d
	})
}

// Index is the place of a column; -1 when there is none of that name.
func (c *Collected) Index(name string) int {
	return slices.IndexFunc(c.Columns, func(col Column) bool { return col.Name == name })
}

// Cell is the value of a row in a column; empty when there is no such column.
func (c *Collected) Cell(r Row, name string) string {
	if i := c.Index(name); i >= 0 {
		return r.Cells[i]
	}
	return ""
}

// Listed counts the rows that the source still lists.
func (c *Collected) Listed() int {
	n := 0
	for _, r := range c.Rows {
		if r.Listed() {
			n++
		}
	}
	return n
}

// Changed is the last day on which a row came or was found gone; no day where there is no row.
func (c *Collected) Changed() cal.Day {
	var last cal.Day
	for _, r := range c.Rows {
		for _, d := range []cal.Day{r.FirstSeen, r.GoneSince} {
			if d.After(last) {
				last = d
			}
		}
	}
	return last
}

// Key gives the cells that name a row for ever.
func Key(columns []Column, cells []string) []string {
	return pick(columns, cells, func(c Column) bool { return c.Key })
}

// Title gives the cells that name a row for people.
func Title(columns []Column, cells []string) []string {
	if title := pick(columns, cells, func(c Column) bool { return c.Title }); len(title) > 0 {
		return title
	}
	return Key(columns, cells)
}

func pick(columns []Column, cells []string, wanted func(Column) bool) []string {
	var out []string
	for i, c := range columns {
		if wanted(c) {
			out = append(out, cells[i])
		}
	}
	return out
}

// Sort puts rows in the order in which they are written: that of their keys.
func (c *Collected) Sort() {
	slices.SortStableFunc(c.Rows, func(a, b Row) int {
		return cmp.Or(slices.Compare(Key(c.Columns, a.Cells), Key(c.Columns, b.Cells)), slices.Compare(a.Cells, b.Cells))
	})
}

// LastBy finds what a reader, by its name, last read: when it reads several sources
// (the editions of a list), the one whose documents bear the last date.
func LastBy(reader string, all []*Collected) (*Collected, bool) {
	var last *Collected
	for _, c := range all {
		if c.State.Reader == reader && (last == nil || last.age().Compare(c.age()) <= 0) {
			last = c
		}
	}
	return last, last != nil
}

// age is the date that the documents bear, or else the day of their visit.
func (c *Collected) age() cal.Date {
	if c.State.Edition.IsZero() {
		return cal.On(c.State.Read())
	}
	return c.State.Edition
}
