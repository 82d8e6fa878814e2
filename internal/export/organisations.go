package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func (m maker) organisations() Table {
	type row = *dataset.Organisation
	return fill(Table{ID: "organismes", Slug: lang.Text{FR: "organismes", EN: "organisations"},
		Title: lang.Text{FR: "Organismes publics", EN: "Public bodies"},
		About: lang.Text{FR: "Une ligne par organisme public suivi, y compris ceux dont aucun hébergement n’est documenté.",
			EN: "One row per public body watched, those of which no hosting is documented among them."}},
		m.Data.Every.Organisations,
		identifier(func(o row) string { return o.ID }),
		both("nom", doc{"Nom", "Name", "Nom usuel de l’organisme.", "Usual name of the body."}, func(o row) lang.Text { return o.Name }),
		text("sigle", doc{"Sigle", "Short name", "Sigle ou nom court.", "Acronym or short name."}, func(o row) string { return o.Short }),
		worded(m, "type", record.BodyKindList, doc{"Type", "Kind", "Sorte d’organisme public.", "Kind of public body."}, func(o row) record.BodyKind { return o.Kind }),
		text("siren", doc{"SIREN", "SIREN", "Numéro SIREN à neuf chiffres, en texte ; vide s’il n’a été lu dans aucune source.", "SIREN number of nine digits, as text; empty when it was read in no source."}, func(o row) string { return o.SIREN }),
		both("siren_source", doc{"Source du SIREN", "Source of the SIREN", "Où le SIREN a été lu.", "Where the SIREN was read."}, func(o row) lang.Text { return o.SIRENSource }),
		text("code_geo", doc{"Code géographique", "Geographic code", "Code officiel géographique (Insee), en texte, pour les collectivités.", "Official geographic code (Insee), as text, for local authorities."}, func(o row) string { return o.COG }),
		refer("rattachement", "organismes", doc{"Rattachement", "Parent", "Identifiant de l’organisme dont il dépend.", "Identifier of the body that it belongs to or is supervised by."}, func(o row) string { return o.Organisation.Parent }),
		whole("services_documentes", doc{"Services documentés", "Documented services", "Nombre de ses services dont une source documente l’hébergement ; vide, et non zéro, quand aucun ne l’est.", "Number of its services whose hosting a source documents; empty, not zero, when none is."},
			func(o row) (int, bool) { return len(o.Migrations), len(o.Migrations) > 0 }),
		absence(m, doc{"Hébergement connu", "Hosting known", "Si l’hébergement d’un de ses services au moins est documenté.", "Whether the hosting of one of its services at least is documented."}, hosting),
		list("migrations", doc{"Cas d’hébergement", "Cases of hosting", "Identifiants de ses lignes dans la table « migrations ».", "Identifiers of its rows in table “migrations”."}, func(o row) []string {
			var out []string
			for _, x := range o.Migrations {
				out = append(out, x.ID)
			}
			return out
		}),
		claims(func(o row) []*dataset.Claim { return o.Claims }),
		note(func(o row) lang.Text { return o.Note }),
		withdrawal("organismes", func(o row) record.Head { return o.Head }),
		page(func(o row) string { return m.pageOf(record.Organisations, o.ID) }))
}

// hosting says whether the hosting of a body is documented, and if not why.
func hosting(o *dataset.Organisation) (figure.State, record.Reason) {
	var why record.Reason
	if c, ok := o.Hosting(); ok {
		why = c.Reason
	}
	return known(len(o.Migrations) > 0, why)
}
