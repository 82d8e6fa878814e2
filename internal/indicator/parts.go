package indicator

import (
	"cmp"
	"fmt"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// parts shows the parts of a total in the last period that one of them gives: series
// of one provider each, the largest first, and what is left of the total that their
// perimeter rests on.
func parts(ds *dataset.Dataset, d *record.Indicator) Answer {
	shares, period := detailed(ds, d)
	as := first(d)
	if len(shares) == 0 {
		return absent(ds, d, as)
	}
	a := Answer{Unit: shares[0].Unit, Coverage: Coverage{Unknown: true, Of: d.Cases}}
	line := Line{Key: figure.Slug(period), Label: join(as.Label, inWords(period)), Role: as.Role}
	for _, s := range shares {
		p, _ := s.Point(period.String())
		if p.Figure.Known() {
			a.Coverage.Known++
		}
		line.Points = append(line.Points, Point{Key: s.Provider.ID, Label: s.Provider.Name, Period: period, Figure: p.Figure,
			Href: &record.Ref{Kind: record.Providers, ID: s.Provider.ID}})
		a.qualify(ds, s, false)
	}
	slices.SortStableFunc(line.Points, func(a, b Point) int {
		return cmp.Or(b.Figure.Value.High.Cmp(a.Figure.Value.High), cmp.Compare(a.Key, b.Key))
	})
	line.Points = append(line.Points,
		Point{Key: "others", Label: say("Autres, non nommés", "Others, not named"), Period: period,
			Figure: rest(figureID(d.ID, line.Key, "others"), a.Unit, period, totalBehind(shares), line.Points)})
	a.Lines = []Line{line}
	a.explain(ds)
	return a
}

// detailed gives the series of the parts, in the last period that one of them gives.
func detailed(ds *dataset.Dataset, d *record.Indicator) ([]*dataset.Series, cal.Period) {
	var found []*dataset.Series
	var period cal.Period
	for _, w := range d.Lines {
		s := seriesInHand(ds, w.Series)
		if s == nil || s.Provider == nil {
			continue
		}
		found = append(found, s)
		if p, ok := s.Latest(ds.AsOf); ok && p.Figure.Period.Compare(period) > 0 {
			period = p.Figure.Period
		}
	}
	found = slices.DeleteFunc(found, func(s *dataset.Series) bool {
		_, given := s.Point(period.String())
		return !given
	})
	return found, period
}

// totalBehind is the claim of the total that the perimeter of the series rests
// on; nil when it names none with a number.
func totalBehind(shares []*dataset.Series) *dataset.Claim {
	if p := shares[0].Perimeter; p != nil {
		for _, c := range p.Claims {
			if c.Value != nil && !c.Value.IsRange() && c.Unit.ID == shares[0].Unit.ID {
				return c
			}
		}
	}
	return nil
}

// rest is the total less the parts. It is unknown when the total or a part is,
// or when a part is disputed.
func rest(id string, unit quantity.Unit, period cal.Period, total *dataset.Claim, parts []Point) figure.Figure {
	f := figure.Figure{ID: id, Label: say("Autres fournisseurs, non nommés", "Other suppliers, not named"),
		Nature: figure.Computed,
		State:  figure.Unknown, Reason: record.NotCollected, Unit: unit, Period: period,
		Note: say("Un calcul, que la source ne donne pas.", "A calculation, which the source does not give.")}
	if total == nil {
		return f
	}
	f.Rests.Words = say("Le total donné par la même source, moins chaque fournisseur nommé.",
		"The total given by the same source, less each supplier named.")
	named := make([]figure.Input, len(parts))
	for i, p := range parts {
		named[i] = figure.Input{Name: fmt.Sprintf("part%d", i+1), Figure: p.Figure}
	}
	// the perimeter of the parts is what one source detailed of this very total,
	// which stands with the totals of other sources
	left, err := figure.Difference(f, figure.Input{Name: "total", Figure: total.Figure()}, named, figure.OfPerimeter)
	if err == nil && left.Value.Low.IsNeg() {
		left.State, left.Reason = figure.Unknown, record.NotCollected
	}
	return left
}
