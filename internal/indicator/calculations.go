package indicator

import (
	"cmp"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// calculations shows calculations side by side, each a point: our own arithmetic, which
// leads to its formula and to its inputs.
func calculations(ds *dataset.Dataset, d *record.Indicator) Answer {
	as := first(d)
	a := Answer{Unit: unitOf(ds, d.Unit), Coverage: Coverage{Unknown: true, Of: d.Cases}} // somebody chose them
	line := Line{Key: as.Key, Label: as.Label, Role: as.Role}
	for _, w := range d.Lines {
		for _, id := range w.Calculations {
			c := ds.CalculationByID(id)
			if c == nil || c.IsWithdrawn(ds.AsOf) {
				continue
			}
			label := w.Label
			if label.IsZero() {
				label = c.Title
			}
			if !c.Figure.Period.IsZero() {
				label = join(label, inWords(c.Figure.Period))
			}
			line.Points = append(line.Points, Point{Key: w.Key, Label: label, Period: c.Figure.Period, Figure: c.Figure,
				Href: &record.Ref{Kind: record.Calculations, ID: c.ID}})
			a.note(cmp.Or(w.Label, c.Title), c.Warning)
		}
	}
	if len(line.Points) == 0 {
		return absent(ds, d, as)
	}
	a.Lines, a.Coverage.Known = []Line{line}, known(line.Points)
	a.Notes = append([]lang.Text{say("Ce sont des calculs de ce site : chacun mène à sa formule et à ce qu’il "+
		"additionne ou divise.",
		"These are calculations of this site: each leads to its formula and to what it adds or divides.")}, a.Notes...)
	return a
}
