package indicator

import (
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// What stands where a service has no one host, or no one country.
const (
	unknownHost = "unknown"
	ownHost     = "own"       // the body whose service it is
	publicBody  = "public"    // in control of the host: a public body, which no company owns
	bodyHost    = "body-"     // begins the key of another public body
	byRegister  = "-register" // ends the key of a country that is only that of registration
)

// hostsOf lists who runs a service, as far as a source names them: providers, the body
// that runs the offer in use, the body itself on its own machines.
func hostsOf(m *dataset.Migration) []string {
	var out []string
	for _, p := range m.Providers {
		out = append(out, p.ID)
	}
	switch {
	case len(out) > 0:
		return out
	case m.Offer != nil && m.Offer.Provider != nil:
		return []string{m.Offer.Provider.ID}
	case m.Offer != nil && m.Offer.Operator != nil && m.Offer.Operator == m.Organisation, m.Role == record.OwnMachines:
		return []string{ownHost}
	case m.Offer != nil && m.Offer.Operator != nil:
		return []string{bodyHost + m.Offer.Operator.ID}
	}
	return nil
}

// controlsOf lists the countries in control of the hosts of a service; none where that of one
// of them is unknown. Where no source says who controls a host, the country where it is
// registered stands apart, and so does one that both ways give.
func controlsOf(m *dataset.Migration) []string {
	var out []string
	providers := m.Providers
	if len(providers) == 0 && m.Offer != nil && m.Offer.Provider != nil {
		providers = []*dataset.Provider{m.Offer.Provider}
	}
	for _, p := range providers {
		country, sourced := controlOf(p)
		switch {
		case country == unknownCountry:
			return nil
		case !sourced:
			country += byRegister
		}
		out = append(out, country)
	}
	if len(out) == 0 && len(hostsOf(m)) > 0 {
		return []string{publicBody}
	}
	out = slices.DeleteFunc(out, func(c string) bool { return slices.Contains(out, c+byRegister) })
	slices.Sort(out)
	return slices.Compact(out)
}

// hostWord is what a host is called.
func hostWord(ds *dataset.Dataset, key string) lang.Text {
	if id, ok := strings.CutPrefix(key, bodyHost); ok {
		if o := dataset.Find[*dataset.Organisation](ds, record.Organisations, id); o != nil {
			return o.Name
		}
	}
	if p := dataset.Find[*dataset.Provider](ds, record.Providers, key); p != nil {
		return p.Name
	}
	switch key {
	case ownHost:
		return say("L’organisme lui-même", "The body itself")
	case severalPlaces:
		return say("Plusieurs hébergeurs", "Several hosts")
	case unknownHost:
		return say("Hébergeur inconnu", "Unknown host")
	}
	return lang.Name(key)
}

// controlWord is what a country in control is called.
func controlWord(ds *dataset.Dataset, key string) lang.Text {
	switch key {
	case publicBody:
		return say("Organisme public", "Public body")
	case severalCountries:
		return say("Plusieurs pays", "Several countries")
	case unknownCountry:
		return say("Pays inconnu", "Unknown country")
	}
	if code, ok := strings.CutSuffix(key, byRegister); ok {
		return lang.Join(", ", ds.Words.Country(code), say("d’après l’immatriculation seule", "by registration alone"))
	}
	return lang.Join(", ", ds.Words.Country(key), say("d’après une source", "according to a source"))
}
