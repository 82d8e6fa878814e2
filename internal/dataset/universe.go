package dataset

import (
	"vigie/internal/collected"
	"vigie/internal/collected/beside"
	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Universe is a kind of local body as its collected official list has it, beside those
// of which something is documented here.
type Universe struct {
	Kind       record.BodyKind
	Source     *Source
	Listed     figure.Figure // "universe/<kind>/listed": how many there are
	Documented figure.Figure // "universe/<kind>/documented": how many have a documented service here
}

// measureUniverses counts the local bodies, and those with a documented service among
// the records in hand.
func (ds *Dataset) measureUniverses(c *corpus.Corpus) {
	for _, u := range ds.added.Known.UniversesIn(c.Collected) {
		source := Find[*Source](ds, record.Sources, u.Source)
		if source == nil {
			continue
		}
		listed := source.counts("", quantity.Int(u.Count), u.Every, u.Counted)
		listed.ID, listed.Unit = "universe/"+string(u.Kind)+"/listed", u.Unit
		ds.Universes = append(ds.Universes, &Universe{u.Kind, source, listed, ds.documentedIn(u)})
	}
}

// Places are the local bodies that the collected official lists hold, each with the
// organisation in hand that describes it.
func (ds *Dataset) Places() []beside.Place {
	var all []*collected.Collected
	for _, s := range ds.Sources {
		if s.Collected != nil {
			all = append(all, s.Collected)
		}
	}
	bodies := make([]*record.Organisation, 0, len(ds.Organisations))
	for _, o := range ds.Organisations {
		bodies = append(bodies, o.Organisation)
	}
	return ds.added.Known.PlacesIn(all, bodies)
}

// documentedIn counts the bodies of a universe of which a service is documented.
func (ds *Dataset) documentedIn(u beside.Universe) figure.Figure {
	f := figure.Figure{ID: "universe/" + string(u.Kind) + "/documented", Nature: figure.Counted, State: figure.Sure,
		Unit: u.Unit,
		Label: lang.Say("Avec un service documenté ici : {bodies}", "With a documented service here: {bodies}").
			With(lang.In("bodies", u.Unit.Many)),
		Rests: figure.Rests{Words: lang.Text{
			FR: "organismes dont un service au moins est documenté sur ce site, quel que soit son hébergement, et que la " +
				"source liste",
			EN: "bodies of which at least one service is documented on this site, wherever it is hosted, and that the " +
				"source lists"}}}
	for _, o := range ds.Organisations {
		if len(o.Migrations) > 0 && u.Has(o.Organisation) {
			f.Rests.Records = append(f.Rests.Records, record.Ref{Kind: record.Organisations, ID: o.ID})
		}
	}
	f.Value = quantity.Int(len(f.Rests.Records))
	return f
}
