package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// migrationStatus is one status of one migration.
type migrationStatus struct {
	*dataset.Migration
	rank    int // from 1
	status  record.Status
	current bool
}

func (m maker) migrations() Table {
	type row = migrationStatus
	return fill(Table{ID: "migrations", Slug: lang.Name("migrations"),
		Title: lang.Text{FR: "Cas d’hébergement et migrations", EN: "Cases of hosting and migrations"},
		About: lang.Text{FR: "Une ligne par état daté d’un service. Ce sont des cas documentés, jamais un taux d’adoption.",
			EN: "One row per dated status of a service. They are documented cases, never a rate of adoption."}},
		m.statuses(),
		identifierOfMigration(),
		key(whole("rang", doc{"Rang", "Rank", "Rang de l’état dans l’histoire du service, à partir de 1.", "Rank of the status in the history of the service, from 1."}, func(s row) (int, bool) { return s.rank, true })),
		refer("organisme", "organismes", doc{"Organisme", "Public body", "Identifiant de l’organisme dont c’est le service.", "Identifier of the body whose service it is."}, func(s row) string { return s.Migration.Migration.Organisation }),
		text("organisme_nom", doc{"Nom de l’organisme", "Name of the body", "Nom usuel de l’organisme, en français.", "Usual name of the body, in French."}, func(s row) string {
			return m.Data.NameOf(record.Ref{Kind: record.Organisations, ID: s.Migration.Migration.Organisation}).FR
		}),
		both("service", doc{"Service", "Service", "Le service hébergé.", "The service that is hosted."}, func(s row) lang.Text { return s.Service }),
		code(m, "statut", "status", record.MigrationStatuses(), doc{"État", "Status", "Ce que la source dit du service à cette date.", "What the source says of the service at that date."}, func(s row) record.MigrationStatus { return s.status.Status }),
		boolean("actuel", doc{"Dernier état", "Last status", "Si c’est le dernier état connu au jour de référence.", "Whether it is the last status known on the day of reference."}, func(s row) bool { return s.current }),
		period("date", doc{"Date", "Date", "Date de l’état, aussi précise que la source ; vide si elle n’en porte pas.", "Date of the status, as precise as the source; empty when it bears none."}, func(s row) cal.Period {
			if s.status.On == nil {
				return cal.Period{}
			}
			return *s.status.On
		}),
		code(m, "datation", "dating", []record.Dating{record.Documented, record.Dated}, doc{"Datation", "Dating", "Ce que date la date : le document qui en parle, ou le changement lui-même.", "What the date is the date of: the document that tells it, or the change itself."}, func(s row) record.Dating { return s.status.Dating }),
		code(m, "niveau", "tier", record.TierIDs(), doc{"Niveau", "Tier", "Niveau de cloud qui l’héberge.", "Tier that hosts it."}, func(s row) record.TierID { return s.Tier }),
		code(m, "niveau_origine", "tier-from", record.TierOrigins(), doc{"Origine du niveau", "Origin of the tier", "Si la source donne le niveau, ou de quoi nous le déduisons ; vide quand le niveau est impossible à dire.", "Whether the source gives the tier, or what we deduce it from; empty when the tier cannot be told."}, func(s row) record.TierOrigin { return s.TierFrom }),
		code(m, "niveau_manque", "tier-unknown", record.TierGaps(), doc{"Pourquoi pas de niveau", "Why no tier", "Pourquoi le niveau est impossible à dire ; vide quand il est connu.", "Why the tier cannot be told; empty when it is known."}, func(s row) record.TierGap { return s.TierUnknown }),
		both("niveau_motif", doc{"Motif du niveau", "Basis of the tier", "Ce sur quoi repose le niveau, ou son absence, en mots.", "What the tier, or its absence, rests on, in words."}, func(s row) lang.Text { return s.TierBasis }),
		text("modele", doc{"Modèle de service", "Service model", "IaaS, CaaS, PaaS ou SaaS, s’il est connu.", "IaaS, CaaS, PaaS or SaaS, when known."}, func(s row) string { return string(s.Model) }),
		list("fournisseurs", doc{"Hébergeurs", "Hosts", "Identifiants des hébergeurs.", "Identifiers of the hosts."}, func(s row) []string { return s.Migration.Migration.Providers }),
		refer("offre", "offres", doc{"Offre", "Offer", "Identifiant de l’offre, quand la source la nomme.", "Identifier of the offer, when the source names it."}, func(s row) string { return s.Migration.Migration.Offer }),
		both("hebergeur_dit", doc{"Hébergeur, en mots", "Host, in words", "Ce que la source dit de l’hébergeur, quand ni fournisseur ni offre ne le disent.", "What the source says of the host, where no provider or offer says it."}, func(s row) lang.Text { return s.Host }),
		absence(m, doc{"Hébergeur connu", "Host known", "Si l’hébergeur est nommé.", "Whether the host is named."}, func(s row) (figure.State, record.Reason) {
			mg := s.Migration.Migration
			return known(len(mg.Providers) > 0 || mg.Offer != "" || !mg.Host.IsZero(), mg.ProviderUnknown)
		}),
		code(m, "secnumcloud", "secnumcloud", record.HostQualifications(), doc{"SecNumCloud", "SecNumCloud", "Ce que l’on sait de la qualification de l’hébergement.", "What is known of the qualification of the hosting."}, func(s row) record.HostQualification { return s.SecNumCloud }),
		code(m, "sensibilite", "sensitivity", record.Sensitivities(), doc{"Sensibilité", "Sensitivity", "Sensibilité des données, seulement si une source la dit.", "Sensitivity of the data, only where a source says it."}, func(s row) record.Sensitivity { return s.Sensitivity }),
		refer("offre_quittee", "offres", doc{"Offre quittée", "Offer left", "Identifiant de l’offre que le service a quittée.", "Identifier of the offer that the service left."}, func(s row) string { return s.Migration.Migration.Left }),
		claims(func(s row) []*dataset.Claim { return m.own(s.status.Claims) }),
		note(func(s row) lang.Text { return s.Note }),
		withdrawal("", func(s row) record.Head { return s.Head }),
		page(func(s row) string { return m.pageOf(record.Migrations, s.ID) }))
}

func identifierOfMigration() columns[migrationStatus] {
	return identifier(func(s migrationStatus) string { return s.ID })
}

// statuses lists every status of every migration. The current one is the last
// that is not of the future.
func (m maker) statuses() []migrationStatus {
	var out []migrationStatus
	for _, mg := range m.Data.Every.Migrations {
		last := -1
		for i, s := range mg.Statuses {
			if s.On == nil || !s.On.First().After(m.Data.AsOf) {
				last = len(out)
			}
			out = append(out, migrationStatus{Migration: mg, rank: i + 1, status: s})
		}
		if last >= 0 {
			out[last].current = true
		}
	}
	return out
}
