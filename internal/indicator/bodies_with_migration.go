package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/silence"
)

func computeBodiesWithMigration(ds *dataset.Dataset) Answer {
	t := newTally("bodies-with-migration", unitOf(ds, "body"))
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Of: cases(ds, "bodies-with-migration",
			say("organismes suivis dont un service de ces niveaux est documenté",
				"bodies followed, with a documented service of these tiers"))}}
	kinds := map[record.BodyKind]bool{}
	for _, o := range inHand(ds, ds.Organisations) {
		state := cloudState(ds, o)
		a.Coverage.Total++
		if state == "live" {
			a.Coverage.Known++
		}
		kinds[o.Kind] = true
		t.add(state, string(o.Kind), record.Ref{Kind: record.Organisations, ID: o.ID})
	}
	a.Lines = t.lines([]place{
		{key: "live", label: say("Un service en fonctionnement au moins", "One running service at least"), role: "series3"},
		{key: "project", label: say("Seulement un projet annoncé ou en cours", "Only a project, announced or under way"),
			role: "series5"},
		{key: elsewhere,
			label: wordingOf(ds, "bodies-with-migration").text("elsewhere"),
			role:  "series8"},
		{key: nothingFound, label: say("Cherché, rien de trouvé", "Searched, nothing found"), role: "series2"},
		{key: notSearched, label: say("Pas cherché organisme par organisme", "Not searched body by body"), role: "unknown"},
	}, kindPlaces(ds, func(k record.BodyKind) bool { return kinds[k] }))
	return a
}

// Lines of the bodies that have no service in the cloud, as far as is known.
const (
	elsewhere    = "elsewhere"
	nothingFound = "nothing-found"
	notSearched  = "not-searched"
)

// cloudState is the best that is documented of a body: a running service in the
// cloud, a project of one, or nothing. A project given up is no project. Whether
// nothing was found or nothing was searched is what its own page says: the answer
// of the map of silences.
func cloudState(ds *dataset.Dataset, o *dataset.Organisation) string {
	state := ""
	for _, m := range inHand(ds, o.Migrations) {
		if !inCloud(m) {
			continue
		}
		switch m.Current.Status {
		case record.Live:
			return "live"
		case record.Announced, record.Planned, record.UnderWay, record.Postponed:
			state = "project"
		}
	}
	hosting, asked := o.Hosting()
	switch {
	case state != "":
		return state
	case asked && hosting.Standing == silence.Answered:
		return elsewhere
	case asked && hosting.Silence != nil && hosting.Reason != record.NotCollected:
		return nothingFound
	}
	return notSearched
}
