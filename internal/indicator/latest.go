package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
)

// latest shows the last point of each series as a category: amounts of different
// perimeters, set beside each other and never joined.
func latest(ds *dataset.Dataset, d *record.Indicator) Answer {
	var a Answer
	as := first(d)
	line := Line{Key: as.Key, Label: as.Label, Role: as.Role}
	for _, w := range d.Lines {
		s := seriesInHand(ds, w.Series)
		if s == nil || len(s.Points) == 0 {
			continue
		}
		p, ok := s.Latest(ds.AsOf)
		if !ok {
			p = s.Points[len(s.Points)-1]
		}
		a.Unit = s.Unit
		label := w.Label
		if !p.Figure.Period.IsZero() {
			label = join(label, inWords(p.Figure.Period))
		}
		line.Points = append(line.Points, Point{Key: w.Key, Label: label, Period: p.Figure.Period, Figure: p.Figure,
			Href: &record.Ref{Kind: record.SeriesKind, ID: s.ID}})
		a.qualify(ds, s, true)
	}
	if len(line.Points) == 0 {
		return absent(ds, d, as)
	}
	a.Lines = []Line{line}
	a.Coverage = Coverage{Known: known(line.Points), Unknown: true, Of: d.Cases} // somebody chose them
	a.explain(ds)
	return a
}
