package cog

import (
	"encoding/json"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/value/tabular"
)

// Communes reads the communes of the day.
func Communes() collect.Reader {
	return kind{
		name:    "cog-communes",
		columns: columns("code", "nom", "siren", "departement", "region", "zone", "population"),
		members: tabular.Members{
			Take: []string{"code", "nom", "type", "siren", "departement", "region", "zone", "population"},
			Leave: []string{"typeLiaison", "arrondissement", "codesPostaux", "rangChefLieu", "anciensCodes",
				"chefLieu", "commune"}, // the last two are for former communes and arrondissements
		},
		aside: func(e *element) string {
			switch t := e.text("type"); t {
			case "commune-actuelle":
				return ""
			case "commune-associee", "commune-deleguee", "arrondissement-municipal":
				return t
			default:
				e.refuse("type", t, "a kind of commune that is known")
				return ""
			}
		},
		row: func(e *element) []string {
			return []string{e.code("code", ofCommune), e.required("nom"), e.siren("siren"),
				e.code("departement", ofDepartement), e.code("region", ofRegion), e.zone(), e.count("population")}
		},
	}.reader()
}

// EPCI reads the groupings of communes that levy taxes of their own, with the codes
// of their member communes.
func EPCI() collect.Reader {
	return kind{
		name:    "cog-epci",
		columns: columns("siren", "nom", "type", "financement", "population", "membres"),
		members: tabular.Members{
			Take:  []string{"code", "nom", "type", "modeFinancement", "populationMunicipale", "membres"},
			Leave: []string{"populationTotale"}, // it counts some people twice
		},
		aside: func(*element) string { return "" },
		row: func(e *element) []string {
			e.code("code", ofSIREN)
			return []string{e.siren("code"), e.required("nom"), e.required("type"), e.required("modeFinancement"),
				e.count("populationMunicipale"), e.communes("membres")}
		},
	}.reader()
}

// Departements reads the départements, and the collectivities overseas.
func Departements() collect.Reader {
	return kind{
		name:    "cog-departements",
		columns: columns("code", "nom", "region", "zone", "chef_lieu"),
		members: tabular.Members{Take: []string{"code", "nom", "region", "zone", "chefLieu"}, Leave: []string{"typeLiaison"}},
		aside:   func(*element) string { return "" },
		row: func(e *element) []string {
			return []string{e.code("code", ofDepartement), e.required("nom"), e.code("region", ofRegion), e.zone(),
				e.code("chefLieu", ofCommune)}
		},
	}.reader()
}

// Regions reads the régions, and the collectivities overseas.
func Regions() collect.Reader {
	return kind{
		name:    "cog-regions",
		columns: columns("code", "nom", "zone", "chef_lieu"),
		members: tabular.Members{Take: []string{"code", "nom", "zone", "chefLieu"}, Leave: []string{"typeLiaison"}},
		aside:   func(*element) string { return "" },
		row: func(e *element) []string {
			return []string{e.code("code", ofRegion), e.required("nom"), e.zone(), e.code("chefLieu", ofCommune)}
		},
	}.reader()
}

// zone is mainland (metro), overseas département (drom) or collectivity (com).
func (e *element) zone() string {
	z := e.text("zone")
	if !slices.Contains([]string{"metro", "drom", "com"}, z) {
		e.refuse("zone", z, "metro, drom or com")
	}
	return z
}

// communes are the codes of a list of communes, sorted.
func (e *element) communes(member string) string {
	var list []struct {
		Code string `json:"code"`
	}
	if json.Unmarshal(e.members[member], &list) != nil || len(list) == 0 {
		e.refuse(member, "", "a list of communes")
		return ""
	}
	var codes []string
	for _, c := range list {
		if !ofCommune.MatchString(c.Code) {
			e.refuse(member, c.Code, "a code such as "+ofCommune.such)
		}
		codes = append(codes, c.Code)
	}
	slices.Sort(codes)
	return strings.Join(slices.Compact(codes), "|")
}
