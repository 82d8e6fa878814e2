package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func (m maker) sources() Table {
	type row = *dataset.Source
	return fill(m, "sources", m.Data.Every.Sources,
		identifier(func(s row) string { return s.ID }),
		text("titre", func(s row) string { return s.Title }),
		text("editeur", func(s row) string { return s.Publisher }),
		link("adresse", func(s row) string { return s.URL }),
		list("autres_adresses", func(s row) []string { return s.Also }),
		period("publication", func(s row) cal.Period { return at(s.Published) }),
		worded(m, "type", record.SourceKindList, func(s row) record.SourceKind { return s.Kind }),
		worded(m, "qualite", record.QualityList, func(s row) record.Quality { return s.Source.Quality }),
		worded(m, "provenance", record.ProvenanceList, func(s row) record.Provenance { return s.Provenance }),
		text("licence", func(s row) string { return s.Licence }),
		boolean("redistribuable", func(s row) bool { return s.Redistributable }),
		code(m, "rythme", "cadence", record.Cadences(), func(s row) record.Cadence { return s.Cadence }),
		day("morte_depuis", func(s row) cal.Day {
			if s.DeadSince == nil {
				return cal.Day{}
			}
			return *s.DeadSince
		}),
		code(m, "fraicheur", "freshness", dataset.SourceStates(), func(s row) dataset.SourceState {
			return s.Freshness.State
		}),
		day("fraicheur_depuis", func(s row) cal.Day { return s.Freshness.Since }),
		whole("jours_de_retard", func(s row) (int, bool) { return s.Freshness.Days, s.Freshness.Days > 0 }),
		day("a_jour_jusqu_au", func(s row) cal.Day { return s.Freshness.Due }),
		day("prochaine_edition", func(s row) cal.Day { return s.Freshness.Next }),
		whole("affirmations_nombre", func(s row) (int, bool) { return len(s.Claims), true }),
		day("lue_le", func(s row) cal.Day { return s.LastReading() }),
		note(func(s row) lang.Text { return s.Note }),
		withdrawal("sources", func(s row) record.Head { return s.Head }),
		page(func(s row) string { return m.pageOf(record.Sources, s.ID) }))
}

func (m maker) claims() Table {
	type row = *dataset.Claim
	return fill(m, "affirmations", m.Data.Claims,
		identifier(func(c row) string { return c.ID }),
		refer("source", "sources", func(c row) string { return c.Claim.Source }),
		text("endroit", func(c row) string { return c.At }),
		both("dit", func(c row) lang.Text { return c.Says }),
		value(m, "valeur", "montant_eur", claimed),
		corrected(m, func(c row) *dataset.Claim { return c }),
		unit(func(c row) quantity.Unit { return c.Unit }),
		period("porte_sur", func(c row) cal.Period { return c.About }),
		period("enonce", func(c row) cal.Period { return at(c.Stated) }),
		day("lu_le", func(c row) cal.Day { return c.Read }),
		worded(m, "qualite", record.QualityList, func(c row) record.Quality { return c.Quality }),
		text("fiche_type", func(c row) string { return string(c.Owner.Kind) }),
		text("fiche", func(c row) string { return c.Owner.ID }),
		day("fiche_retiree_le", func(c row) cal.Day {
			if w := m.Data.Withdrawal(c.Owner); w != nil {
				return w.On
			}
			return cal.Day{}
		}),
		text("empreinte", func(c row) string { return c.Snapshot }),
		note(func(c row) lang.Text { return c.Note }),
		page(func(c row) string { return m.Places.Claim(c) }))
}
