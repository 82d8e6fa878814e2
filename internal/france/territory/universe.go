package territory

import (
	"vigie/internal/collected"
	"vigie/internal/collected/beside"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Universes are the universes that were collected, as the engine counts them.
func Universes(all []*collected.Collected) []beside.Universe {
	var out []beside.Universe
	for _, u := range In(all) {
		out = append(out,
			beside.Universe{Kind: u.Kind, Source: u.Source, Count: u.Count(), Unit: units[u.Kind], Every: every[u.Kind],
				Counted: lang.Text{FR: "lignes relevées dans la source et encore présentes, sans celles des collectivités " +
					"d’outre-mer",
					EN: "rows collected in the source and still listed, without those of the overseas collectivities"},
				Has: func(o *record.Organisation) bool {
					p, ok := u.Of(o)
					return ok && !p.Overseas
				}})
	}
	return out
}

// units are the units in which local authorities are counted.
var units = map[record.BodyKind]quantity.Unit{
	Region:      unit("region", "région", "régions", "région", "régions"),
	Departement: unit("departement", "département", "départements", "département", "départements"),
	Intercommunal: unit("intercommunality", "intercommunalité", "intercommunalités", "grouping of communes",
		"groupings of communes"),
	Commune: unit("commune", "commune", "communes", "commune", "communes"),
}

// every names all the places of a kind.
var every = map[record.BodyKind]lang.Text{
	Region:        {FR: "Toutes les régions", EN: "All régions"},
	Departement:   {FR: "Tous les départements", EN: "All départements"},
	Intercommunal: {FR: "Toutes les intercommunalités", EN: "All groupings of communes"},
	Commune:       {FR: "Toutes les communes", EN: "All communes"},
}

func unit(id, one, many, oneEN, manyEN string) quantity.Unit {
	return quantity.Unit{ID: id, Kind: quantity.Count, One: lang.Text{FR: one, EN: oneEN},
		Many: lang.Text{FR: many, EN: manyEN}}
}
