package site

import (
	"html/template"

	"vigie/internal/chart"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
)

// Chart is a chart as a page shows it: drawing, sentences, table, downloads.
type Chart struct {
	ID         string
	Title      string
	Concludes  string   // its language, where it is not that of the page
	Conclusion []Inline // what the chart shows, as its title; empty where none is declared
	Question   string
	Method     string
	Coverage   Sentence
	Sentences  []Sentence
	Notes      []string
	Wide       template.HTML // SVG
	Narrow     template.HTML // SVG
	Options    template.JS   // ECharts option of Wide, read by the script from a data block
	Small      template.JS   // that of Narrow
	Table      Table
	Apart      bool   // its table stands on the page of the indicator alone
	CSV, JSON  string // addresses of the downloads
	Page       string // address of the page of the indicator
}

// Sentence is a sentence that the program composed.
type Sentence struct {
	Spoken string // its language, where it is not that of the page
	Parts  []Inline
}

// sentence makes the view of a sentence.
func (v view) sentence(s chart.Sentence) Sentence {
	out := Sentence{Parts: v.inline(s.Parts)}
	if s.Spoken != v.l {
		out.Spoken = string(s.Spoken)
	}
	return out
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

// chartFiles is where a chart stands and is downloaded, with its title alone.
func (v view) chartFiles(id string) (Chart, bool) {
	f, ok := v.site.Charts[id][v.l]
	if !ok {
		return Chart{}, false
	}
	v.note(trace.Named, thing(record.Ref{Kind: record.Indicators, ID: id}))
	base := "/" + v.placed().Charts + id + "." + string(v.l)
	return Chart{ID: f.ID, Title: f.Title, CSV: base + ".csv", JSON: base + ".json",
		Page: v.site.Href(v.l, "indicators") + id + "/"}, true
}

// chart makes the view of the chart of an indicator.
func (v view) chart(id string) (Chart, bool) {
	c, ok := v.chartFiles(id)
	if !ok {
		return c, false
	}
	v.computed(id)
	v.chartWords()
	f := v.site.Charts[id][v.l]
	c.Question, c.Method, c.Coverage, c.Notes = f.Question, f.Method, v.sentence(f.Coverage), f.Notes
	c.Wide, c.Narrow, c.Options = template.HTML(f.Wide), template.HTML(f.Narrow), template.JS(f.Options)
	c.Small = template.JS(f.Small)
	c.Concludes, c.Conclusion, c.Table = string(f.Concludes), v.inline(f.Conclusion), v.table(f.Table)
	for _, text := range f.English {
		v.stands(text)
	}
	for _, s := range f.Sentences {
		c.Sentences = append(c.Sentences, v.sentence(s))
	}
	return c, true
}

// chartWords notes the words of the theme that a chart may show: those of states and of reasons.
func (v view) chartWords() {
	if v.notes == nil {
		return
	}
	v.add(v.site.setOf("chart-words", "", func(log *trace.Log) {
		note := func(family, code string) { log.Note(0, trace.Thing{Of: trace.Words, ID: family + code}) }
		for _, s := range dataset.Standings() {
			note("drawn.", string(s))
			note("standing.", string(s))
		}
		for _, o := range dataset.Outcomes() {
			note("drawn.", string(o))
			note("outcome.", string(o))
		}
		for _, r := range record.Reasons() {
			note("reason.", string(r))
		}
	}))
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
