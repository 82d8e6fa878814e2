package dataset

import (
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Unit gives a unit by its identifier: as the data word it, or else one in which the
// program itself counts; the zero Unit when there is none of that name.
func (ds *Dataset) Unit(id string) quantity.Unit {
	if u, ok := ds.units[id]; ok {
		return u
	}
	return ownUnit(id)
}

// ownUnit is a unit in which the program counts, whether or not data/units words it.
func ownUnit(id string) quantity.Unit {
	switch id {
	case "eur":
		return quantity.Unit{ID: id, Kind: quantity.Money, Symbol: "€"}
	case "percent":
		return quantity.Unit{ID: id, Kind: quantity.Percent}
	}
	u := quantity.Unit{ID: id, Kind: quantity.Count}
	if id == "day" {
		u.Kind = quantity.Duration
	}
	for _, own := range ownUnits {
		if own.id == id {
			u.One, u.Many = lang.Text{FR: own.one, EN: own.oneEN}, lang.Text{FR: own.many, EN: own.manyEN}
			return u
		}
	}
	return quantity.Unit{}
}

// ownUnits are the words of the things that the program counts.
var ownUnits = []struct{ id, one, many, oneEN, manyEN string }{
	{"body", "organisme", "organismes", "body", "bodies"},
	{"commitment", "engagement", "engagements", "commitment", "commitments"},
	{"day", "jour", "jours", "day", "days"},
	{"offer", "offre", "offres", "offer", "offers"},
	{"procedure", "démarche", "démarches", "procedure", "procedures"},
	{"provider", "fournisseur", "fournisseurs", "provider", "providers"},
	{"qualification", "qualification", "qualifications", "qualification", "qualifications"},
	{"question", "question", "questions", "question", "questions"},
	{"record", "fiche", "fiches", "record", "records"},
	{"request", "demande", "demandes", "request", "requests"},
	{"row", "ligne", "lignes", "row", "rows"},
	{"service", "service", "services", "service", "services"},
	{"silence", "silence", "silences", "silence", "silences"},
	{"source", "source", "sources", "source", "sources"},
	{"virtual-machine", "machine virtuelle", "machines virtuelles", "virtual machine", "virtual machines"},
}
