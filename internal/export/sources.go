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
	return fill(Table{ID: "sources", Slug: lang.Name("sources"),
		Title: lang.Text{FR: "Sources", EN: "Sources"},
		About: lang.Text{FR: "Une ligne par document ou page sur lequel le site s’appuie.", EN: "One row per document or page that the site relies on."}},
		m.Data.Every.Sources,
		identifier(func(s row) string { return s.ID }),
		text("titre", doc{"Titre", "Title", "Titre publié, dans sa langue.", "Title as published, in its language."}, func(s row) string { return s.Title }),
		text("editeur", doc{"Éditeur", "Publisher", "Qui la publie, tel qu’il se nomme.", "Who publishes it, as it names itself."}, func(s row) string { return s.Publisher }),
		link("adresse", doc{"Adresse", "Address", "Adresse du document ; vide pour ce qui est tenu pour connu.", "Address of the document; empty for common knowledge only."}, func(s row) string { return s.URL }),
		list("autres_adresses", doc{"Autres adresses", "Further addresses", "Autres adresses où lire les mêmes faits.", "Further addresses where the same facts can be read."}, func(s row) []string { return s.Also }),
		period("publication", doc{"Publication", "Publication", "Date de publication ; vide si aucune n’est visible.", "Date of publication; empty when none is visible."}, func(s row) cal.Period { return at(s.Published) }),
		code(m, "type", "source-kind", record.SourceKinds(), doc{"Type", "Kind", "Sorte de document.", "Sort of document."}, func(s row) record.SourceKind { return s.Kind }),
		code(m, "qualite", "quality", record.Qualities(), doc{"Qualité", "Quality", "Distance de la source à ce dont elle parle.", "How near it is to what it speaks of."}, func(s row) record.Quality { return s.Source.Quality }),
		code(m, "provenance", "provenance", record.Provenances(), doc{"Provenance", "Provenance", "Ce qu’est son texte, quand son éditeur ne l’a pas écrit ou ne l’a pas publié ; vide pour une publication à lui.", "What its text is, when its publisher did not write it or did not publish it; empty for a publication of its own."}, func(s row) record.Provenance { return s.Provenance }),
		text("licence", doc{"Licence", "Licence", "Nom SPDX de sa licence, ou « unknown ».", "SPDX name of its licence, or “unknown”."}, func(s row) string { return s.Licence }),
		boolean("redistribuable", doc{"Redistribuable", "Redistributable", "Si une copie peut être republiée.", "Whether a copy of it may be republished."}, func(s row) bool { return s.Redistributable }),
		code(m, "rythme", "cadence", record.Cadences(), doc{"Rythme", "Cadence", "À quel rythme elle est renouvelée.", "How often it is renewed."}, func(s row) record.Cadence { return s.Cadence }),
		day("morte_depuis", doc{"Morte depuis", "Dead since", "Jour depuis lequel son adresse ne répond plus.", "Day since which its address does not answer any more."}, func(s row) cal.Day {
			if s.DeadSince == nil {
				return cal.Day{}
			}
			return *s.DeadSince
		}),
		code(m, "fraicheur", "freshness", dataset.SourceStates(), doc{"Fraîcheur", "Freshness", "État au jour de référence, d’après le rythme et le délai de grâce ; calculé, jamais saisi.", "Where it stands on the day of reference, by its cadence and its days of grace; computed, never typed."}, func(s row) dataset.SourceState { return s.Freshness.State }),
		day("fraicheur_depuis", doc{"Depuis", "Since", "Jour depuis lequel elle est en retard, muette, disparue ou fermée.", "Day since which it is late, silent, gone or closed."}, func(s row) cal.Day { return s.Freshness.Since }),
		whole("jours_de_retard", doc{"Jours de retard", "Days late", "Jours passés depuis le dernier jour où elle était à jour.", "Days since the last day on which it was up to date."}, func(s row) (int, bool) { return s.Freshness.Days, s.Freshness.Days > 0 }),
		day("a_jour_jusqu_au", doc{"À jour jusqu’au", "Up to date until", "Dernier jour où elle compte comme à jour ; vide si elle ne se renouvelle pas.", "Last day on which it counts as up to date; empty when it is not renewed."}, func(s row) cal.Day { return s.Freshness.Due }),
		day("prochaine_edition", doc{"Prochaine édition", "Next edition", "Jour attendu de la prochaine édition ; vide sans rythme fixe.", "Day on which the next edition is expected; empty without a set rhythm."}, func(s row) cal.Day { return s.Freshness.Next }),
		whole("affirmations_nombre", doc{"Nombre d’affirmations", "Number of claims", "Nombre d’affirmations lues dans cette source.", "Number of claims read in this source."}, func(s row) (int, bool) { return len(s.Claims), true }),
		day("lue_le", doc{"Lue le", "Read on", "Dernier jour où elle a été lue.", "Last day on which it was read."}, func(s row) cal.Day { return s.LastReading() }),
		note(func(s row) lang.Text { return s.Note }),
		withdrawal("sources", func(s row) record.Head { return s.Head }),
		page(func(s row) string { return m.pageOf(record.Sources, s.ID) }))
}

