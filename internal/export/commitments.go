package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func (m maker) commitments() Table {
	type row = *dataset.Commitment
	return fill(Table{ID: "engagements", Slug: lang.Text{FR: "engagements", EN: "commitments"},
		Title: lang.Text{FR: "Engagements", EN: "Commitments"},
		About: lang.Text{FR: "Une ligne par promesse publique (auteur, jour, objet vérifiable, échéance), avec ce qu’elle est devenue au jour de référence. Une sélection.",
			EN: "One row per public promise (author, day, object that can be checked, deadline), with what became of it on the day of reference. A selection."}},
		m.Data.Every.Commitments,
		identifier(func(c row) string { return c.ID }),
		both("titre", doc{"Titre", "Title", "La promesse en quelques mots.", "The promise in a few words."}, func(c row) lang.Text { return c.Title }),
		both("formulation", doc{"Formulation", "Wording", "Ce qui a été promis, dans nos mots.", "What was promised, in our own words."}, func(c row) lang.Text { return c.Wording }),
		refer("auteur", "organismes", doc{"Auteur", "Author", "Identifiant de l’organisme qui a promis.", "Identifier of the body that promised."}, func(c row) string { return c.Commitment.By }),
		period("annonce", doc{"Annonce", "Announcement", "Date de la promesse.", "Date of the promise."}, func(c row) cal.Period { return at(&c.Announced) }),
		period("echeance", doc{"Échéance", "Deadline", "Date promise.", "Promised date."}, func(c row) cal.Period { return at(c.Deadline) }),
		both("echeance_deduite", doc{"Échéance déduite", "Deadline reckoned", "Comment l’échéance suit de ce que disent les sources, quand aucune n’écrit cette date.", "How the deadline follows from what sources say, where none writes that date."}, func(c row) lang.Text { return c.Reckoned }),
		both("objet", doc{"Objet", "Object", "Ce que l’on verra quand elle sera tenue ; vide si un nombre est promis.", "What will be seen once it is kept; empty when a number was promised."}, func(c row) lang.Text { return c.Object }),
		code(m, "resultat", "outcome", dataset.Outcomes(), doc{"Résultat", "Outcome", "Ce qu’elle est devenue au jour de référence ; calculé, jamais saisi.", "What became of it on the day of reference; computed, never typed."}, func(c row) dataset.Outcome { return c.Outcome }),
		boolean("en_retard", doc{"Tenu en retard", "Kept late", "Si elle a été tenue après l’échéance.", "Whether it was kept after its deadline."}, func(c row) bool { return c.Outcome == dataset.KeptLate }),
		period("constat_jour", doc{"Jour du constat", "Day of the finding", "Jour de ce qui a été vu ; celui où c’est fait, pour une promesse tenue.", "Day of what was seen; that on which it was done, for a promise that was kept."}, judgedOn),
		whole("jours_de_retard", doc{"Jours de retard", "Days late", "Jours entre l’échéance et le jour où c’est fait, pour une promesse tenue en retard ; au moins, quand ce jour n’est connu qu’au mois ou à l’année.", "Days from the deadline to the day on which it was done, for a promise kept late; at least, where that day is known by its month or year alone."}, daysLate),
		both("constat", doc{"Constat", "Finding", "Ce qui a été vu.", "What was seen."}, func(c row) lang.Text { return c.Why }),
		code(m, "non_mesure", "reason", record.Reasons(), doc{"Pourquoi rien ne le mesure", "Why nothing measures it", "Motif, quand rien ne permet de dire si elle est tenue.", "Reason, when nothing can tell whether it is kept."}, func(c row) record.Reason { return c.Unmeasured }),
		unit(func(c row) quantity.Unit { return c.Promised.Unit }),
		value(m, "valeur_promise", "montant_promis_eur", doc{"Valeur promise", "Promised value", "Nombre promis, s’il y en a un.", "Number promised, when there is one."}, func(c row) amount { return amountOf(c.Promised) }),
		code(m, "sens", "data.target", []string{"reach", "stay-under"}, doc{"Sens", "Sense", "Atteindre le nombre, ou rester en dessous.", "To reach the number, or to stay under it."}, func(c row) string {
			if c.Target == nil {
				return ""
			}
			return c.Target.Sense
		}),
		text("observation", doc{"Observation", "Observation", "Observation qui juge la promesse (colonne « observation » de la table « series »).", "Observation that judges the promise (column “observation” of table “series”)."}, func(c row) string { return measured(c).ID }),
		absence(m, doc{"Mesure connue", "Measure known", "Ce que vaut l’observation qui la juge.", "How far the observation that judges it can be relied on."}, func(c row) (figure.State, record.Reason) {
			f := measured(c)
			if f.State == "" {
				return known(false, c.Unmeasured)
			}
			return f.State, f.Reason
		}),
		value(m, "valeur_mesuree", "montant_mesure_eur", doc{"Valeur mesurée", "Measured value", "Nombre observé à l’échéance, ou aujourd’hui avant elle.", "Number observed at the deadline, or today before it."}, func(c row) amount {
			f := measured(c)
			return amount{f.Value, f.Unit, f.State != "" && f.Known()}
		}),
		claims(func(c row) []*dataset.Claim { return c.Claims }),
		list("affirmations_constat", doc{"Affirmations du constat", "Claims of the finding", "Identifiants des affirmations qui fondent le constat.", "Identifiers of the claims behind the finding."}, func(c row) []string { return claimIDs(c.Proof) }),
		note(func(c row) lang.Text { return c.Note }),
		withdrawal("engagements", func(c row) record.Head { return c.Head }),
		page(func(c row) string { return m.pageOf(record.Commitments, c.ID) }))
}

// daysLate is by how many days a commitment was kept late, if it was.
func daysLate(c *dataset.Commitment) (int, bool) {
	if c.Outcome != dataset.KeptLate {
		return 0, false
	}
	return c.Deadline.Last().DaysUntil(c.Judged.On.First()), true
}

// judgedOn is the day of the evidence, or of the observation, that judges a commitment.
func judgedOn(c *dataset.Commitment) cal.Period {
	switch {
	case c.Judged != nil:
		return cal.At(c.Judged.On)
	case c.Measured != nil:
		return c.Measured.Figure.Period
	}
	return cal.Period{}
}

// measured is the figure of the observation that judges a commitment; without
// state when none does.
func measured(c *dataset.Commitment) figure.Figure {
	if c.Measured == nil {
		return figure.Figure{}
	}
	return c.Measured.Figure
}

// at is the period of a date; no period without date.
func at(d *cal.Date) cal.Period {
	if d == nil || d.IsZero() {
		return cal.Period{}
	}
	return cal.At(*d)
}
