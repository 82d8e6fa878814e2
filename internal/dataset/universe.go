package dataset

import (
	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/france/territory"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Universe is a kind of local authority as the collected official geographic code
// lists it, beside those of which something is documented here.
type Universe struct {
	Kind       record.BodyKind
	Source     *Source
	Listed     figure.Figure // "universe/commune/listed": how many there are
	Documented figure.Figure // "universe/commune/documented": how many have a documented service here
}

// measureUniverses counts the local authorities, and those with a documented service
// among the records in hand.
func (ds *Dataset) measureUniverses(c *corpus.Corpus) {
	for _, u := range territory.In(c.Collected) {
		source := Find[*Source](ds, record.Sources, u.Source)
		if source == nil {
			continue
		}
		unit := placeUnits[u.Kind]
		listed := source.counts("", quantity.Int(u.Count()), everyPlace[u.Kind], lang.Text{
			FR: "lignes relevées dans la source et encore présentes, sans celles des collectivités d’outre-mer",
			EN: "rows collected in the source and still listed, without those of the overseas collectivities"})
		listed.ID, listed.Unit = "universe/"+string(u.Kind)+"/listed", unit
		ds.Universes = append(ds.Universes, &Universe{u.Kind, source, listed, ds.documentedIn(u, unit)})
	}
}

// documentedIn counts the bodies of a universe of which a service is documented.
func (ds *Dataset) documentedIn(u *territory.Universe, unit quantity.Unit) figure.Figure {
	f := figure.Figure{ID: "universe/" + string(u.Kind) + "/documented", Nature: figure.Counted, State: figure.Sure, Unit: unit,
		Label: unit.Many.Map(func(l lang.Lang, many string) string { return documentedLabel.In(l) + many }),
		Rests: figure.Rests{Words: lang.Text{
			FR: "organismes dont un service au moins est documenté sur ce site, quel que soit son hébergement, et que la source liste",
			EN: "bodies of which at least one service is documented on this site, wherever it is hosted, and that the source lists"}}}
	for _, o := range ds.Organisations {
		if p, ok := u.Of(o.Organisation); ok && !p.Overseas && len(o.Migrations) > 0 {
			f.Rests.Records = append(f.Rests.Records, record.Ref{Kind: record.Organisations, ID: o.ID})
		}
	}
	f.Value = quantity.Int(len(f.Rests.Records))
	return f
}

var documentedLabel = lang.Text{FR: "Avec un service documenté ici : ", EN: "With a documented service here: "}

// placeUnits are the units in which local authorities are counted.
var placeUnits = map[record.BodyKind]quantity.Unit{
	territory.Region:        placeUnit("region", "région", "régions", "région", "régions"),
	territory.Departement:   placeUnit("departement", "département", "départements", "département", "départements"),
	territory.Intercommunal: placeUnit("intercommunality", "intercommunalité", "intercommunalités", "grouping of communes", "groupings of communes"),
	territory.Commune:       placeUnit("commune", "commune", "communes", "commune", "communes"),
}

// everyPlace names all the places of a kind.
var everyPlace = map[record.BodyKind]lang.Text{
	territory.Region:        {FR: "Toutes les régions", EN: "All régions"},
	territory.Departement:   {FR: "Tous les départements", EN: "All départements"},
	territory.Intercommunal: {FR: "Toutes les intercommunalités", EN: "All groupings of communes"},
	territory.Commune:       {FR: "Toutes les communes", EN: "All communes"},
}

func placeUnit(id, one, many, oneEN, manyEN string) quantity.Unit {
	return quantity.Unit{ID: id, Kind: quantity.Count, One: lang.Text{FR: one, EN: oneEN}, Many: lang.Text{FR: many, EN: manyEN}}
}
