package export

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// findings has a row per documented service: what the rules of its day asked, what
// is known, and what the two allow to say.
func (m maker) findings() Table {
	type row = indicator.Finding
	return fill(Table{ID: "constats", Slug: lang.Text{FR: "constats", EN: "findings"},
		Title: lang.Text{FR: "Constats : services et règles de leur jour", EN: "Findings: services and the rules of their day"},
		About: lang.Text{FR: "Une ligne par service documenté : ce que demandaient les règles à la date du document, ce que l’on sait, et ce que l’on peut en dire. Un constat pose une question ; il n’accuse personne.",
			EN: "One row per documented service: what the rules asked on the date of the document, what is known, and what can be said of it. A finding asks a question; it accuses nobody."}},
		indicator.Findings(m.Data),
		key(refer("service", "", doc{"Service", "Service", "Identifiant du service (colonne « identifiant » de la table « migrations »).", "Identifier of the service (column “identifiant” of table “migrations”)."}, func(f row) string { return f.Migration.ID })),
		both("service_nom", doc{"Nom du service", "Name of the service", "Le service hébergé.", "The service that is hosted."}, func(f row) lang.Text { return f.Migration.Service }),
		refer("organisme", "organismes", doc{"Organisme", "Public body", "Identifiant de l’organisme dont c’est le service.", "Identifier of the body whose service it is."}, func(f row) string { return f.Migration.Migration.Organisation }),
		text("organisme_nom", doc{"Nom de l’organisme", "Name of the body", "Nom usuel de l’organisme, en français.", "Usual name of the body, in French."}, func(f row) string {
			return m.Data.NameOf(record.Ref{Kind: record.Organisations, ID: f.Migration.Migration.Organisation}).FR
		}),
		period("date", doc{"Date", "Date", "Date du dernier document lu sur le service ; vide s’il n’en porte pas.", "Date of the last document read about the service; empty when it bears none."}, func(f row) cal.Period { return f.On }),
		list("regles", doc{"Règles", "Rules", "Identifiants des règles d’alors qui parlent de ce service (table « doctrines »).", "Identifiers of the rules of then that speak of this service (table “doctrines”)."}, func(f row) []string { return rulesOf(f) }),
		both("demande", doc{"Ce qui était demandé", "What was asked", "Ce que demandaient ces règles, dans nos mots.", "What those rules asked, in our own words."}, func(f row) lang.Text { return askedBy(f) }),
		code(m, "niveau", "tier", record.TierIDs(), doc{"Niveau", "Tier", "Niveau de cloud qui l’héberge.", "Tier that hosts it."}, func(f row) record.TierID { return f.Migration.Tier }),
		code(m, "niveau_origine", "tier-from", record.TierOrigins(), doc{"Origine du niveau", "Origin of the tier", "Si la source donne le niveau, ou de quoi nous le déduisons ; vide quand le niveau est impossible à dire.", "Whether the source gives the tier, or what we deduce it from; empty when the tier cannot be told."}, func(f row) record.TierOrigin { return f.Migration.TierFrom }),
		code(m, "sensibilite", "sensitivity", record.Sensitivities(), doc{"Sensibilité", "Sensitivity", "Sensibilité des données, seulement si une source la dit.", "Sensitivity of the data, only where a source says it."}, func(f row) record.Sensitivity { return f.Migration.Sensitivity }),
		code(m, "secnumcloud", "secnumcloud", record.HostQualifications(), doc{"SecNumCloud", "SecNumCloud", "Ce que l’on sait de la qualification de l’hébergement.", "What is known of the qualification of the hosting."}, func(f row) record.HostQualification { return f.Migration.SecNumCloud }),
		list("fournisseurs", doc{"Hébergeurs", "Hosts", "Identifiants des hébergeurs.", "Identifiers of the hosts."}, func(f row) []string { return f.Migration.Migration.Providers }),
		refer("offre", "offres", doc{"Offre", "Offer", "Identifiant de l’offre, quand la source la nomme.", "Identifier of the offer, when the source names it."}, func(f row) string { return f.Migration.Migration.Offer }),
		code(m, "constat", "verdict", indicator.Verdicts(), doc{"Constat", "Finding", "Ce que les documents lus permettent de dire.", "What the documents read allow to say."}, func(f row) indicator.Verdict { return f.Verdict }),
		code(m, "manque", "lack", indicator.Lacks(), doc{"Ce qui manque", "What is missing", "Ce qui manque d’abord pour pouvoir dire ; vide quand on peut.", "What is missing first to be able to tell; empty when one can."}, func(f row) indicator.Lack { return f.Lacks }),
		both("pourquoi", doc{"Pourquoi", "Why", "Sur quoi repose le constat.", "On what the finding rests."}, func(f row) lang.Text { return f.Why }),
		claims(func(f row) []*dataset.Claim { return f.Migration.Claims }),
		page(func(f row) string { return m.pageOf(record.Migrations, f.Migration.ID) }))
}

func rulesOf(f indicator.Finding) []string {
	var out []string
	for _, r := range f.Rules {
		out = append(out, r.ID)
	}
	return out
}

// askedBy puts what the rules asked one after the other.
func askedBy(f indicator.Finding) lang.Text {
	var fr, en []string
	for _, r := range f.Rules {
		fr, en = append(fr, r.Asks.FR), append(en, r.Asks.EN)
	}
	return lang.Text{FR: strings.Join(fr, " "), EN: strings.Join(en, " ")}
}
