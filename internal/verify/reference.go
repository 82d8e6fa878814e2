package verify

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/edition"
	"vigie/internal/export"
	"vigie/internal/export/takeaway"
	"vigie/internal/value/cal"
)

// Reference is what a file that somebody downloaded is held against: every file that the data make as of one
// day, and those of the editions, by their digests, and every table of the data with its rows.
type Reference struct {
	AsOf     cal.Day
	Tables   []export.Table // under the names of their files, and of their tables in the database
	Editions int
	digests  map[string][]Origin
}

// Origin is a published file.
type Origin struct {
	Path    string  `json:"path"`
	Edition cal.Day `json:"edition,omitzero"` // none for a file of today's tree
}

// ReadReference makes the published files of a project. Store holds those that take time to make.
func ReadReference(ctx context.Context, o Options, store takeaway.Store) (*Reference, error) {
	t, err := readData(ctx, o)
	if err != nil {
		return nil, err
	}
	t.site.Store, t.site.Jobs = store, o.Jobs
	r := &Reference{AsOf: o.Config.AsOf, digests: map[string][]Origin{}}
	add := func(digest, path string, edition cal.Day) {
		r.digests[digest] = append(r.digests[digest], Origin{path, edition})
	}
	for f := range t.site.Extras() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		add(export.Sum(f.Data), f.Path, cal.Day{})
		if table, ok := chartTable(t, f.Path, f.Data); ok {
			r.Tables = append(r.Tables, table)
		}
	}
	made, err := t.site.TakeAway(ctx)
	if err != nil {
		return nil, err
	}
	for _, f := range made {
		add(f.SHA256, f.Path, cal.Day{})
	}
	charts := r.Tables
	r.Tables = nil
	for _, shelf := range t.site.Shelves() {
		for _, e := range shelf.Tables {
			r.Tables = append(r.Tables, e.Table)
			if shelf.Prefix != "" {
				e.ID = shelf.Prefix + strings.ReplaceAll(e.ID, "-", "_")
				r.Tables = append(r.Tables, e.Table)
			}
		}
	}
	r.Tables = append(r.Tables, charts...)
	history := t.site.History.Store()
	editions := history.Editions()
	r.Editions = len(editions)
	for f := range history.Published() {
		of := slices.IndexFunc(editions, func(e edition.Edition) bool { return strings.HasPrefix(f.Path, e.Folder()) })
		if of < 0 {
			continue // it is of none: a list of them
		}
		content, err := f.Read()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
		add(export.Sum(content), f.Path, editions[of].Day)
	}
	return r, nil
}

// Of lists the published files that have a digest: those of today's tree first.
func (r *Reference) Of(digest string) []Origin { return r.digests[digest] }

// chartTable is the CSV of a chart as a table: a point has its line and its name.
func chartTable(t *truth, path string, raw []byte) (export.Table, bool) {
	name, csv := strings.CutSuffix(path, ".csv")
	id, chart := strings.CutPrefix(name, t.site.Placed().Charts)
	if !csv || !chart {
		return export.Table{}, false
	}
	s, err := readSheet(path, raw)
	if err != nil {
		return export.Table{}, false
	}
	out := export.Table{ID: id, Count: len(s.rows)}
	for i, column := range s.head {
		c := export.Column{Name: column, Type: export.Text}
		if strings.HasSuffix(column, "_min") || strings.HasSuffix(column, "_max") {
			c.Type = export.Number
		}
		c.Key = column == "preuve" || i < pointKey
		out.Columns = append(out.Columns, c)
	}
	out.Rows = func(yield func([]export.Cell) bool) {
		for _, row := range s.rows {
			cells := make([]export.Cell, len(row))
			for i, text := range row {
				cells[i].Text = text
			}
			if !yield(cells) {
				return
			}
		}
	}
	return out, true
}

// pointKey is how many of the first columns of the CSV of a chart name a point with its proof: the indicator
// and the line.
const pointKey = 2
