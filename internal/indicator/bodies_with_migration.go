package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/silence"
)

var bodiesWithMigration = Indicator{
	ID:       "bodies-with-migration",
	Order:    40,
	Title:    say("Organismes dont au moins un service dans le cloud est documenté", "Bodies with at least one documented service in the cloud"),
	Question: say("Combien d’organismes publics ont déjà un service dans le cloud, à notre connaissance ?", "How many public bodies already have a service in the cloud, as far as we know?"),
	Method: say("Un organisme compte dès qu’un de ses services est documenté en fonctionnement dans le cloud (interne, dédié ou externe, même quand on ne peut pas dire lequel), dans son dernier état connu. "+
		"Le total est celui des organismes suivis ici, non celui de France. Un service d’une administration centrale compte pour elle et non pour son ministère. "+
		"« Rien de trouvé » ne veut pas dire « rien dans le cloud », et ce qui n’a pas été cherché organisme par organisme est compté à part.",
		"A body counts as soon as one of its services is documented as running in the cloud (internal, dedicated or external, even where nobody can tell which), in its last known state. "+
			"The total is that of the bodies followed here, not of France. A service of a central administration counts for it and not for its ministry. "+
			"“Nothing found” does not mean “nothing in the cloud”, and what was not searched body by body is counted apart."),
	Shape:   Categories,
	Compute: computeBodiesWithMigration,
}

func computeBodiesWithMigration(ds *dataset.Dataset) Answer {
	t := newTally("bodies-with-migration", unitOf(ds, "body"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: say("organismes suivis dont un service dans le cloud est documenté", "bodies followed, with a documented service in the cloud")}}
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
		{key: "project", label: say("Seulement un projet annoncé ou en cours", "Only a project, announced or under way"), role: "series5"},
		{key: elsewhere, label: say("Des services documentés, aucun dans le cloud", "Documented services, none in the cloud"), role: "series8"},
		{key: nothingFound, label: say("Cherché, rien de trouvé", "Searched, nothing found"), role: "series2"},
		{key: notSearched, label: say("Pas cherché organisme par organisme", "Not searched body by body"), role: "unknown"},
	}, kindPlaces(func(k record.BodyKind) bool { return kinds[k] }))
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
