// Package export writes the dataset as tables that anybody can reuse: CSV in two
// dialects, JSON, Table Schema, and one Data Package that describes them all.
//
// What comes in: the linked dataset, the results of the indicators, the words of
// codes and the addresses of pages. What goes out: a Table per kind of record,
// whose every column has a label, a meaning and a type, and the bytes of files.
//
//	tables := export.Tables(export.From{Data: ds, Indicators: results, Words: words, Places: places})
//	tables[0].CSV(export.Standard)      organismes.csv
//	tables[0].CSV(export.ExcelFrench)   organismes.excel-fr.csv
//
// Promises:
//   - Column names are French words in ASCII, and stay: Version says when not.
//   - Rows are sorted by identifier; the same dataset gives the same bytes.
//   - What is not known is an empty cell, and `motif_absence` says why; it is
//     never a dash and never a zero.
//   - Each row names the claims and sources that it rests on, and the page where
//     a reader finds them.
package export

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Version is the version of the columns: the first number grows when a column is
// renamed, taken away or changes meaning, the second when one is added.
const Version = "1.2.0"

// VersionDay is the day on which the columns took that version.
func VersionDay() cal.Day { return cal.NewDay(2026, 11, 30) }

// From is what tables are made from.
type From struct {
	Data       *dataset.Dataset
	Indicators []indicator.Result
	Words      func(l lang.Lang, key string) string // words of codes: "status.live"
	// words of tables and columns: "column.offres.nom"; false where there are none
	Labels func(key string) (lang.Text, bool)
	Places Places
}

// Places says where a reader finds the proof of a row.
type Places struct {
	Record func(record.Ref) string
	Claim  func(*dataset.Claim) string
	Figure func(figure.Figure) string
}

// maker makes tables.
type maker struct{ From }

// Tables makes every table, those that readers want first in front.
func Tables(from From) []Table {
	m := maker{from}
	return []Table{
		m.organisations(), m.providers(), m.offers(), m.qualifications(), m.migrations(),
		m.series(), m.indicators(), m.calculations(), m.commitments(), m.events(), m.doctrines(), m.findings(),
		m.contradictions(), m.disputedClaims(), m.silences(), m.questions(), m.requests(), m.sources(), m.claims(),
		m.corrections(),
		m.measures(), m.perimeters(), m.tiers(), m.units(),
	}
}

// Find gives the table of an identifier; false when there is none.
func Find(tables []Table, id string) (Table, bool) {
	i := slices.IndexFunc(tables, func(t Table) bool { return t.ID == id })
	if i < 0 {
		return Table{}, false
	}
	return tables[i], true
}