func (m maker) claims() Table {
	type row = *dataset.Claim
	return fill(Table{ID: "affirmations", Slug: lang.Text{FR: "affirmations", EN: "claims"},
		Title: lang.Text{FR: "Affirmations", EN: "Claims"},
		About: lang.Text{FR: "Une ligne par affirmation : cette source dit ceci, ici, et a été lue ce jour-là. C’est la preuve de tout le reste.",
			EN: "One row per claim: this source says this, here, and was read on this day. It is the proof of all the rest."}},
		m.Data.Claims,
		identifier(func(c row) string { return c.ID }),
		refer("source", "sources", doc{"Source", "Source", "Identifiant de la source.", "Identifier of the source."}, func(c row) string { return c.Claim.Source }),
		text("endroit", doc{"Endroit", "Where", "Où dans la source : page, section, cellule.", "Where in the source: page, section, cell."}, func(c row) string { return c.At }),
		both("dit", doc{"Dit", "Says", "Ce que dit la source, dans nos mots.", "What the source says, in our own words."}, func(c row) lang.Text { return c.Says }),
		value(m, "valeur", "montant_eur", doc{"Valeur", "Value", "Nombre donné par la source, s’il y en a un.", "Number that the source gives, when there is one."}, claimed),
		corrected(m, func(c row) *dataset.Claim { return c }),
		unit(func(c row) quantity.Unit { return c.Unit }),
		period("porte_sur", doc{"Porte sur", "About", "Date ou durée dont parle l’affirmation.", "Date or span that the claim is about."}, func(c row) cal.Period { return c.About }),
		period("enonce", doc{"Énoncé", "Stated", "Date que porte l’énoncé, quand elle diffère de celle de la source.", "Date that the statement bears, where it differs from that of the source."}, func(c row) cal.Period { return at(c.Stated) }),
		day("lu_le", doc{"Lu le", "Read on", "Jour de la lecture.", "Day on which it was read."}, func(c row) cal.Day { return c.Read }),
		code(m, "qualite", "quality", record.Qualities(), doc{"Qualité", "Quality", "Distance de l’énoncé au fait.", "How near the statement is to the fact."}, func(c row) record.Quality { return c.Quality }),
		text("fiche_type", doc{"Type de fiche", "Kind of record", "Dossier de data/ où se trouve la fiche qui porte l’affirmation.", "Folder of data/ of the record that holds the claim."}, func(c row) string { return string(c.Owner.Kind) }),
		text("fiche", doc{"Fiche", "Record", "Identifiant de la fiche qui porte l’affirmation.", "Identifier of the record that holds the claim."}, func(c row) string { return c.Owner.ID }),
		day("fiche_retiree_le", doc{"Fiche retirée le", "Record withdrawn on", "Jour où la fiche qui porte l’affirmation a été retirée ; vide si elle vaut toujours.", "Day on which the record that holds the claim was withdrawn; empty when it still stands."}, func(c row) cal.Day {
			if w := m.Data.Withdrawal(c.Owner); w != nil {
				return w.On
			}
			return cal.Day{}
		}),
		text("empreinte", doc{"Empreinte", "Hash", "SHA-256 de la copie où elle a été lue, s’il y en a une.", "SHA-256 of the copy that it was read in, when there is one."}, func(c row) string { return c.Snapshot }),
		note(func(c row) lang.Text { return c.Note }),
		page(func(c row) string { return m.Places.Claim(c) }))
}
