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
	return fill(m, "migrations", m.statuses(),
		identifierOfMigration(),
		key(whole("rang", func(s row) (int, bool) { return s.rank, true })),
		refer("organisme", "organismes", func(s row) string { return s.Migration.Migration.Organisation }),
		text("organisme_nom", func(s row) string {
			return m.Data.NameOf(record.Ref{Kind: record.Organisations, ID: s.Migration.Migration.Organisation}).FR
		}),
		both("service", func(s row) lang.Text { return s.Service }),
		code(m, "statut", "status", record.MigrationStatuses(), func(s row) record.MigrationStatus {
			return s.status.Status
		}),
		boolean("actuel", func(s row) bool { return s.current }),
		period("date", func(s row) cal.Period {
			if s.status.On == nil {
				return cal.Period{}
			}
			return *s.status.On
		}),
		code(m, "datation", "dating", []record.Dating{record.Documented, record.Dated}, func(s row) record.Dating {
			return s.status.Dating
		}),
		worded(m, "niveau", record.TierList, func(s row) record.TierID { return s.Tier }),
		code(m, "niveau_origine", "tier-from", record.TierOrigins(), func(s row) record.TierOrigin { return s.TierFrom }),
		code(m, "niveau_manque", "tier-unknown", record.TierGaps(), func(s row) record.TierGap { return s.TierUnknown }),
		both("niveau_motif", func(s row) lang.Text { return s.TierBasis }),
		text("modele", func(s row) string { return string(s.Model) }),
		list("fournisseurs", func(s row) []string { return s.Migration.Migration.Providers }),
		refer("offre", "offres", func(s row) string { return s.Migration.Migration.Offer }),
		both("hebergeur_dit", func(s row) lang.Text { return s.Host }),
		absence(m, func(s row) (figure.State, record.Reason) {
			mg := s.Migration.Migration
			return known(len(mg.Providers) > 0 || mg.Offer != "" || !mg.Host.IsZero(), mg.ProviderUnknown)
		}),
		hostings(m, func(s row) *dataset.Migration { return s.Migration }),
		worded(m, "sensibilite", record.SensitivityList, func(s row) record.Sensitivity { return s.Sensitivity }),
		refer("offre_quittee", "offres", func(s row) string { return s.Migration.Migration.Left }),
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
