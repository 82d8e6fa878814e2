package export

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func (m maker) offers() Table {
	type row = *dataset.Offer
	return fill(m, "offres", m.Data.Every.Offers,
		identifier(func(o row) string { return o.ID }),
		both("nom", func(o row) lang.Text { return o.Name }),
		refer("fournisseur", "fournisseurs", func(o row) string { return o.Offer.Provider }),
		refer("exploitant", "organismes", func(o row) string { return o.Offer.Operator }),
		worded(m, "niveau", record.TierList, func(o row) record.TierID { return o.Tier }),
		list("modeles", func(o row) []string { return strs(o.Models) }),
		refer("batie_sur", "offres", func(o row) string { return o.Offer.BuiltOn }),
		boolean("qualifiee", func(o row) bool {
			return slices.ContainsFunc(o.Qualifications, (*dataset.Qualification).Counts)
		}),
		list("qualifications", func(o row) []string {
			var out []string
			for _, q := range o.Qualifications {
				out = append(out, q.ID)
			}
			return out
		}),
		list("donnees", func(o row) []string { return handled(o, func(h record.Handling) string { return h.Data.FR }) }),
		list("donnees_admises", func(o row) []string {
			return handled(o, func(h record.Handling) string { return h.Allowed })
		}),
		list("centres_de_donnees", func(o row) []string {
			var out []string
			for _, d := range o.Datacentres {
				out = append(out, d.Where.FR)
			}
			return out
		}),
		absence(m, func(o row) (figure.State, record.Reason) { return known(len(o.Datacentres) > 0, "") }),
		claims(func(o row) []*dataset.Claim { return m.claimsOfOffer(o) }),
		note(func(o row) lang.Text { return o.Note }),
		withdrawal("offres", func(o row) record.Head { return o.Head }),
		page(func(o row) string { return m.pageOf(record.Offers, o.ID) }))
}

func handled(o *dataset.Offer, of func(record.Handling) string) []string {
	var out []string
	for _, h := range o.Handles {
		out = append(out, of(h))
	}
	return out
}

func (m maker) claimsOfOffer(o *dataset.Offer) []*dataset.Claim {
	out := append([]*dataset.Claim{}, o.Claims...)
	for _, h := range o.Handles {
		out = append(out, m.own(h.Claims)...)
	}
	for _, d := range o.Datacentres {
		out = append(out, m.own(d.Claims)...)
	}
	return out
}
