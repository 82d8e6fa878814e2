package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
)

var ownPublications = Indicator{
	ID:       "own-publications",
	Order:    270,
	Title:    say("Ce que les ministères publient d’eux-mêmes", "What ministries publish about themselves"),
	Question: say("À combien de questions chaque ministère répond-il par ses propres publications ?", "How many questions does each ministry answer through its own publications?"),
	Method: say("On pose à chaque ministère les mêmes questions. Une question compte comme répondue par lui quand une de ses publications est parmi les sources de la réponse : un document, une page ou le dépôt public d’un de ses services. "+
		"Les ministères sont rangés par ce nombre, et à égalité par ordre alphabétique : un ex æquo n’est pas un rang. "+
		"C’est ce que nous avons trouvé, et non une note : les services dont le code est ouvert sont mieux connus, une publication a pu nous échapper, et une réponse ailleurs reste une réponse.",
		"The same questions are put to each ministry. A question counts as answered by it when one of its publications is among the sources of the answer: a document, a page or the public repository of one of its services. "+
			"Ministries stand in the order of that number and, when equal, of the alphabet: a tie is not a rank. "+
			"This is what we found, and no mark: services with open code are better known, a publication may have escaped us, and an answer found elsewhere is still an answer."),
	Shape:   Categories,
	Compute: computeOwnPublications,
}

func computeOwnPublications(ds *dataset.Dataset) Answer {
	t := newTally("own-publications", unitOf(ds, "question"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: say("ministères dont une publication répond à une question au moins", "ministries one publication of which answers one question at least")}}
	var ministries []place
	for _, o := range Publishers(ds) {
		ministries = append(ministries, place{key: o.ID, label: o.Name})
		a.Coverage.Total++
		if own(o) > 0 {
			a.Coverage.Known++
		}
		for _, c := range o.Asked {
			if line := saidBy(c); line != "" {
				t.add(line, o.ID, record.Ref{Kind: record.Measures, ID: c.Measure.ID})
			}
		}
	}
	a.Lines = t.lines([]place{
		{key: "own", label: say("Répondue par ses propres publications", "Answered by its own publications"), role: "series3"},
		{key: "others", label: say("Répondue par d’autres seulement", "Answered by others only"), role: "series5"},
		{key: "none", label: say("Sans réponse", "Without an answer"), role: "unknown"},
	}, ministries)
	return a
}

// Publishers lists the ministries by the number of questions that their own
// publications answer; those that are equal stand in the order of identifiers.
func Publishers(ds *dataset.Dataset) []*dataset.Organisation {
	var out []*dataset.Organisation
	for _, o := range ds.Organisations {
		if o.Kind == record.Ministry {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *dataset.Organisation) int { return cmp.Compare(own(b), own(a)) })
	return out
}

// QuestionsPut is the number of questions that are put to a body.
func QuestionsPut(ds *dataset.Dataset, o *dataset.Organisation) figure.Figure {
	var refs []record.Ref
	for _, c := range o.Asked {
		if AnswerTo(c) != "" {
			refs = append(refs, record.Ref{Kind: record.Measures, ID: c.Measure.ID})
		}
	}
	f := counted("", "", "", join(o.Name, say("questions posées", "questions asked")), unitOf(ds, "question"), refs)
	f.ID = "silences/body/" + o.ID + "/asked"
	return f
}

// OwnCases is the number of services of a body whose hosting its own
// publications tell.
func OwnCases(ds *dataset.Dataset, o *dataset.Organisation) figure.Figure {
	var refs []record.Ref
	for _, m := range o.Migrations {
		if slices.ContainsFunc(m.Claims, func(c *dataset.Claim) bool { return c.PublishedBy(o) }) {
			refs = append(refs, record.Ref{Kind: record.Migrations, ID: m.ID})
		}
	}
	f := counted("", "", "", join(o.Name, say("services dont il publie l’hébergement", "services whose hosting it publishes")), unitOf(ds, "service"), refs)
	f.ID = "silences/body/" + o.ID + "/own-cases"
	return f
}

func own(o *dataset.Organisation) int {
	n := 0
	for _, c := range o.Asked {
		if saidBy(c) == "own" {
			n++
		}
	}
	return n
}

// saidBy tells who answers the question of a cell: the body itself, others or
// nobody; nothing when it is not asked.
func saidBy(c dataset.Cell) string {
	switch {
	case AnswerTo(c) == "":
		return ""
	case AnswerTo(c) != Given:
		return "none"
	case c.Own():
		return "own"
	}
	return "others"
}
