// Package collect turns public sources into records, with their evidence.
//
// One visit of a source goes in one direction:
//
//	fetch → snapshot → read → within bounds? → data/collected/<source>.csv
//
// A Reader is pure: the bytes of a snapshot in, rows and remarks out; it sees
// neither the network nor the clock, so that the same snapshot always gives the
// same rows (`vigie collect --replay`). It takes the fields that it uses, ignores
// by name those that it does not, and reports the rest.
//
// A source that failed, or whose harvest is out of its bounds, keeps its last good
// rows and is marked stale or doubtful: nothing is ever emptied by a bad visit. A
// record that is no longer listed keeps standing, with the day since which it is
// gone. A visit that brings nothing new writes nothing.
//
//	options := collect.Options{Folder: "data/collected", Archive: store, Getter: fetcher, Now: time.Now}
//	report, err := collect.Run(ctx, options, []collect.Task{{Source: source, Reader: register.Reader()}})
//	report.Markdown(w, lang.FR) // the change of the data, in words
//
// The engine starts at Run (collect.go), takes each source through job.go, and has
// a file per facet: walk.go and saved.go bring documents, harvest.go reads them, each
// for so long and no longer (patience.go), bounds.go judges (gap.go by the time that
// passed, accept.go as people decided), merge.go keeps, footing.go says what a run
// starts from and writes. What is on disk always follows from the snapshots and from
// these decisions (doc/decisions/0006).
package collect

import (
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/spelling"
)

// Reader reads the documents of one source.
type Reader struct {
	Name    string
	Version int // a change of version alone is no news of the source
	Columns []Column
	// Read reads one document and hands each row to emit, in the order of the
	// document. An error says that the document is not what it should be.
	Read func(ctx context.Context, doc Document, emit func(Row) error) (Remarks, error)
	// ReadAll reads the documents of a visit together, instead of Read, for a source
	// whose records are spread over several of them, such as the pages of one list.
	// docs opens one document after the other, and may be ranged over more than once;
	// a row says in Doc which of them it stands in.
	ReadAll func(ctx context.Context, docs iter.Seq2[int, Document], emit func(Row) error) (Remarks, error)
	// Rule is the digest of the data that the reader goes by besides the documents,
	// such as a filter: when it changes, the snapshots are read again.
	Rule string
	// Forms are the names of the forms that the reader distinguishes, besides the usual
	// one; a source may have bounds of its own for each.
	Forms []string
	// Follow gives the addresses to fetch after a document, such as its next
	// page or the file that it links to; nil when there is never any.
	Follow func(ctx context.Context, doc Document) ([]string, error)
}

// Column is a column of the records; see package collected.
type Column = collected.Column

// Kind is what the cells of a column hold, always written canonically.
type Kind = collected.Kind

// The closed list of kinds of cells.
const (
	Text    = collected.Text
	Code    = collected.Code    // never a number: what registers and nomenclatures give
	Date    = collected.Date    // 2026-11-30
	Number  = collected.Number  // 1234.5
	Boolean = collected.Boolean // oui, non
	List    = collected.List    // values separated by a vertical bar
)

// Document is the bytes of one snapshot with what is known of them.
type Document struct {
	Source  string // identifier of the source
	URL     string
	Media   string // media type, without parameters
	Charset string // of a text, when the header, a byte-order mark or the text itself gives it
	Size    int64
	Body    io.ReaderAt // read with io.NewSectionReader; readers of large files stream it
}

// Reader gives the bytes from the start.
func (d Document) Reader() *io.SectionReader { return io.NewSectionReader(d.Body, 0, d.Size) }

// Row is one record: a cell per column, in the order of the columns, and where
// in the document it stands ("page 63, row 4", "/data/12", "row 812").
type Row struct {
	Cells []string
	At    string
	Doc   int // for ReadAll: the document, from 0
}

// Remarks are what a reader has to say besides rows.
type Remarks struct {
	Edition cal.Date // date that the document bears, when it bears one
	Columns []string // columns that the document has, as it names them, for the bound on columns
	Form    string   // which of the reader's forms the document has; the usual one when empty
	Rows    int      // rows found, readable or not
	Bad     []Bad    // rows that could not be read
	Unread  []Unread // what was neither used nor ignored by name
	Ignored []Unread // what was left aside on purpose, counted (a filter, for instance)
	// Damaged counts what the reader has mended, and the damaged texts of what it left
	// aside; those of its rows are counted by the engine.
	Damaged Damage
}

// Damage counts the texts that went through a wrong encoding; see package spelling.
type Damage struct {
	Repaired int    `json:"repaired,omitempty"` // encoded twice, and as they were again
	Lost     int    `json:"lost,omitempty"`     // letters of them are lost
	Example  string `json:"example,omitempty"`  // the first of those that have lost letters, or else of the others
}

// Note counts a text that was spelt anew.
func (d *Damage) Note(t spelling.Text) {
	if t.Repaired {
		d.Repaired++
	}
	if t.Lost && d.Lost == 0 || t.Repaired && d.Example == "" {
		d.Example = t.Text
	}
	if t.Lost {
		d.Lost++
	}
}

// With adds up two counts.
func (d Damage) With(e Damage) Damage {
	if d.Example == "" || d.Lost == 0 && e.Lost > 0 {
		d.Example = e.Example
	}
	return Damage{d.Repaired + e.Repaired, d.Lost + e.Lost, d.Example}
}

// Bad is a row or a cell that could not be read.
type Bad struct {
	At     string `json:"at,omitempty"`
	Column string `json:"column,omitempty"`
	Found  string `json:"found"`
	Wanted string `json:"wanted"`
}

// badAtMost bounds the rows that cannot be read.
const badAtMost = 10_000

// Reject notes a row that cannot be read. That there are too many of them is an error.
func (r *Remarks) Reject(b Bad) error {
	if len(r.Bad) >= badAtMost {
		return fmt.Errorf("more than %d rows cannot be read, such as %s, %s: %q, where %s is wanted", badAtMost, b.At,
			b.Column, cut(b.Found), b.Wanted)
	}
	b.Found = cut(b.Found)
	r.Bad = append(r.Bad, b)
	return nil
}

// cut shortens what was found for a report.
func cut(found string) string {
	const enough = 400 // bytes
	if len(found) <= enough {
		return found
	}
	return strings.Clone(strings.ToValidUTF8(found[:enough], "")) + "…"
}

// Unread is something in the document that no column took.
type Unread struct {
	What    string `json:"what"` // name of the column, member or block
	Count   int    `json:"count"`
	Example string `json:"example,omitempty"`
	EN      string `json:"en,omitempty"` // What in English, where it is in words and not a name of the source
}

// In is what was left, in a language.
func (u Unread) In(l lang.Lang) string {
	if l == lang.EN && u.EN != "" {
		return u.EN
	}
	return u.What
}
