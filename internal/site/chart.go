package site

import (
	"html/template"

	"vigie/internal/chart"
)

// Chart is a chart as a page shows it: drawing, sentences, table, downloads.
type Chart struct {
	ID        string
	Title     string
	Question  string
	Method    string
	Coverage  []Inline
	Sentences [][]Inline
	Notes     []string
	Wide      template.HTML // SVG
	Narrow    template.HTML // SVG
	Options   template.JS   // ECharts option, read by the script from a data block
	Table     Table
	CSV, JSON string // addresses of the downloads
	Page      string // address of the page of the indicator
}

// Table is a table as a page shows it.
type Table struct {
	Caption, Corner string
	Head            []string
	Rows            []TableRow
}

// TableRow is a row with its header cell.
type TableRow struct {
	Head  string
	Cells []Cell
}

// Cell is a figure or a few words.
type Cell struct {
	Figure *Figure
	Text   string
}

// chart makes the view of the chart of an indicator.
func (v view) chart(id string) (Chart, bool) {
	f, ok := v.site.Charts[id][v.l]
	if !ok {
		return Chart{}, false
	}
	c := Chart{ID: f.ID, Title: f.Title, Question: f.Question, Method: f.Method, Coverage: v.inline(f.Coverage), Notes: f.Notes,
		Wide: template.HTML(f.Wide), Narrow: template.HTML(f.Narrow), Options: template.JS(f.Options),
		Table: v.table(f.Table), CSV: "/donnees/graphiques/" + id + "." + string(v.l) + ".csv", JSON: "/donnees/graphiques/" + id + "." + string(v.l) + ".json",
		Page: v.site.Href(v.l, "indicators") + id + "/"}
	for _, s := range f.Sentences {
		c.Sentences = append(c.Sentences, v.inline(s))
	}
	return c, true
}

func (v view) table(t chart.Table) Table {
	out := Table{Caption: t.Caption, Corner: t.Corner, Head: t.Head}
	for _, r := range t.Rows {
		row := TableRow{Head: r.Head}
		for _, c := range r.Cells {
			cell := Cell{Text: c.Text}
			if c.Figure != nil {
				f := v.figure(*c.Figure)
				cell.Figure = &f
			}
			row.Cells = append(row.Cells, cell)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
