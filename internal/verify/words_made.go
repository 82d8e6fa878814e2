package verify

import (
	"vigie/internal/chart/sentence"
	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/formula"
	"vigie/internal/value/lang"
)

// What is made of records has words of its own: figures, indicators and tables.

// in is a text as a page in a language shows it.
func (t *truth) in(l lang.Lang, text lang.Text) string {
	words, _ := t.site.Theme.Sentences.In(l, text)
	return words
}

// ownFigure gives a figure its words, its value and its formula with the values in it.
func (t *truth) ownFigure(f figure.Figure) {
	o := t.owner("figures/" + f.ID)
	for _, l := range t.site.Config.Languages {
		o.add(t.in(l, f.Label), t.in(l, f.Note), t.in(l, f.Rests.Words), t.in(l, f.Period.Words()), f.Text(l), f.Exact(),
			f.ID)
		if e, err := formula.Parse(f.Rests.Formula); err == nil {
			o.add(e.Substitute(func(name string) string {
				for _, in := range f.Rests.Inputs {
					if in.Name == name {
						return in.Figure.Text(l)
					}
				}
				return name
			}))
		}
	}
	if who := t.owners[record.Ref{Kind: record.Perimeters, ID: f.Perimeter}.String()]; who != nil {
		o.texts = append(o.texts, who.texts...)
	}
	t.locate("figures/"+f.ID, func(l lang.Lang) string { return t.proofOf(l, f) })
}

// ownIndicator gives an indicator its words, those of its points, and its sentences.
func (t *truth) ownIndicator(r indicator.Result) {
	o := t.owner("indicators/" + r.ID)
	for _, l := range t.site.Config.Languages {
		o.add(t.in(l, r.Title), t.in(l, r.Question), t.in(l, r.Method),
			sentence.Coverage(r, l, t.site.Theme.Sentences).Plain(),
			t.in(l, t.data.AsOf.Words()))
		for _, s := range sentence.Sentences(r, t.data.AsOf, l, t.site.Theme.Sentences) {
			o.add(s.Plain())
			for _, in := range s.Parts {
				o.add(in.Text)
			}
		}
		f := t.faces[r.ID+"."+string(l)]
		o.add(f.Notes...)
		for _, row := range f.Table.Rows {
			o.add(row.Head)
			for _, c := range row.Cells {
				o.add(c.Text)
			}
		}
		for _, line := range r.Lines {
			o.add(t.in(l, line.Label))
			for _, p := range line.Points {
				o.add(t.in(l, p.Label), t.in(l, p.Break), t.in(l, p.Period.Words()), t.in(l, p.Period.From.Words()),
					t.in(l, p.Period.To.Words()), p.Figure.Text(l))
				o.add(short(l, p.Figure)...)
				o.add(t.brief(l, p.Period)...)
			}
		}
	}
	t.locate("indicators/"+r.ID, func(l lang.Lang) string { return t.site.Href(l, "indicators") + r.ID + "/" })
}

// ownTable gives a table of the downloads what is said of it and of its columns.
func (t *truth) ownTable(table export.Table) {
	o := t.owner("tables/" + table.ID)
	o.add(append(table.Title.All(), table.About.All()...)...)
	for _, c := range table.Columns {
		o.add(append(c.Label.All(), c.Meaning.All()...)...)
		for _, code := range c.Codes {
			o.add(code.Label.All()...)
		}
	}
	t.locate("tables/"+table.ID, func(l lang.Lang) string { return t.site.DatasetHref(l, table.Slug) })
}
