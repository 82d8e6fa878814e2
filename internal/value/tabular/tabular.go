// Package tabular reads what public bodies publish as tables: columns found by
// name whatever their order, members of JSON objects, numbers and dates as people
// write them in French, texts in whatever encoding they came.
//
// A reader says which columns it takes, under all the names they have borne, and
// which it leaves aside on purpose. Everything else is named, so that a column
// that appears or is renamed is reported and never lost in silence:
//
//	layout := tabular.Layout{
//		Take:  []tabular.Column{{Name: "cost", Called: []string{"Coût estimé", "Coût complet estimé"}}},
//		Leave: []string{"En savoir plus sur le projet"},
//	}
//	header := layout.Match([]string{"Projet", "COUT ESTIME "})
//	header.Cell(row, "cost") // the second cell
//	header.Unread            // ["Projet"]
//
// Promises: pure; names are compared folded (case, accents, apostrophes, blanks,
// N° and No); no float, so that a number keeps the digits that the source gave.
package tabular

import (
	"slices"
	"strings"
)

// Column is a column that a reader takes.
type Column struct {
	Name     string   // its name for the reader
	Called   []string // the names under which it was published
	Optional bool     // a table without it is sound
}

// Layout says what a reader knows of the columns of a table.
type Layout struct {
	Take  []Column
	Leave []string // left aside on purpose
}

// Header is where the columns of a layout stand in one table.
type Header struct {
	Missing []string // columns of the layout, not optional, that the table lacks, by their first published name
	Unread  []string // columns of the table that are neither taken nor left
	Twice   []string // columns of the layout that the table has more than once: the first one is read
	places  map[string]int
}

// Match finds the columns of a layout among the names that a table gives.
// Columns without a name are empty margins of a spreadsheet.
func (l Layout) Match(names []string) Header {
	h := Header{places: map[string]int{}}
	leave := foldAll(l.Leave)
	for i, name := range names {
		folded := Name(name)
		if folded == "" {
			continue
		}
		c := slices.IndexFunc(l.Take, func(c Column) bool { return slices.Contains(foldAll(c.Called), folded) })
		switch {
		case c < 0 && !slices.Contains(leave, folded):
			h.Unread = append(h.Unread, name)
		case c < 0:
		case h.Has(l.Take[c].Name):
			h.Twice = append(h.Twice, name)
		default:
			h.places[l.Take[c].Name] = i
		}
	}
	for _, c := range l.Take {
		if !c.Optional && !h.Has(c.Name) {
			h.Missing = append(h.Missing, c.Called[0])
		}
	}
	return h
}

// Has says that the table has a column.
func (h Header) Has(name string) bool {
	_, ok := h.places[name]
	return ok
}

// Place is the index of a column; -1 when the table lacks it.
func (h Header) Place(name string) int {
	if i, ok := h.places[name]; ok {
		return i
	}
	return -1
}

// Cell is the cell of a row under a column; empty when the table lacks the column
// or the row is short.
func (h Header) Cell(row []string, name string) string {
	if i := h.Place(name); i >= 0 && i < len(row) {
		return row[i]
	}
	return ""
}

// Name gives the name of a column the form in which it is compared: folded, with N° and
// Nº as No, without the arrows that a page shows beside what it can sort by.
func Name(s string) string {
	return Fold(strings.Map(func(r rune) rune {
		switch {
		case r == '°':
			return 'o'
		case 0x2190 <= r && r <= 0x21ff, 0x25a0 <= r && r <= 0x25ff, r == 0xfe0e, r == 0xfe0f:
			return -1
		}
		return r
	}, s))
}

func foldAll(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = Name(n)
	}
	return out
}
