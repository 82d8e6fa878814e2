package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// noCountry is what a record says of a country that nobody states.
const noCountry = "unknown"

func (m maker) providers() Table {
	type row = *dataset.Provider
	country := func(p row) string {
		if p.Incorporation == nil || p.Incorporation.Country == noCountry {
			return ""
		}
		return p.Incorporation.Country
	}
	return fill(m, "fournisseurs", m.Data.Every.Providers,
		identifier(func(p row) string { return p.ID }),
		both("nom", func(p row) lang.Text { return p.Name }),
		identifiers(m, "fournisseurs", record.Providers, func(p row) []record.Identifier { return p.Identifiers }),
		text("pays_immatriculation", country),
		absence(m, func(p row) (figure.State, record.Reason) { return known(country(p) != "", "") }),
		list("controle_par", controls(func(c record.Control) string { return c.By.FR })),
		list("controle_pays", controls(func(c record.Control) string { return c.Country })),
		list("controle_etendue", controls(func(c record.Control) string { return c.Extent })),
		list("offres", func(p row) []string { return offerIDs(p.Offers) }),
		claims(func(p row) []*dataset.Claim { return m.claimsOfProvider(p) }),
		note(func(p row) lang.Text { return p.Note }),
		withdrawal("fournisseurs", func(p row) record.Head { return p.Head }),
		page(func(p row) string { return m.pageOf(record.Providers, p.ID) }))
}

func controls(of func(record.Control) string) func(*dataset.Provider) []string {
	return func(p *dataset.Provider) []string {
		var out []string
		for _, c := range p.Control {
			out = append(out, of(c))
		}
		return out
	}
}

func (m maker) claimsOfProvider(p *dataset.Provider) []*dataset.Claim {
	out := append([]*dataset.Claim{}, p.Claims...)
	if p.Incorporation != nil {
		out = append(out, m.own(p.Incorporation.Claims)...)
	}
	for _, c := range p.Control {
		out = append(out, m.own(c.Claims)...)
	}
	return out
}

func offerIDs(list []*dataset.Offer) []string {
	var out []string
	for _, o := range list {
		out = append(out, o.ID)
	}
	return out
}
