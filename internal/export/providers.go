package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// noCountry is what a record says of a country that nobody tells.
const noCountry = "unknown"

func (m maker) providers() Table {
	type row = *dataset.Provider
	country := func(p row) string {
		if p.Incorporation == nil || p.Incorporation.Country == noCountry {
			return ""
		}
		return p.Incorporation.Country
	}
	return fill(Table{ID: "fournisseurs", Slug: lang.Text{FR: "fournisseurs", EN: "providers"},
		Title: lang.Text{FR: "Fournisseurs", EN: "Providers"},
		About: lang.Text{FR: "Une ligne par entreprise ou organisme qui vend ou exploite des services d’informatique en nuage.",
			EN: "One row per company or body that sells or runs cloud services."}},
		m.Data.Every.Providers,
		identifier(func(p row) string { return p.ID }),
		both("nom", doc{"Nom", "Name", "Nom commercial.", "Trade name."}, func(p row) lang.Text { return p.Name }),
		text("siren", doc{"SIREN", "SIREN", "Numéro SIREN à neuf chiffres, en texte ; vide s’il n’a été lu dans aucune source.", "SIREN number of nine digits, as text; empty when it was read in no source."}, func(p row) string { return p.SIREN }),
		text("pays_immatriculation", doc{"Pays d’immatriculation", "Country of incorporation", "Pays où l’entreprise est immatriculée, code ISO 3166-1 à deux lettres.", "Country where the company is registered, ISO 3166-1 code of two letters."}, country),
		absence(m, doc{"Pays connu", "Country known", "Si une source donne le pays d’immatriculation.", "Whether a source tells the country of incorporation."},
			func(p row) (figure.State, record.Reason) { return known(country(p) != "", "") }),
		list("controle_par", doc{"Contrôlé par", "Controlled by", "Qui le contrôle en dernier ressort, selon les sources ; les trois colonnes « controle_ » vont dans le même ordre.", "Who ultimately controls it, as sources say; the three “controle_” columns are in the same order."}, controls(func(c record.Control) string { return c.By.FR })),
		list("controle_pays", doc{"Pays du contrôle", "Country of control", "Pays de qui le contrôle, code ISO 3166-1 à deux lettres, ou « unknown ».", "Country of who controls it, ISO 3166-1 code of two letters, or “unknown”."}, controls(func(c record.Control) string { return c.Country })),
		list("controle_etendue", doc{"Étendue du contrôle", "Extent of control", "En entier (whole), en majorité (majority), en partie (part) ou inconnue (unknown).", "Whole, majority, part or unknown."}, controls(func(c record.Control) string { return c.Extent })),
		list("offres", doc{"Offres", "Offers", "Identifiants de ses offres.", "Identifiers of its offers."}, func(p row) []string { return offerIDs(p.Offers) }),
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
