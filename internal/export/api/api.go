// Package api lays the tables of the data out as a static JSON interface, for programs that
// poll an address: every dataset in pages of rows, one document per record, one per
// indicator, one on how each source stands, and openapi.json, which describes them all.
//
//	for f := range (api.From{Tables: tables, About: about, …}).Files() { … }
//	api/v1/index.json
//	api/v1/qualifications/pages/1.json
//	api/v1/qualifications/records/cumulus-2024.json
//	api/v1/sources/states/gazette.json
//	api/v1/openapi.json, api/CHANGELOG.md
//
// Promises:
//   - Rows are those of the tables, with their names of columns and in their order.
//   - What is around them has English names; each document bears the version of the
//     interface, the edition, the day of reference, the licence and its own address.
//   - Within a version no field vanishes and none changes type; fields are added.
//   - openapi.json is made from the types by which documents are written.
package api

import (
	"iter"
	"strconv"
	"strings"

	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Version is the version of the documents: the first number, which is that of their
// addresses too, grows when a field vanishes or changes type, the second when one is added.
const Version = "1.0.0"

// Root is the folder of all versions, and Folder that of this one, from the root of the site.
const (
	Root   = "api/"
	Folder = Root + "v1/"
)

// PerPage is how many rows a page of a dataset holds.
const PerPage = 100

// From is what the documents are made from.
type From struct {
	About    export.About
	Tables   []export.Table
	Figures  func(record.Ref) []figure.Figure // those of a record, in a fixed order
	Proof    func(figure.Figure) string       // address where the proof of a figure stands
	States   []State                          // how sources stand
	Standing any                              // a value of the type of State.Standing, which openapi.json describes
	Address  func(path string) string         // of a file, given from the root of the site
	Words    func(lang.Text) string           // titles and meanings in openapi.json, in one language
}

// State is how a source stands.
type State struct {
	Source   string
	Standing any
}

// Files yields every file of the interface.
func (from From) Files() iter.Seq[export.File] {
	return func(yield func(export.File) bool) {
		for _, part := range []iter.Seq[export.File]{from.entry(), from.pages(), from.records(), from.states()} {
			for f := range part {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// entry yields what people and programs begin with.
func (from From) entry() iter.Seq[export.File] {
	return func(yield func(export.File) bool) {
		_ = yield(export.File{Path: indexPath, Data: encoded(from.index())}) &&
			yield(export.File{Path: OpenAPIPath, Data: encoded(from.OpenAPI())}) &&
			yield(export.File{Path: ChangelogPath, Data: changelog})
	}
}

// pages yields every dataset, page by page; one without rows has one page.
func (from From) pages() iter.Seq[export.File] {
	return func(yield func(export.File) bool) {
		for _, t := range from.Tables {
			n, page := 1, Page{}
			flush := func() bool {
				page.Meta, page.Dataset, page.Total, page.PerPage = from.meta(pagePath(t.ID, n)), t.ID, t.Count, PerPage
				page.Page, page.Pages, page.Rows.table = n, pagesOf(t), t
				page.Links = from.pageLinks(t, n)
				ok := yield(export.File{Path: pagePath(t.ID, n), Data: encoded(page)})
				n, page = n+1, Page{}
				return ok
			}
			for row := range t.Rows {
				if len(page.Rows.rows) == PerPage && !flush() {
					return
				}
				page.Rows.rows = append(page.Rows.rows, row)
			}
			if !flush() {
				return
			}
		}
	}
}

// states yields how each source stands.
func (from From) states() iter.Seq[export.File] {
	return func(yield func(export.File) bool) {
		for _, s := range from.States {
			path := statePath(s.Source)
			if !yield(export.File{Path: path, Data: encoded(SourceState{from.meta(path), s.Standing})}) {
				return
			}
		}
	}
}

func pagesOf(t export.Table) int { return max(1, (t.Count+PerPage-1)/PerPage) }

const indexPath = Folder + "index.json"

func pagePath(table string, n int) string {
	return Folder + table + "/pages/" + strconv.Itoa(n) + ".json"
}

// recordPath is where the document of a record stands. No address of a file holds the
// slashes that some identifiers have.
func recordPath(table, id string) string {
	return Folder + table + "/records/" + strings.ReplaceAll(id, "/", "-") + ".json"
}

func statePath(source string) string { return Folder + "sources/states/" + source + ".json" }
