package api

import (
	"encoding/json"

	"vigie/internal/export"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Meta stands in every document.
type Meta struct {
	SchemaVersion string   `json:"schema_version" about:"version of this interface"`
	Edition       *cal.Day `json:"edition" about:"last edition of the data; null while there is none"`
	AsOf          cal.Day  `json:"as_of" about:"day of reference: what time makes of the data is said as of it"`
	Updated       cal.Day  `json:"updated" about:"last day on which a source was read"`
	Licence       string   `json:"licence" about:"SPDX identifier"`
	Self          string   `json:"self" about:"address of this document; from the root of the site where it starts with a slash"`
}

// Index lists what there is.
type Index struct {
	Meta          Meta      `json:"meta"`
	Name          string    `json:"name" about:"what programs call these data"`
	Title         lang.Text `json:"title"`
	Publisher     lang.Text `json:"publisher"`
	LicencePath   string    `json:"licence_path" about:"address of the text of the licence"`
	Attribution   lang.Text `json:"attribution" about:"line that reusers show"`
	TablesVersion string    `json:"tables_version" about:"version of the columns of rows"`
	OpenAPI       string    `json:"openapi"`
	Changelog     string    `json:"changelog"`
	Datasets      []Dataset `json:"datasets"`
	States        string    `json:"source_state" about:"address of how a source stands, with {id} for its identifier"`
}

// Dataset is a table in the index.
type Dataset struct {
	ID     string    `json:"id" about:"name of the table"`
	Title  lang.Text `json:"title"`
	About  lang.Text `json:"about" about:"what one row is"`
	Total  int       `json:"total" about:"number of rows"`
	Pages  int       `json:"pages"`
	First  string    `json:"first" about:"address of the first page"`
	Record *string   `json:"record" about:"address of a record, with {id} for its identifier, in which a hyphen stands for each slash; null where rows are not records"`
	Key    *string   `json:"record_key" about:"column that holds the identifiers of records"`
}

// Page is a part of the rows of a dataset.
type Page struct {
	Meta    Meta      `json:"meta"`
	Dataset string    `json:"dataset"`
	Total   int       `json:"total" about:"number of rows of all pages"`
	PerPage int       `json:"per_page"`
	Page    int       `json:"page" about:"rank of this page, from 1"`
	Pages   int       `json:"pages"`
	Links   PageLinks `json:"links"`
	Rows    rows      `json:"rows"`
}

// PageLinks are the pages around one.
type PageLinks struct {
	First string  `json:"first"`
	Prev  *string `json:"prev"`
	Next  *string `json:"next"`
	Last  string  `json:"last"`
}

// Record is what is known of one record.
type Record struct {
	Meta    Meta        `json:"meta"`
	Kind    string      `json:"kind" about:"kind of record, as in the claims and the journal"`
	ID      string      `json:"id"`
	Links   RecordLinks `json:"links"`
	Rows    rows        `json:"rows" about:"its rows in the dataset"`
	Figures []Figure    `json:"figures" about:"its numbers, each with its proof"`
	Claims  rows        `json:"claims" about:"what sources say of it: which, where in it, read on which day"`
}

// RecordLinks lead back from a record.
type RecordLinks struct {
	Index   string `json:"index"`
	Dataset string `json:"dataset" about:"first page of its dataset"`
}

// Figure is a number with its proof.
type Figure struct {
	ID     string       `json:"id" about:"identifier for ever"`
	Label  lang.Text    `json:"label"`
	Period string       `json:"period" about:"as precise as its source; empty when undated"`
	State  string       `json:"state" about:"sure, disputed, settled or unknown"`
	Reason string       `json:"reason" about:"why it is not known; empty when it is"`
	Min    *json.Number `json:"value_min" about:"exact; the lowest of a range"`
	Max    *json.Number `json:"value_max" about:"exact; the highest of a range"`
	Sense  string       `json:"value_sense" about:"exact, about, over, at-least, at-most; empty when not known"`
	Unit   string       `json:"unit" about:"as in the dataset of units"`
	Proof  string       `json:"proof" about:"address of the page that says what it rests on"`
}

// SourceState is how a source stands on the day of reference.
type SourceState struct {
	Meta  Meta `json:"meta"`
	State any  `json:"state"`
}

// rows are some rows of a table.
type rows struct {
	table export.Table
	rows  [][]export.Cell
}

// MarshalJSON writes one object a row.
func (r rows) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for i, row := range r.rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, r.table.RowJSON(row)...)
	}
	return append(b, ']'), nil
}

// identifier stands for one in the addresses that the index gives.
const identifier = "{id}"

func (from From) meta(path string) Meta {
	a := from.About
	m := Meta{SchemaVersion: Version, AsOf: a.AsOf, Updated: a.Updated, Licence: a.Licence.Name,
		Self: from.Address("/" + path)}
	if day, err := cal.ParseDay(a.Edition); a.Edition != "" && err == nil {
		m.Edition = &day
	}
	return m
}

func (from From) index() Index {
	a := from.About
	out := Index{Meta: from.meta(indexPath), Name: a.Package, Title: a.Name, Publisher: a.Publisher,
		LicencePath: a.Licence.Path, Attribution: a.Attribution(a.Name), TablesVersion: export.Version,
		OpenAPI: from.Address("/" + OpenAPIPath), Changelog: from.Address("/" + ChangelogPath),
		States: from.Address("/" + statePath(identifier))}
	for _, t := range from.Tables {
		d := Dataset{ID: t.ID, Title: t.Title, About: t.About, Total: t.Count, Pages: pagesOf(t),
			First: from.Address("/" + pagePath(t.ID, 1))}
		if k, ok := kindOf(t.ID); ok {
			record := from.Address("/" + recordPath(t.ID, identifier))
			d.Record, d.Key = &record, &k.column
		}
		out.Datasets = append(out.Datasets, d)
	}
	return out
}

func (from From) pageLinks(t export.Table, n int) PageLinks {
	at := func(n int) string { return from.Address("/" + pagePath(t.ID, n)) }
	out := PageLinks{First: at(1), Last: at(pagesOf(t))}
	if n > 1 {
		prev := at(n - 1)
		out.Prev = &prev
	}
	if n < pagesOf(t) {
		next := at(n + 1)
		out.Next = &next
	}
	return out
}

// encoded is a document on one line, without escaping < > &.
func encoded(document any) []byte { return append(export.Marshal(document), '\n') }
