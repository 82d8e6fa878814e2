package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// unitOf gives a unit of the data, or our own where the data has none of that name.
func unitOf(ds *dataset.Dataset, id string) quantity.Unit {
	if u := ds.Unit(id); u.ID != "" {
		return u
	}
	count := func(one, many lang.Text) quantity.Unit {
		return quantity.Unit{ID: id, Kind: quantity.Count, One: one, Many: many}
	}
	switch id {
	case "eur":
		return quantity.Unit{ID: id, Kind: quantity.Money, Symbol: "€"}
	case "percent":
		return quantity.Unit{ID: id, Kind: quantity.Percent}
	case "day":
		return quantity.Unit{ID: id, Kind: quantity.Duration, One: say("jour", "day"), Many: say("jours", "days")}
	case "service":
		return count(say("service", "service"), say("services", "services"))
	case "body":
		return count(say("organisme", "body"), say("organismes", "bodies"))
	case "provider":
		return count(say("fournisseur", "provider"), say("fournisseurs", "providers"))
	case "offer":
		return count(say("offre", "offer"), say("offres", "offers"))
	case "qualification":
		return count(say("qualification", "qualification"), say("qualifications", "qualifications"))
	case "request":
		return count(say("demande", "request"), say("demandes", "requests"))
	case "question":
		return count(say("question", "question"), say("questions", "questions"))
	case "silence":
		return count(say("silence", "silence"), say("silences", "silences"))
	case "commitment":
		return count(say("engagement", "commitment"), say("engagements", "commitments"))
	case "source":
		return count(say("source", "source"), say("sources", "sources"))
	case "virtual-machine":
		return count(say("machine virtuelle", "virtual machine"), say("machines virtuelles", "virtual machines"))
	}
	return quantity.Unit{ID: id, Kind: quantity.Count}
}
