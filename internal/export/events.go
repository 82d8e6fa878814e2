package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func (m maker) events() Table {
	type row = *dataset.Event
	return fill(m, "evenements", m.Data.Every.Events,
		identifier(func(e row) string { return e.ID }),
		period("date", func(e row) cal.Period { return orNone(e.On) }),
		worded(m, "type", record.EventKindList, func(e row) record.EventKind { return e.Kind }),
		both("titre", func(e row) lang.Text { return e.Title }),
		list("organismes", func(e row) []string { return e.Event.Organisations }),
		list("fournisseurs", func(e row) []string { return e.Event.Providers }),
		list("offres", func(e row) []string { return e.Event.Offers }),
		claims(func(e row) []*dataset.Claim { return e.Claims }),
		note(func(e row) lang.Text { return e.Note }),
		withdrawal("evenements", func(e row) record.Head { return e.Head }),
		page(func(e row) string { return m.pageOf(record.Events, e.ID) }))
}

func orNone(p *cal.Period) cal.Period {
	if p == nil {
		return cal.Period{}
	}
	return *p
}

func (m maker) doctrines() Table {
	type row = *dataset.Doctrine
	return fill(m, "doctrines", m.Data.Every.Doctrines,
		identifier(func(d row) string { return d.ID }),
		both("titre", func(d row) lang.Text { return d.Title }),
		text("texte", func(d row) string { return d.Text }),
		text("numero", func(d row) string { return d.Number }),
		period("en_vigueur", func(d row) cal.Period { return d.InForce }),
		both("demande", func(d row) lang.Text { return d.Asks }),
		list("s_applique_a", func(d row) []string { return strs(d.AppliesTo) }),
		list("laisse_de_cote", func(d row) []string { return strs(d.LeavesOut) }),
		worded(m, "sensibilite", record.SensitivityList, func(d row) record.Sensitivity { return d.Sensitivity }),
		boolean("autres_donnees", func(d row) bool { return d.Otherwise }),
		text("qualification_demandee", func(d row) string { return string(d.AsksQualification) }),
		m.askedLevels(),
		boolean("cloud_par_defaut", func(d row) bool { return d.AsksCloud }),
		list("niveaux", func(d row) []string { return strs(d.Tiers) }),
		claims(func(d row) []*dataset.Claim { return d.Claims }),
		note(func(d row) lang.Text { return d.Note }),
		withdrawal("doctrines", func(d row) record.Head { return d.Head }),
		page(func(d row) string { return m.pageOf(record.Doctrines, d.ID) }))
}
