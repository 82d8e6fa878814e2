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
	return fill(Table{ID: "offres", Slug: lang.Text{FR: "offres", EN: "offers"},
		Title: lang.Text{FR: "Offres", EN: "Offers"},
		About: lang.Text{FR: "Une ligne par service vendu par un fournisseur, ou exploité par l’État pour d’autres.",
			EN: "One row per service that a provider sells, or that the State runs for others."}},
		m.Data.Every.Offers,
		identifier(func(o row) string { return o.ID }),
		both("nom", doc{"Nom", "Name", "Nom commercial.", "Trade name."}, func(o row) lang.Text { return o.Name }),
		refer("fournisseur", "fournisseurs", doc{"Fournisseur", "Provider", "Identifiant du fournisseur qui la vend.", "Identifier of the provider that sells it."}, func(o row) string { return o.Offer.Provider }),
		refer("exploitant", "organismes", doc{"Exploitant public", "Public operator", "Identifiant de l’organisme public qui l’exploite (clouds internes).", "Identifier of the public body that runs it (internal clouds)."}, func(o row) string { return o.Offer.Operator }),
		code(m, "niveau", "tier", record.TierIDs(), doc{"Niveau", "Tier", "Niveau de cloud auquel elle appartient.", "Tier that it belongs to."}, func(o row) record.TierID { return o.Tier }),
		list("modeles", doc{"Modèles de service", "Service models", "IaaS, CaaS, PaaS ou SaaS, selon les sources.", "IaaS, CaaS, PaaS or SaaS, as sources say."}, func(o row) []string { return strs(o.Models) }),
		refer("batie_sur", "offres", doc{"Bâtie sur", "Built on", "Identifiant de l’offre dont elle utilise l’infrastructure.", "Identifier of the offer whose infrastructure it stands on."}, func(o row) string { return o.Offer.BuiltOn }),
		boolean("qualifiee", doc{"Qualifiée", "Qualified", "Si une qualification est en vigueur, ou accordée sans dates connues, au jour de référence.", "Whether a qualification is in force, or granted without known dates, on the day of reference."},
			func(o row) bool { return slices.ContainsFunc(o.Qualifications, (*dataset.Qualification).Counts) }),
		list("qualifications", doc{"Qualifications", "Qualifications", "Identifiants de ses lignes dans la table « qualifications ».", "Identifiers of its rows in table “qualifications”."}, func(o row) []string {
			var out []string
			for _, q := range o.Qualifications {
				out = append(out, q.ID)
			}
			return out
		}),
		list("donnees", doc{"Données", "Data", "Sortes de données dont une source dit si l’offre peut les accueillir ; « donnees_admises » va dans le même ordre.", "Kinds of data of which a source says whether the offer may hold them, in French; “donnees_admises” is in the same order."},
			func(o row) []string { return handled(o, func(h record.Handling) string { return h.Data.FR }) }),
		list("donnees_admises", doc{"Données admises", "Data allowed", "Oui (yes), non (no) ou contesté (disputed).", "Yes, no or disputed."},
			func(o row) []string { return handled(o, func(h record.Handling) string { return h.Allowed }) }),
		list("centres_de_donnees", doc{"Centres de données", "Data centres", "Où les données sont gardées, selon les sources.", "Where data are kept, as sources say, in French."}, func(o row) []string {
			var out []string
			for _, d := range o.Datacentres {
				out = append(out, d.Where.FR)
			}
			return out
		}),
		absence(m, doc{"Lieux connus", "Places known", "Si une source dit où les données sont gardées.", "Whether a source says where data are kept."},
			func(o row) (figure.State, record.Reason) { return known(len(o.Datacentres) > 0, "") }),
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
