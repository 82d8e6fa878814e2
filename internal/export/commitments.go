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
	return fill(m, "engagements", m.Data.Every.Commitments,
		identifier(func(c row) string { return c.ID }),
		both("titre", func(c row) lang.Text { return c.Title }),
		both("formulation", func(c row) lang.Text { return c.Wording }),
		refer("auteur", "organismes", func(c row) string { return c.Commitment.By }),
		period("annonce", func(c row) cal.Period { return at(&c.Announced) }),
		period("echeance", func(c row) cal.Period { return at(c.Deadline) }),
		both("echeance_deduite", func(c row) lang.Text { return c.Reckoned }),
		both("objet", func(c row) lang.Text { return c.Object }),
		code(m, "resultat", "outcome", dataset.Outcomes(), func(c row) dataset.Outcome { return c.Outcome }),
		boolean("en_retard", func(c row) bool { return c.Outcome == dataset.KeptLate }),
		period("constat_jour", judgedOn),
		whole("jours_de_retard", daysLate),
		both("constat", func(c row) lang.Text { return c.Why }),
		code(m, "non_mesure", "reason", record.Reasons(), func(c row) record.Reason { return c.Unmeasured }),
		unit(func(c row) quantity.Unit { return c.Promised.Unit }),
		value(m, "valeur_promise", "montant_promis_eur", func(c row) amount { return amountOf(c.Promised) }),
		code(m, "sens", "data.target", []string{"reach", "stay-under"}, func(c row) string {
			if c.Target == nil {
				return ""
			}
			return c.Target.Sense
		}),
		text("observation", func(c row) string { return measured(c).ID }),
		absence(m, func(c row) (figure.State, record.Reason) {
			f := measured(c)
			if f.State == "" {
				return known(false, c.Unmeasured)
			}
			return f.State, f.Reason
		}),
		value(m, "valeur_mesuree", "montant_mesure_eur", func(c row) amount {
			f := measured(c)
			return amount{f.Value, f.Unit, f.State != "" && f.Known()}
		}),
		claims(func(c row) []*dataset.Claim { return c.Claims }),
		those("affirmations_constat", "affirmations", func(c row) []string { return claimIDs(c.Proof) }),
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
