package indicator

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func computeFindingsByLack(ds *dataset.Dataset) Answer {
	t := newTally("findings-by-lack", unitOf(ds, "service"))
	found := Findings(ds)
	a := Answer{Unit: t.unit, Coverage: answered(found)}
	for _, f := range found {
		at := string(f.Verdict)
		if f.Lacks != LacksNothing {
			at = string(f.Lacks)
		}
		t.add("services", at, record.Ref{Kind: record.Migrations, ID: f.Migration.ID})
	}
	places := []place{{key: string(ToExplain), label: verdictWord(ToExplain)},
		{key: string(Consistent), label: verdictWord(Consistent)}}
	for _, l := range Lacks() {
		places = append(places, place{key: string(l), label: missingFirst(ds, l)})
	}
	a.Lines = t.lines([]place{{key: "services", label: say("Services documentés", "Documented services"),
		role: "series1"}}, places)
	return a
}

func verdictWord(v Verdict) lang.Text {
	switch v {
	case Consistent:
		return say("Les documents lus concordent", "The documents read agree")
	case ToExplain:
		return say("Question à poser", "A question to ask")
	case OutOfReach:
		return say("Hors de portée des règles lues", "Outside the rules we have read")
	}
	return say("Impossible à dire", "Cannot be told")
}

// missingFirst says what is missing before anything else: a service may lack more.
func missingFirst(ds *dataset.Dataset, l Lack) lang.Text {
	w := lackWord(ds, l)
	if l.OutOfReach() {
		return w
	}
	return lang.Text{FR: strings.Replace(w.FR, "Manque", "Manque d’abord", 1),
		EN: strings.Replace(w.EN, "Missing", "First missing", 1)}
}

func lackWord(ds *dataset.Dataset, l Lack) lang.Text {
	switch l {
	case LacksRunning:
		return say("Aucun document lu ne montre le service en fonctionnement",
			"No document we have read shows the service running")
	case LacksDay:
		return say("Manque : une date de document assez précise", "Missing: a precise enough date")
	case LacksRule:
		return say("Aucune règle lue n’est assez ancienne", "All the rules we have read are more recent")
	case LacksScope:
		return say("Aucune règle lue ne vise ce type d’organisme", "No rule we have read is about this kind of body")
	case LacksTier:
		return wordingOf(ds, "findings").text("lack-tier")
	case LacksProject:
		return say("Manque : si le projet est de ceux que vise la règle",
			"Missing: whether the rule is about this project")
	case LacksSensitivity:
		return wordingOf(ds, "findings").text("lack-sensitivity")
	}
	return wordingOf(ds, "findings").text("lack-qualification")
}
