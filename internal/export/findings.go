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
	return fill(m, "constats", indicator.Findings(m.Data),
		key(refer("service", "", func(f row) string { return f.Migration.ID })),
		both("service_nom", func(f row) lang.Text { return f.Migration.Service }),
		refer("organisme", "organismes", func(f row) string { return f.Migration.Migration.Organisation }),
		text("organisme_nom", func(f row) string {
			return m.Data.NameOf(record.Ref{Kind: record.Organisations, ID: f.Migration.Migration.Organisation}).FR
		}),
		period("date", func(f row) cal.Period { return f.On }),
		list("regles", func(f row) []string { return rulesOf(f) }),
		both("demande", func(f row) lang.Text { return askedBy(f) }),
		worded(m, "niveau", record.TierList, func(f row) record.TierID { return f.Migration.Tier }),
		code(m, "niveau_origine", "tier-from", record.TierOrigins(), func(f row) record.TierOrigin {
			return f.Migration.TierFrom
		}),
		worded(m, "sensibilite", record.SensitivityList, func(f row) record.Sensitivity { return f.Migration.Sensitivity }),
		hostings(m, func(f row) *dataset.Migration { return f.Migration }),
		list("fournisseurs", func(f row) []string { return f.Migration.Migration.Providers }),
		refer("offre", "offres", func(f row) string { return f.Migration.Migration.Offer }),
		code(m, "constat", "verdict", indicator.Verdicts(), func(f row) indicator.Verdict { return f.Verdict }),
		code(m, "manque", "lack", indicator.Lacks(), func(f row) indicator.Lack { return f.Lacks }),
		both("pourquoi", func(f row) lang.Text { return f.Why }),
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
