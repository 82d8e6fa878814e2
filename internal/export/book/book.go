// Package book writes a table as a workbook that a spreadsheet opens by a double click:
// XLSX (ECMA-376) and ODS (OpenDocument 1.3).
//
//	err := book.XLSX(file, book.Book{Title: "Offres", Made: day, Notes: notes, Table: table})
//
// Promises:
//   - The sheets of notes come first; the last sheet holds the table from A1, its header
//     frozen, without merged cells or empty rows.
//   - Numbers, days and yes-or-no are cells of those types; identifiers are texts, with the
//     zeros that they begin with. A number keeps every digit of its source: one that a
//     spreadsheet would round stands as text.
//   - A text that a spreadsheet would run has an apostrophe before it, as in the CSV.
//   - The same table on the same day gives the same bytes. Rows are written as they come:
//     what is held in memory does not grow with them.
package book

import (
	"strings"
	"time"
	"unicode/utf8"

	"vigie/internal/export"
	"vigie/internal/value/cal"
	"vigie/internal/value/tabular"
)

// Book is one table with the notes that go before it.
type Book struct {
	Title    string  // of the document
	Language string  // tag of the language of the document: "fr"
	Creator  string  // who publishes it
	Made     cal.Day // day of reference of the data
	Notes    []Notes // one sheet per language
	Sheet    string  // name of the sheet of the table
	Table    export.Table
}

// Notes is a sheet that explains the table: lines of a title and what it says.
type Notes struct {
	Sheet string // name of the sheet: "Lisez-moi"
	Lines [][2]string
}

// cell is what a spreadsheet is handed: a text, a number, a day, or yes or no.
type cell struct {
	kind kind
	text string // in machine form
}

type kind int

const (
	empty kind = iota
	words
	number
	day
	boolean
)

// cellOf reads a cell of a table by the type of its column.
func cellOf(t export.Type, c export.Cell) cell {
	text := c.Text
	if t == export.List {
		text = strings.Join(c.List, export.Separator)
	}
	if text == "" {
		return cell{}
	}
	switch t {
	case export.Integer, export.Number:
		if exact(text) {
			return cell{number, text}
		}
	case export.Boolean:
		return cell{boolean, text}
	case export.Date:
		if text >= earliest { // XLSX counts days from there
			return cell{day, text}
		}
	}
	return cell{words, export.Shortened(tabular.Inert(text))}
}

// earliest is the first day after the one that spreadsheets take for 29 February 1900.
const earliest = "1900-03-01"

// exact says that a number comes out of a spreadsheet with the digits that went in: they
// hold numbers as binary floats of 64 bits, and show 15 digits.
func exact(text string) bool {
	_, same := export.Float(text)
	return same && len(strings.Trim(marks.Replace(text), "0")) <= shownDigits
}

const shownDigits = 15

// marks takes away what is no digit of a number.
var marks = strings.NewReplacer("-", "", ".", "")

// date is a day as a time in UTC, which is what libraries of spreadsheets take.
func date(text string) (time.Time, error) { return time.Parse(time.DateOnly, text) }

// widths are the widths of the columns of the table, in characters: as wide as their
// names, and wider where texts stand.
func (b Book) widths() []float64 {
	out := make([]float64, len(b.Table.Columns))
	for i, c := range b.Table.Columns {
		out[i] = float64(min(max(utf8.RuneCountInString(c.Name)+3, typical[c.Type]), 60))
	}
	return out
}

var typical = map[export.Type]int{export.Text: 22, export.List: 30, export.Link: 40, export.Page: 30, export.Date: 12}
