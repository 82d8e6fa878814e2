package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

const unknownCountry, severalCountries = "unknown", "several"

func computeProviderControl(ds *dataset.Dataset) Answer {
	t := newTally("provider-control", unitOf(ds, "provider"))
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Of: say("fournisseurs dont une source dit qui les contrôle",
			"providers of which a source says who controls them")}}
	countries := map[string]int{}
	for _, p := range inHand(ds, ds.Providers) {
		country, sourced := controlOf(p)
		line := "other-"
		if inUse(ds, p) {
			line = "used-"
		}
		a.Coverage.Total++
		if sourced {
			a.Coverage.Known++
			line += "control"
		} else {
			line += "registration"
		}
		countries[country]++
		t.add(line, country, record.Ref{Kind: record.Providers, ID: p.ID})
	}
	a.Lines = t.lines([]place{
		{key: "used-control", label: say("Utilisés, contrôle dit par une source", "In use, control told by a source"),
			role: "series1"},
		{key: "used-registration",
			label: say("Utilisés, à défaut pays d’immatriculation", "In use, otherwise country of registration"),
			role:  "series7"},
		{key: "other-control", label: say("Autres, contrôle dit par une source", "Others, control told by a source"),
			role: "series2"},
		{key: "other-registration",
			label: say("Autres, à défaut pays d’immatriculation", "Others, otherwise country of registration"),
			role:  "series5"},
	}, countryPlaces(ds, countries))
	return a
}

// countryPlaces orders countries: that of most providers, the others by name, then what is not one country.
func countryPlaces(ds *dataset.Dataset, providers map[string]int) []place {
	byName := func(a, b string) int {
		return cmp.Or(cmp.Compare(ds.Words.Country(a).FR, ds.Words.Country(b).FR), cmp.Compare(a, b))
	}
	var codes []string
	for code := range providers {
		if code != severalCountries && code != unknownCountry {
			codes = append(codes, code)
		}
	}
	slices.SortFunc(codes, byName)
	if len(codes) > 0 {
		most := slices.MaxFunc(codes, func(a, b string) int { return cmp.Compare(providers[a], providers[b]) })
		codes = append([]string{most}, slices.DeleteFunc(codes, func(c string) bool { return c == most })...)
	}
	for _, rest := range []string{severalCountries, unknownCountry} {
		if providers[rest] > 0 {
			codes = append(codes, rest)
		}
	}
	var out []place
	for _, c := range codes {
		label := ds.Words.Country(c)
		switch c {
		case severalCountries:
			label = say("Plusieurs pays", "Several countries")
		case unknownCountry:
			label = say("Inconnu", "Unknown")
		}
		out = append(out, place{key: c, label: label})
	}
	return out
}

// controlOf gives the country of whoever controls a provider, and whether a source
// says so; a mere part of the capital is no control.
func controlOf(p *dataset.Provider) (country string, sourced bool) {
	for _, c := range p.Control {
		switch {
		case c.Extent == "part" || c.Country == unknownCountry:
		case country == "" || country == c.Country:
			country = c.Country
		default:
			country = severalCountries
		}
	}
	switch {
	case country != "":
		return country, true
	case p.Incorporation != nil:
		return p.Incorporation.Country, false
	}
	return unknownCountry, false
}

// inUse says that a documented running service names the provider or one of its offers.
func inUse(ds *dataset.Dataset, p *dataset.Provider) bool {
	live := func(m *dataset.Migration) bool { return m.Current.Status == record.Live }
	if slices.ContainsFunc(inHand(ds, p.Migrations), live) {
		return true
	}
	return slices.ContainsFunc(p.Offers,
		func(o *dataset.Offer) bool { return slices.ContainsFunc(inHand(ds, o.Migrations), live) })
}
