package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func computeOwnPublications(ds *dataset.Dataset) Answer {
	t := newTally("own-publications", unitOf(ds, "question"))
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Of: say("{kinds} dont une publication répond à une question au moins",
			"{kinds} one publication of which answers one question at least").
			With(lang.In("kinds", comparedKinds(ds)))}}
	var bodies []place
	for _, o := range Publishers(ds) {
		bodies = append(bodies, place{key: o.ID, label: o.Name})
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
		{key: "own", label: say("Répondue par ses propres publications", "Answered by its own publications"),
			role: "series3"},
		{key: "others", label: say("Répondue par d’autres seulement", "Answered by others only"), role: "series5"},
		{key: "none", label: say("Sans réponse", "Without an answer"), role: "unknown"},
	}, bodies)
	return a
}

// Publishers lists the bodies of the kinds that are compared (the vocabulary says which), by the
// number of questions that their own publications answer; those that are equal stand in the order of identifiers.
func Publishers(ds *dataset.Dataset) []*dataset.Organisation {
	var out []*dataset.Organisation
	for _, o := range ds.Organisations {
		if kind, _ := ds.Words.Find(record.BodyKindList, string(o.Kind)); kind.Compared {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *dataset.Organisation) int { return cmp.Compare(own(b), own(a)) })
	return out
}

// comparedKinds names the kinds of bodies that are compared, inside a sentence.
func comparedKinds(ds *dataset.Dataset) lang.Text {
	var names []lang.Text
	for _, k := range ds.BodyKinds() {
		if kind, _ := ds.Words.Find(record.BodyKindList, string(k)); kind.Compared {
			names = append(names, kindInside(ds, k))
		}
	}
	return lang.Join(", ", names...)
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
// publications say.
func OwnCases(ds *dataset.Dataset, o *dataset.Organisation) figure.Figure {
	var refs []record.Ref
	for _, m := range o.Migrations {
		if slices.ContainsFunc(m.Claims, func(c *dataset.Claim) bool { return c.PublishedBy(o) }) {
			refs = append(refs, record.Ref{Kind: record.Migrations, ID: m.ID})
		}
	}
	f := counted("", "", "",
		join(o.Name, wordingOf(ds, "own-publications").text("own-cases")),
		unitOf(ds, "service"), refs)
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

// saidBy gives who answers the question of a cell: the body itself, others or
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
