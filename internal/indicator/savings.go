package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/quantity"
	"vigie/internal/record"
)

var savings = Indicator{
	ID:       "savings",
	Title:    say("Économies du cloud : ce dont on a parlé, et ce qui est documenté", "Cloud savings: what was spoken of, and what is documented"),
	Question: say("Les économies dont on a parlé ont-elles eu lieu ?", "Did the savings that were spoken of happen?"),
	Method: say("Le montant dont on a parlé est une estimation ; rien de ce qui a été lu ne montre quelqu’un s’y engager : il n’est ni un fait ni une promesse. Le montant documenté est ce qu’une source a mesuré après coup ; "+
		"quand aucune mesure n’en est connue, il est inconnu, ce qui n’est pas zéro.",
		"The amount spoken of is an estimate; nothing that was read shows anyone committing to it: it is neither a fact nor a promise. The amount documented is what a source measured afterwards; "+
			"when no measurement of it is known, it is unknown, which is not zero."),
	Shape:   Categories,
	Compute: computeSavings,
}

const savingsSeries = "savings-documented"

// promises gives the commitments that a series measures, with a number.
func promises(ds *dataset.Dataset, series string) []*dataset.Commitment {
	var out []*dataset.Commitment
	for _, c := range inHand(ds, ds.Commitments) {
		if c.Target != nil && c.Target.Series == series && c.Promised.Known() {
			out = append(out, c)
		}
	}
	return out
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

// pair is an amount spoken of with the measure of the same period.
type pair struct {
	claim *dataset.Claim
	point dataset.Point
}

func computeSavings(ds *dataset.Dataset) Answer {
	a := Answer{Unit: unitOf(ds, "eur"), Coverage: Coverage{Of: say("montants qu’une source a mesurés", "amounts that a source measured")}}
	spoken := Line{Key: "spoken-of", Label: say("Avancé (estimation)", "Put forward (estimate)"), Role: "spoken-of"}
	for _, one := range spokenOf(ds, savingsSeries) {
		owner := one.claim.Owner
		spoken.Points = append(spoken.Points, Point{Key: one.claim.ID, Label: join(spoken.Label, inWords(one.point.Figure.Period)),
			Period: one.point.Figure.Period, Figure: one.claim.Figure(), Href: &owner})
		a.note(spoken.Label, one.claim.Note)
	}
	fact := Line{Key: "documented", Label: say("Documenté", "Documented"), Role: "series1"}
	if s := seriesInHand(ds, savingsSeries); s != nil {
		fact.Points = told{series: savingsSeries}.line(s).Points
		for i := range fact.Points {
			fact.Points[i].Label = join(fact.Label, fact.Points[i].Label)
		}
		a.qualify(ds, s, false)
	} else {
		fact = absent(ds, "savings", "eur", told{key: fact.Key, label: fact.Label, role: fact.Role}).Lines[0]
	}
	a.Coverage.Known, a.Coverage.Total = known(fact.Points), len(fact.Points)
	if a.Lines = []Line{spoken, fact}; len(spoken.Points) == 0 {
		a.Lines = []Line{fact}
	}
	a.explain(ds)
	return a
}

var savingsDocumentedShare = Indicator{
	ID:       "savings-documented-share",
	Title:    say("Part des économies avancées qui est documentée", "Share of the savings put forward that is documented"),
	Question: say("Quelle part des économies dont on a parlé peut-on vérifier ?", "How much of the savings that were spoken of can be verified?"),
	Method: say("Le montant documenté divisé par le montant avancé pour les mêmes années. Inconnu tant qu’aucune mesure n’est connue : ne rien savoir n’est pas « 0 % ».",
		"The amount documented over the amount put forward for the same years. Unknown as long as no measurement is known: to know nothing is not “0%”."),
	Shape:   Categories,
	Compute: computeSavingsDocumentedShare,
}

func computeSavingsDocumentedShare(ds *dataset.Dataset) Answer {
	const id = "savings-documented-share"
	a := Answer{Unit: unitOf(ds, "percent"), Coverage: Coverage{Of: say("montants avancés que l’on peut vérifier", "amounts put forward that can be verified")}}
	line := Line{Key: "share", Label: say("Part documentée", "Share documented"), Role: "series1"}
	for _, one := range spokenOf(ds, savingsSeries) {
		f := one.share(figureID(id, line.Key, one.claim.ID), a.Unit)
		a.Coverage.Total++
		if f.Known() {
			a.Coverage.Known++
		}
		owner := one.claim.Owner
		line.Points = append(line.Points, Point{Key: one.claim.ID, Label: f.Label, Period: f.Period, Figure: f, Href: &owner})
	}
	if len(line.Points) == 0 {
		return absent(ds, id, "percent", told{key: line.Key, label: line.Label, role: line.Role})
	}
	a.Lines = []Line{line}
	a.explain(ds)
	return a
}

// share is what was measured over what was spoken of, in percent; unknown when
// no source measured it over the same years, or when sources disagree.
func (one pair) share(id string, unit quantity.Unit) figure.Figure {
	put, measured := one.claim.Figure(), one.point.Figure
	label := join(say("Part documentée", "Share documented"), inWords(measured.Period))
	f := figure.Figure{ID: id, Label: label, Nature: figure.Computed, State: figure.Unknown, Reason: measured.Reason, Unit: unit, Period: measured.Period,
		Rests: figure.Rests{Formula: "measured / amount * 100", Words: say("Le montant mesuré, divisé par le montant avancé.", "The amount measured, over the amount put forward."),
			Inputs: []figure.Input{{Name: "amount", Figure: put}}, Claims: put.Rests.Claims}}
	if f.Reason == "" {
		f.Reason = record.NotCollected // no record says that it was looked for
	}
	if !measured.Known() {
		return f
	}
	share, err := figure.Share(f, figure.Input{Name: "measured", Figure: measured}, figure.Input{Name: "amount", Figure: put},
		figure.OfStage) // what was put forward is an estimate, what was measured is not
	if err == nil {
		share, err = share.Rounded(1)
	}
	if err != nil {
		return f
	}
	return share
}
