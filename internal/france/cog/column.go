package cog

import (
	"vigie/internal/collect"
	"vigie/internal/value/lang"
)

// columns gives the columns of a kind, by name. The first one names an authority
// for ever: INSEE does not give a code, or a SIREN, twice.
func columns(names ...string) []collect.Column {
	var out []collect.Column
	for i, name := range names {
		for _, c := range all() {
			if c.Name == name {
				c.Key = i == 0
				out = append(out, c)
			}
		}
	}
	return out
}

func all() []collect.Column {
	return []collect.Column{
		{Name: "code", Kind: collect.Code, Label: lang.Text{FR: "Code INSEE", EN: "INSEE code"}},
		{Name: "siren", Kind: collect.Code, Label: lang.Text{FR: "SIREN", EN: "SIREN"}},
		{Name: "nom", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Nom", EN: "Name"}},
		{Name: "type", Kind: collect.Code, Label: lang.Text{FR: "Type", EN: "Type"}},
		{Name: "financement", Kind: collect.Code, Label: lang.Text{FR: "Mode de financement", EN: "Funding"}},
		{Name: "departement", Kind: collect.Code, Label: lang.Text{FR: "Département", EN: "Département"}},
		{Name: "region", Kind: collect.Code, Label: lang.Text{FR: "Région", EN: "Région"}},
		{Name: "zone", Kind: collect.Code, Label: lang.Text{FR: "Zone", EN: "Zone"}},
		{Name: "chef_lieu", Kind: collect.Code, Label: lang.Text{FR: "Chef-lieu", EN: "Chief town"}},
		{Name: "population", Kind: collect.Number, Label: lang.Text{FR: "Population municipale", EN: "Municipal population"}},
		{Name: "membres", Kind: collect.List, Label: lang.Text{FR: "Communes membres", EN: "Member communes"}},
	}
}
