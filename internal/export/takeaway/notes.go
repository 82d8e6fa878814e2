package takeaway

import (
	"strconv"
	"unicode/utf8"

	"vigie/internal/export"
	"vigie/internal/export/book"
	"vigie/internal/value/lang"
)

// book is the workbook of a table.
func (from From) book(e Entry) book.Book {
	first := from.About.Tongues().First()
	b := book.Book{Title: e.Title.In(first), Language: string(first), Creator: from.About.Publisher.In(first),
		Made: from.About.AsOf, Sheet: sheetName(e.ID), Table: e.Table}
	for _, l := range from.About.Tongues() {
		b.Notes = append(b.Notes, book.Notes{Sheet: from.Words(l, "book.sheet"), Lines: from.notes(e, l)})
	}
	return b
}

// longestSheet is how many characters the name of a sheet may have in Excel.
const longestSheet = 31

func sheetName(id string) string {
	if utf8.RuneCountInString(id) > longestSheet {
		return id[:longestSheet] // identifiers are ASCII
	}
	return id
}

// notes are the lines that go before a table: what it is, whose, of when, and what its
// columns mean.
func (from From) notes(e Entry, l lang.Lang) [][2]string {
	a := from.About
	var out [][2]string
	line := func(key, text string) {
		if text != "" {
			out = append(out, [2]string{from.Words(l, "book."+key), text})
		}
	}
	line("title", e.Title.In(l))
	if e.Terms == nil {
		line("row", e.About.In(l))
	}
	if e.Notes != nil {
		out = append(out, e.Notes(l)...)
	}
	line("count", strconv.Itoa(e.Count))
	line("as-of", a.AsOf.Text(l))
	if e.Terms == nil {
		line("updated", a.Updated.Text(l))
	}
	line("edition", a.Edition)
	line("site", a.Home)
	licence := e.about(a).Licence
	if e.Terms == nil {
		line("publisher", a.Publisher.In(l))
		line("cite", a.Attribution(e.Title).In(l))
	}
	terms := licence.Title.In(l)
	if licence.Path != "" {
		terms += " (" + licence.Path + ")"
	}
	line("licence", terms)
	line("version", export.Version)
	line("unknown", from.Words(l, "book.unknown.about"))
	line("guard", from.Words(l, "book.guard.about"))
	for _, c := range e.Columns {
		about := c.Label.In(l)
		if meaning := c.Meaning.In(l); meaning != "" {
			about += ". " + meaning
		}
		out = append(out, [2]string{c.Name, about + " " + from.Words(l, "data.type."+string(c.Type))})
	}
	return out
}
