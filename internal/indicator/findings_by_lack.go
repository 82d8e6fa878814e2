package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/lang"
	"vigie/internal/record"
)

var findingsByLack = Indicator{
	ID:       "findings-by-lack",
	Title:    say("Ce qui manque pour dire si un service suit les règles de son jour", "What is missing to tell whether a service follows the rules of its day"),
	Question: say("Que faudrait-il publier pour que l’on puisse répondre ?", "What would have to be published for an answer?"),
	Method: say("Chaque service documenté compte une fois : dans l’une des deux réponses, ou sous la première chose qui manque pour en donner une. "+
		"Quand plusieurs choses manquent, seule la première est comptée.",
		"Each documented service counts once: in one of the two answers, or under the first thing that is missing to give one. "+
			"Where several things are missing, only the first is counted."),
	Shape:   Categories,
	Compute: computeFindingsByLack,
}

func computeFindingsByLack(ds *dataset.Dataset) Answer {
	t := newTally("findings-by-lack", unitOf(ds, "service"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: say("services documentés dont on peut dire quelque chose", "documented services of which something can be said")}}
	for _, f := range Findings(ds) {
		at := string(f.Verdict)
		if f.Verdict == CannotTell {
			at = string(f.Lacks)
		} else {
			a.Coverage.Known++
		}
		a.Coverage.Total++
		t.add("services", at, record.Ref{Kind: record.Migrations, ID: f.Migration.ID})
	}
	places := []place{{key: string(ToExplain), label: verdictWord(ToExplain)}, {key: string(Consistent), label: verdictWord(Consistent)}}
	for _, l := range Lacks() {
		places = append(places, place{key: string(l), label: lackWord(l)})
	}
	a.Lines = t.lines([]place{{key: "services", label: say("Services documentés", "Documented services"), role: "series1"}}, places)
	return a
}

func verdictWord(v Verdict) lang.Text {
	switch v {
	case Consistent:
		return say("Les documents lus concordent", "The documents read agree")
	case ToExplain:
		return say("Question à poser", "A question to ask")
	}
	return say("Impossible à dire", "Cannot be told")
}

func lackWord(l Lack) lang.Text {
	switch l {
	case LacksRunning:
		return say("Manque : un document qui montre le service en fonctionnement", "Missing: a document that shows the service running")
	case LacksDay:
		return say("Manque : une date de document assez précise", "Missing: a date of the document that is precise enough")
	case LacksRule:
		return say("Manque : une règle lue qui soit assez ancienne", "Missing: a rule, among those read, that is old enough")
	case LacksScope:
		return say("Manque : une règle lue qui vise ce type d’organisme", "Missing: a rule, among those read, about this kind of body")
	case LacksTier:
		return say("Manque : le niveau de cloud", "Missing: the cloud tier")
	case LacksProject:
		return say("Manque : si le projet est de ceux que vise la règle", "Missing: whether the project is one that the rule is about")
	case LacksSensitivity:
		return say("Manque : la sensibilité des données", "Missing: how sensitive the data is")
	}
	return say("Manque : la qualification de l’hébergement", "Missing: the qualification of the hosting")
}
