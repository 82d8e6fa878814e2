package site

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// SeriesView is a series as a small table.
type SeriesView struct {
	ID        string
	Title     string
	Measure   string
	Perimeter string
	Basis     string
	Note      string
	Points    []PointView
}

// PointView is a point of a series with its claims.
type PointView struct {
	Period string
	Figure Figure
	Note   string
	Break  string
	Claims []Claim
}

func (v view) series(s *dataset.Series) SeriesView {
	v.shows(record.SeriesKind, s.ID)
	out := SeriesView{ID: s.ID, Title: v.text(s.Title), Basis: v.basis(s.Basis), Note: v.text(s.Note)}
	if s.Measure != nil {
		out.Measure = v.text(s.Measure.Title)
	}
	if s.Perimeter != nil {
		out.Perimeter = v.text(s.Perimeter.Title)
	}
	for _, p := range s.Points {
		pv := PointView{Period: v.when(p.Figure.Period), Figure: v.figure(p.Figure), Note: v.text(p.Note),
			Break: v.text(p.Break), Claims: v.claims(p.Claims)}
		if pv.Period == "" {
			pv.Period = v.word("undated")
		}
		out.Points = append(out.Points, pv)
	}
	return out
}

func (v view) allSeries(list []*dataset.Series) []SeriesView {
	var out []SeriesView
	for _, s := range list {
		out = append(out, v.series(s))
	}
	return out
}

// basis writes an accounting basis in words: "commandé, hors taxes ou TTC : non précisé, par an".
func (v view) basis(b quantity.Basis) string {
	var out string
	add := func(key string) {
		if out != "" {
			out += ", "
		}
		out += v.word(key)
	}
	if b.Stage != "" {
		add("stage." + string(b.Stage))
	}
	if b.Tax != "" {
		add("tax." + string(b.Tax))
	}
	if b.Accumulation != "" {
		add("accumulation." + string(b.Accumulation))
	}
	return out
}
