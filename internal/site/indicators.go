package site

import (
	"iter"

	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// IndicatorsPage lists the questions that the site answers.
type IndicatorsPage struct {
	Rows []IndicatorRow
}

// IndicatorRow is a question with where it is answered.
type IndicatorRow struct {
	ID        string
	Indicator Link
	Question  string
	Coverage  Sentence
}

// IndicatorPage shows one indicator in full.
type IndicatorPage struct {
	Chart  *Chart
	Points []IndicatorPoint // each point with the records behind it
	Claims []Claim          // that qualify the whole

	Elsewhere *Elsewhere // how others show the chart; nil where it has no drawing
}

// IndicatorPoint is a point with what it rests on.
type IndicatorPoint struct {
	Line, Label string
	Figure      Figure
	Records     []Link
	Behind      *Link // the proof that lists the records, where those of all points are too many for one page
}

func indicatorPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		body := IndicatorsPage{}
		for _, r := range v.site.Indicators {
			v.computed(r.ID)
			row := IndicatorRow{ID: r.ID,
				Indicator: Link{Href: v.site.Href(v.l, "indicators") + r.ID + "/", Text: v.text(r.Title)},
				Question:  v.text(r.Question)}
			if c, ok := v.chart(r.ID); ok {
				row.Coverage = c.Coverage
			}
			body.Rows = append(body.Rows, row)
		}
		if !yield(v.answering("indicators", "indicators", body)) {
			return
		}
		for _, r := range v.site.Indicators {
			if !yield(v.indicator(r)) {
				return
			}
			if p, ok := v.embed(r); ok && !yield(p) {
				return
			}
		}
		v.findingsPages(yield)
	}
}

func (v view) indicator(r indicator.Result) Page {
	v.computed(r.ID)
	body := IndicatorPage{Chart: v.optionalChart(r.ID), Claims: v.claims(v.site.Data.ClaimsOf(r.Claims))}
	behind := 0
	for _, l := range r.Lines {
		for _, p := range l.Points {
			behind += len(p.Figure.Rests.Records)
		}
	}
	for _, l := range r.Lines {
		for _, p := range l.Points {
			one := IndicatorPoint{Line: v.text(l.Label), Label: v.placeOf(p), Figure: v.figure(p.Figure)}
			switch {
			case behind <= mostRows:
				one.Records = v.records(p.Figure)
			case len(p.Figure.Rests.Records) > 0:
				one.Behind = &Link{Href: one.Figure.Href + "#" + recordsAnchor, Text: v.word("indicator.records")}
			}
			body.Points = append(body.Points, one)
		}
	}
	title := v.text(r.Title)
	if body.Chart != nil {
		body.Elsewhere = v.elsewhere(r)
	}
	p := v.below("indicators", lang.Name(r.ID), "indicator", title, v.text(r.Question), body)
	p.Picture = v.pictured(r.ID, title)
	return p
}

// recordsAnchor is where a proof lists the records that its figure counts.
const recordsAnchor = "records"

// placeOf names the place of a point: its label, or else its period.
func (v view) placeOf(p indicator.Point) string {
	if s := v.text(p.Label); s != "" {
		return s
	}
	return v.when(p.Period)
}

// records links to the records that a figure counts.
func (v view) records(f figure.Figure) []Link {
	var out []Link
	for _, ref := range f.Rests.Records {
		out = append(out, v.owner(ref))
	}
	return out
}
