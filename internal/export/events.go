package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func (m maker) events() Table {
	type row = *dataset.Event
	return fill(Table{ID: "evenements", Slug: lang.Text{FR: "evenements", EN: "events"},
		Title: lang.Text{FR: "Événements", EN: "Events"},
		About: lang.Text{FR: "Une ligne par fait daté ou déclaration publique.", EN: "One row per dated fact or public statement."}},
		m.Data.Every.Events,
		identifier(func(e row) string { return e.ID }),
		period("date", doc{"Date", "Date", "Date de l’événement, aussi précise que la source ; vide si aucune ne le date.", "Date of the event, as precise as the source; empty when none dates it."}, func(e row) cal.Period { return orNone(e.On) }),
		code(m, "type", "event", record.EventKinds(), doc{"Type", "Kind", "Sorte d’événement.", "Sort of event."}, func(e row) record.EventKind { return e.Kind }),
		both("titre", doc{"Titre", "Title", "Ce qui s’est passé, en une ligne.", "What happened, in a line."}, func(e row) lang.Text { return e.Title }),
		list("organismes", doc{"Organismes", "Public bodies", "Identifiants des organismes concernés.", "Identifiers of the bodies concerned."}, func(e row) []string { return e.Event.Organisations }),
		list("fournisseurs", doc{"Fournisseurs", "Providers", "Identifiants des fournisseurs concernés.", "Identifiers of the providers concerned."}, func(e row) []string { return e.Event.Providers }),
		list("offres", doc{"Offres", "Offers", "Identifiants des offres concernées.", "Identifiers of the offers concerned."}, func(e row) []string { return e.Event.Offers }),
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
	return fill(Table{ID: "doctrines", Slug: lang.Text{FR: "doctrine", EN: "doctrine"},
		Title: lang.Text{FR: "Règles de la doctrine", EN: "Rules of the doctrine"},
		About: lang.Text{FR: "Une ligne par règle de la doctrine de l’État sur l’informatique en nuage, avec sa période d’application.",
			EN: "One row per rule of the State’s cloud doctrine, with the period in which it applies."}},
		m.Data.Every.Doctrines,
		identifier(func(d row) string { return d.ID }),
		both("titre", doc{"Titre", "Title", "La règle en quelques mots.", "The rule in a few words."}, func(d row) lang.Text { return d.Title }),
		text("texte", doc{"Texte", "Text", "Acte qui la pose.", "Act that sets it."}, func(d row) string { return d.Text }),
		text("numero", doc{"Numéro", "Number", "Son numéro dans ce texte.", "Its number in that text."}, func(d row) string { return d.Number }),
		period("en_vigueur", doc{"En vigueur", "In force", "Période d’application.", "Period in which it applies."}, func(d row) cal.Period { return d.InForce }),
		both("demande", doc{"Demande", "Asks", "Ce qu’elle demande, dans nos mots.", "What it asks, in our own words."}, func(d row) lang.Text { return d.Asks }),
		list("s_applique_a", doc{"S’applique à", "Applies to", "Types d’organismes visés ; vide : l’État, ses ministères et ses administrations centrales.", "Kinds of bodies that it binds; empty: the State, its ministries and central administrations."}, func(d row) []string { return strs(d.AppliesTo) }),
		list("laisse_de_cote", doc{"Laisse de côté", "Leaves out", "Types d’organismes qu’elle ne vise pas, quand elle le dit.", "Kinds of bodies that it does not bind, when it says so."}, func(d row) []string { return strs(d.LeavesOut) }),
		code(m, "sensibilite", "sensitivity", record.Sensitivities(), doc{"Sensibilité", "Sensitivity", "Sensibilité des données dont elle parle.", "Sensitivity of the data that it is about."}, func(d row) record.Sensitivity { return d.Sensitivity }),
		boolean("autres_donnees", doc{"Autres données", "Other data", "Si elle parle des données dont aucune autre règle du texte ne parle.", "Whether it is about the data of which no other rule of the text speaks."}, func(d row) bool { return d.Otherwise }),
		text("qualification_demandee", doc{"Qualification demandée", "Qualification asked", "Qualification qu’elle demande d’une offre commerciale pour ces données.", "Qualification that it asks of a commercial offer for those data."}, func(d row) string { return string(d.AsksQualification) }),
		boolean("cloud_par_defaut", doc{"Cloud par défaut", "Cloud by default", "Si elle demande le cloud par défaut.", "Whether it asks for the cloud by default."}, func(d row) bool { return d.AsksCloud }),
		list("niveaux", doc{"Niveaux", "Tiers", "Niveaux qu’elle admet pour ces données.", "Tiers that it allows for those data."}, func(d row) []string { return strs(d.Tiers) }),
		claims(func(d row) []*dataset.Claim { return d.Claims }),
		note(func(d row) lang.Text { return d.Note }),
		withdrawal("doctrines", func(d row) record.Head { return d.Head }),
		page(func(d row) string { return m.pageOf(record.Doctrines, d.ID) }))
}
