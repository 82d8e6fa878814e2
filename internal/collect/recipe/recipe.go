// Package recipe makes a reader out of a recipe: the few lines of a source file
// (`collect: recipe:`) that say where the rows of a document are, which field goes
// where and how it is written. A source whose document is a plain list needs no Go.
//
//	format  rows                          a field's `from`
//	table   CSS selector of the table     name of the column
//	csv     (every line)                  name of the column
//	xlsx    name of the sheet             name of the column
//	json    JSON pointer, * = every one   JSON pointer within the row
//	html    CSS selector of the rows      CSS selector within the row
//
// Columns are found by their names, folded (case, accents, apostrophes), in any
// order, below whatever lines stand before them. Everything that the document has
// and that the recipe neither takes nor ignores is reported. A row with a cell that
// cannot be read is reported and left out; nothing is guessed.
//
// Promises: pure; CSV and JSON are read as streams, one row in memory at a time;
// rows, depth, sizes and the number of bad rows are bounded; texts are plain.
//
//	reader, err := recipe.Reader("example", source.Collect.Recipe)
//	var invalid *recipe.Invalid
//	if errors.As(err, &invalid) { … } // each problem has its place and its hint
package recipe

import (
	"context"
	"fmt"
	"slices"

	"vigie/internal/collect"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// version is that of this package: a change of it makes no news of any source.
const version = 5

// The bounds of what a document may hold. A source that needs more has a reader
// of its own.
const (
	maxPage    = 32 << 20 // bytes of a web page or of a workbook, which are read whole
	maxRow     = 4 << 20  // bytes of one row of a stream
	maxDeep    = 64       // levels of JSON
	maxValues  = 100_000  // values in one row of JSON
	maxBad     = 10_000   // rows that cannot be read
	maxCell    = 20_000   // bytes of one text
	maxColumns = 20_000   // cells in one row of CSV
	topRows    = 30       // lines among which the names of columns are looked for
)

// extraction takes the rows out of a document.
type extraction func(context.Context, collect.Document, *harvest) error

// Reader makes the reader of a source. The error is an *Invalid when the recipe
// itself is wrong.
func Reader(id string, r record.Recipe) (collect.Reader, error) {
	file := problem.Place{File: "data/sources/" + id + ".yaml"}
	if found := Check(r, func(string) problem.Place { return file }); len(found) > 0 {
		return collect.Reader{}, &Invalid{found}
	}
	fields, err := prepare(r.Fields)
	if err != nil {
		return collect.Reader{}, fmt.Errorf("recipe of %s: %w", id, err)
	}
	out := collect.Reader{Name: "recipe", Version: version, Columns: columns(r)}
	var extract extraction
	switch r.Format {
	case "json":
		extract = jsonRows(r)
	case "html":
		extract = htmlRows(r)
	case "table":
		extract = tableRows(r)
	case "csv":
		extract = csvRows(r)
	case "xlsx":
		extract = xlsxRows(r)
	}
	out.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		h := &harvest{fields: slices.Clone(fields), emit: emit, met: make([]bool, len(fields))}
		if err := extract(ctx, doc, h); err != nil {
			return collect.Remarks{}, err
		}
		return h.finish(r.Format), nil
	}
	switch {
	case r.Next != "" && r.Format == "json":
		out.Follow = jsonNext(r)
	case r.Next != "":
		out.Follow = htmlNext(r)
	}
	return collect.Taking(out, wanted[r.Format]), nil
}

// wanted are the forms of documents that the formats of recipes read.
var wanted = map[string]sniff.Form{"json": sniff.JSON, "html": sniff.Page, "table": sniff.Page, "csv": sniff.CSV,
	"xlsx": sniff.Workbook}
