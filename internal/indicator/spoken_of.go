package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// pair is an amount spoken of with the measure of the same period.
type pair struct {
	claim *dataset.Claim
	point dataset.Point
}

// spokenOf gives the amounts put forward for the periods of a series, each with
// the point that would measure it.
func spokenOf(ds *dataset.Dataset, series string) []pair {
	var out []pair
	s := seriesInHand(ds, series)
	if s == nil {
		return nil
	}
	for _, p := range s.Points {
		for _, c := range p.SpokenOf {
			if c.Value != nil && !c.IsWithdrawn(ds.AsOf) {
				out = append(out, pair{c, p})
			}
		}
	}
	return out
}

// spokenOfAndMeasured shows what was put forward for the periods of a series beside
// what sources measured, each amount a point of its own. Its second line is the
// series; the first has no series.
func spokenOfAndMeasured(ds *dataset.Dataset, d *record.Indicator) Answer {
	a := Answer{Unit: unitOf(ds, d.Unit), Coverage: Coverage{Of: d.Cases}}
	put, measured := amounts(d)
	spoken := Line{Key: put.Key, Label: put.Label, Role: put.Role}
	for _, one := range spokenOf(ds, measured.Series) {
		owner := one.claim.Owner
		spoken.Points = append(spoken.Points,
			Point{Key: one.claim.ID, Label: join(spoken.Label, inWords(one.point.Figure.Period)),
				Period: one.point.Figure.Period, Figure: one.claim.Figure(), Href: &owner})
		a.note(spoken.Label, one.claim.Note)
	}
	fact := Line{Key: measured.Key, Label: measured.Label, Role: measured.Role}
	if s := seriesInHand(ds, measured.Series); s != nil {
		fact.Points = lineOf(measured, s).Points
		for i := range fact.Points {
			fact.Points[i].Label = join(fact.Label, fact.Points[i].Label)
		}
		a.qualify(ds, s, false)
	} else {
		fact = absent(ds, d, measured).Lines[0]
	}
	a.Coverage.Known, a.Coverage.Total = known(fact.Points), len(fact.Points)
	if a.Lines = []Line{spoken, fact}; len(spoken.Points) == 0 {
		a.Lines = []Line{fact}
	}
	a.explain(ds)
	return a
}

// amounts are the line of what was put forward, and that of what was measured.
func amounts(d *record.Indicator) (put, measured record.IndicatorLine) {
	for _, w := range d.Lines {
		if w.Series == "" {
			put = w
		} else {
			measured = w
		}
	}
	return put, measured
}

// shareOfSpokenOf shows which share of each amount put forward was measured.
func shareOfSpokenOf(ds *dataset.Dataset, d *record.Indicator) Answer {
	a := Answer{Unit: unitOf(ds, d.Unit), Coverage: Coverage{Of: d.Cases}}
	as := first(d)
	line := Line{Key: as.Key, Label: as.Label, Role: as.Role}
	for _, one := range spokenOf(ds, as.Series) {
		f := one.share(figureID(d.ID, line.Key, one.claim.ID), as, a.Unit)
		a.Coverage.Total++
		if f.Known() {
			a.Coverage.Known++
		}
		owner := one.claim.Owner
		line.Points = append(line.Points, Point{Key: one.claim.ID, Label: f.Label, Period: f.Period, Figure: f, Href: &owner})
	}
	if len(line.Points) == 0 {
		return absent(ds, d, as)
	}
	a.Lines = []Line{line}
	a.explain(ds)
	return a
}

// share is what was measured over what was spoken of, in percent; unknown when
// no source measured it over the same years, or when sources disagree.
func (one pair) share(id string, as record.IndicatorLine, unit quantity.Unit) figure.Figure {
	put, measured := one.claim.Figure(), one.point.Figure
	label := join(as.Label, inWords(measured.Period))
	f := figure.Figure{ID: id, Label: label, Nature: figure.Computed, State: figure.Unknown, Reason: measured.Reason,
		Unit: unit, Period: measured.Period,
		Rests: figure.Rests{Formula: "measured / amount * 100",
			Words:  say("Le montant mesuré, divisé par le montant avancé.", "The amount measured, over the amount put forward."),
			Inputs: []figure.Input{{Name: "amount", Figure: put}}, Claims: put.Rests.Claims}}
	if f.Reason == "" {
		f.Reason = record.NotCollected // no record says that it was looked for
	}
	if !measured.Known() {
		return f
	}
	share, err := figure.Share(f, figure.Input{Name: "measured", Figure: measured},
		figure.Input{Name: "amount", Figure: put},
		figure.OfStage) // what was put forward is an estimate, what was measured is not
	if err == nil {
		share, err = share.Rounded(1)
	}
	if err != nil {
		return f
	}
	return share
}
