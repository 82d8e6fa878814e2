package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/record"
)

var commitments = Indicator{
	ID:       "commitments",
	Order:    180,
	Title:    say("Engagements et leurs échéances", "Commitments and their deadlines"),
	Question: say("Qu’a-t-on promis, pour quand, et qu’en est-il ?", "What was promised, by when, and what became of it?"),
	Method: say("Un engagement a un auteur public, un jour, un objet vérifiable et une échéance. Son état est calculé à la date de référence : d’après la série qui le mesure, sinon d’après la dernière preuve lue, sinon il est en cours avant l’échéance et invérifiable après. "+
		"Invérifiable veut dire que rien de ce qui a été lu ne permet de trancher.",
		"A commitment has a public author, a day, an object that can be checked and a deadline. Its state is computed on the day of reference: from the series that measures it, or else from the last evidence read, or else it is under way before its deadline and unverifiable after it. "+
			"Unverifiable means that nothing that was read allows to decide."),
	Shape:   Deadlines,
	Compute: computeCommitments,
}

func computeCommitments(ds *dataset.Dataset) Answer {
	a := Answer{Unit: unitOf(ds, "commitment"), Coverage: selected(ds)}
	line := Line{Key: "commitments", Label: say("Engagements", "Commitments"), Role: "target"}
	for _, c := range inHand(ds, ds.Commitments) {
		f := c.Promised
		if f.ID == "" { // promised without a number
			f = unknown("commitments", line.Key, c.ID, c.Title, f.Unit, record.NotApplicable)
			for _, cl := range c.Claims {
				f.Rests.Claims = append(f.Rests.Claims, cl.ID)
			}
		}
		line.Points = append(line.Points, Point{Key: c.ID, Label: c.Title, Period: spanOf(c), Figure: f, State: string(c.Outcome), Seen: seenOn(c),
			Href: &record.Ref{Kind: record.Commitments, ID: c.ID}})
	}
	slices.SortStableFunc(line.Points, func(a, b Point) int { return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Key, b.Key)) })
	a.Lines = []Line{line}
	return a
}

// seenOn is the day of what judges a commitment.
func seenOn(c *dataset.Commitment) cal.Date {
	switch {
	case c.Judged != nil:
		return c.Judged.On
	case c.Measured != nil:
		return c.Measured.Figure.Period.From
	}
	return cal.Date{}
}

// spanOf is the time of a commitment: from its announcement to its deadline,
// open when it has none.
func spanOf(c *dataset.Commitment) cal.Period {
	if c.Deadline == nil {
		return cal.Between(c.Announced, cal.Date{})
	}
	return cal.Between(c.Announced, *c.Deadline)
}

// selected counts the commitments in hand: those that sources allowed to find, out
// of a number that nobody knows.
func selected(ds *dataset.Dataset) Coverage {
	return Coverage{Known: len(inHand(ds, ds.Commitments)), Unknown: true, Of: say("promesses faites", "promises made")}
}

var commitmentsByOutcome = Indicator{
	ID:       "commitments-by-outcome",
	Order:    190,
	Title:    say("Engagements selon ce qu’ils sont devenus", "Commitments by what became of them"),
	Question: say("Que sont devenues les promesses suivies ici ?", "What became of the promises followed here?"),
	Method: say("Nombre d’engagements suivis ici dans chaque état, calculé à la date de référence. C’est une sélection, celle des promesses que des sources ont permis de trouver, et non toutes celles qui ont été faites : ce n’est ni un taux ni une note."+
		" Un engagement a un auteur public, un jour, un objet vérifiable et une échéance.",
		"Number of commitments followed here in each state, computed on the day of reference. It is a selection, of the promises that sources allowed to find, and not of all those that were made: this is neither a rate nor a score."+
			" A commitment has a public author, a day, an object that can be checked and a deadline."),
	Shape:   Categories,
	Compute: computeCommitmentsByOutcome,
}

func computeCommitmentsByOutcome(ds *dataset.Dataset) Answer {
	t := newTally("commitments-by-outcome", unitOf(ds, "commitment"))
	for _, c := range inHand(ds, ds.Commitments) {
		t.add("commitments", string(c.Outcome), record.Ref{Kind: record.Commitments, ID: c.ID})
	}
	var outcomes []place
	for _, o := range dataset.Outcomes() {
		outcomes = append(outcomes, place{key: string(o), label: outcomeWord(o)})
	}
	return Answer{Unit: t.unit, Coverage: selected(ds),
		Lines: t.lines([]place{{key: "commitments", label: say("Engagements", "Commitments"), role: "series1"}}, outcomes)}
}
