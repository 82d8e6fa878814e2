package indicator

import (
	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/lang"
	"vigie/internal/quantity"
	"vigie/internal/record"
)

var savings = Indicator{
	ID:       "savings",
	Title:    say("Économies du cloud : promises et documentées", "Cloud savings: promised and documented"),
	Question: say("Les économies annoncées ont-elles eu lieu ?", "Did the savings that were announced happen?"),
	Method: say("Le montant promis est un objectif et n’est jamais un fait. Le montant documenté est ce qu’une source a mesuré après coup ; "+
		"quand personne ne l’a mesuré, il est inconnu, ce qui n’est pas zéro.",
		"The amount promised is a target and never a fact. The amount documented is what a source measured afterwards; "+
			"when nobody measured it, it is unknown, which is not zero."),
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

func computeSavings(ds *dataset.Dataset) Answer {
	a := Answer{Unit: unitOf(ds, "eur"), Coverage: Coverage{Of: say("montants qu’une source a mesurés", "amounts that a source measured")}}
	target := Line{Key: "target", Label: say("Promis (objectif)", "Promised (target)"), Role: "target"}
	for _, c := range promises(ds, savingsSeries) {
		label := target.Label
		if c.Deadline != nil {
			due := inWords(cal.At(*c.Deadline))
			label = join(label, lang.Text{FR: "échéance " + due.FR, EN: "due " + due.EN})
		}
		target.Points = append(target.Points, Point{Key: c.ID, Label: label, Period: spanOf(c), Figure: c.Promised,
			Href: &record.Ref{Kind: record.Commitments, ID: c.ID}})
		a.note(c.Title, c.Note)
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
	if a.Lines = []Line{target, fact}; len(target.Points) == 0 {
		a.Lines = []Line{fact}
	}
	a.explain(ds)
	return a
}

var savingsDocumentedShare = Indicator{
	ID:       "savings-documented-share",
	Title:    say("Part des économies promises qui est documentée", "Share of the promised savings that is documented"),
	Question: say("Quelle part de la promesse peut-on vérifier ?", "How much of the promise can be verified?"),
	Method: say("Le montant documenté divisé par le montant promis, sur les mêmes années. Inconnu tant que personne n’a mesuré : ne rien savoir n’est pas « 0 % ».",
		"The amount documented over the amount promised, over the same years. Unknown as long as nobody has measured: to know nothing is not “0%”."),
	Shape:   Categories,
	Compute: computeSavingsDocumentedShare,
}

func computeSavingsDocumentedShare(ds *dataset.Dataset) Answer {
	const id = "savings-documented-share"
	a := Answer{Unit: unitOf(ds, "percent"), Coverage: Coverage{Of: say("promesses chiffrées que l’on peut vérifier", "promises with a number that can be verified")}}
	line := Line{Key: "share", Label: say("Part documentée", "Share documented"), Role: "series1"}
	for _, c := range promises(ds, savingsSeries) {
		f := shareOf(c, figureID(id, line.Key, c.ID), a.Unit)
		a.Coverage.Total++
		if f.Known() {
			a.Coverage.Known++
		}
		line.Points = append(line.Points, Point{Key: c.ID, Label: c.Title, Period: spanOf(c), Figure: f, Href: &record.Ref{Kind: record.Commitments, ID: c.ID}})
	}
	if len(line.Points) == 0 {
		return absent(ds, id, "percent", told{key: line.Key, label: line.Label, role: line.Role})
	}
	a.Lines = []Line{line}
	a.explain(ds)
	return a
}

// shareOf is what was measured over what was promised, in percent; unknown when
// nobody measured it over the years of the promise, or when sources disagree.
func shareOf(c *dataset.Commitment, id string, unit quantity.Unit) figure.Figure {
	f := figure.Figure{ID: id, Label: c.Title, Nature: figure.Computed, State: figure.Unknown, Reason: c.Unmeasured, Unit: unit, Period: spanOf(c),
		Rests: figure.Rests{Formula: "measured / promised * 100", Words: say("Le montant mesuré, divisé par le montant promis.", "The amount measured, over the amount promised."),
			Inputs: []figure.Input{{Name: "promised", Figure: c.Promised}}, Claims: c.Promised.Rests.Claims}}
	if f.Reason == "" {
		f.Reason = record.NotPublished
	}
	if c.Measured == nil {
		return f
	}
	measured, promised := figure.Input{Name: "measured", Figure: c.Measured.Figure}, figure.Input{Name: "promised", Figure: c.Promised}
	share, err := figure.Share(f, measured, promised, figure.OfStage) // what was promised is a target, what was measured is not
	if err == nil {
		share, err = share.Rounded(1)
	}
	if err != nil {
		return f
	}
	return share
}
