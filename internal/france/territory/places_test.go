package territory_test

import (
	"testing"

	"vigie/internal/collected"
	"vigie/internal/france/cog"
	"vigie/internal/france/territory"
	"vigie/internal/record"
)

// The places of this test are made up, as in the others.
func TestAPlaceHasThoseAroundItAndTheBodyThatDescribesIt(t *testing.T) {
	all := []*collected.Collected{
		communes(
			map[string]string{"code": "99001", "nom": "Aux-Deux-Ponts", "siren": "219900019", "departement": "99",
				"region": "98", "population": "1200"},
			map[string]string{"code": "99002", "nom": "Bourg", "siren": "219900027", "departement": "99", "region": "98"}),
		table(cog.EPCI().Columns, cog.EPCI().Name,
			map[string]string{"siren": "200000099", "nom": "CC du Bourg", "membres": "99002|99003"}),
		table(cog.Departements().Columns, cog.Departements().Name,
			map[string]string{"code": "99", "nom": "Exemple", "region": "98"}),
		table(cog.Regions().Columns, cog.Regions().Name, map[string]string{"code": "98", "nom": "Grande"}),
	}
	exemple, bourg := record.Organisation{Kind: "departement", Identifiers: []record.Identifier{{Kind: territory.CodeKind, Value: "99"}}},
		record.Organisation{Kind: "commune", Identifiers: []record.Identifier{{Kind: territory.SIRENKind, Value: "219900027"}}}
	exemple.ID, bourg.ID = "departement-exemple", "commune-bourg"
	places := territory.Places(all, []*record.Organisation{&exemple, &bourg})
	at := map[string]int{}
	for i, p := range places {
		at[p.Name] = i
	}
	grouping := places[at["Communauté de communes du Bourg"]]
	for name, ok := range map[string]bool{
		"five places":                      len(places) == 5,
		"the département has its record":   places[at["Exemple"]].Body == "departement-exemple",
		"a commune is found by its number": places[at["Bourg"]].Body == "commune-bourg",
		"one without a record has none":    places[at["Aux-Deux-Ponts"]].Body == "",
		"how many live there":              places[at["Aux-Deux-Ponts"]].People == 1200,
		"the page of a commune":            places[at["Aux-Deux-Ponts"]].On == at["Exemple"],
		"the page of a grouping":           grouping.On == at["Exemple"] && len(grouping.Around) == 2,
		"the nearest first": len(places[at["Bourg"]].Around) == 3 &&
			places[at["Bourg"]].Around[2] == at["Grande"],
	} {
		if !ok {
			t.Errorf("%s: not so in %+v", name, places)
		}
	}
}
