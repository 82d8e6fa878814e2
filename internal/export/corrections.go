package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

const correctionsTable = "corrections"

func (m maker) corrections() Table {
	type row = *dataset.Correction
	unitOf := func(c row) quantity.Unit {
		if c.Claim == nil {
			return quantity.Unit{}
		}
		return c.Claim.Unit
	}
	value := func(name, euros string, d doc, f func(row) *quantity.Value) columns[row] {
		return value(m, name, euros, d, func(c row) amount {
			if v := f(c); v != nil {
				return amount{*v, unitOf(c), true}
			}
			return amount{}
		})
	}
	return fill(Table{ID: correctionsTable, Slug: lang.Name(correctionsTable),
		Title: lang.Text{FR: "Corrections", EN: "Corrections"},
		About: lang.Text{FR: "Une ligne par erreur corrigée, celles des sources comme les nôtres : la valeur fautive, celle qui est publiée, et pourquoi.",
			EN: "One row per error corrected, those of sources and our own: the wrong value, the one that is published, and why."}},
		m.Data.Corrections,
		identifier(func(c row) string { return c.ID }),
		code(m, "nature", "correction-kind", record.CorrectionKinds(), doc{"Nature", "Kind", "De qui est l’erreur.", "Whose error it is."}, func(c row) record.CorrectionKind { return c.Kind }),
		refer("affirmation", "affirmations", doc{"Affirmation", "Claim", "Identifiant de l’affirmation corrigée.", "Identifier of the claim that is corrected."}, func(c row) string { return c.Target }),
		value("valeur_fautive", "montant_fautif_eur", doc{"Valeur fautive", "Wrong value", "Ce que dit la source, ou ce que nous avions publié.", "What the source says, or what we had published."}, func(c row) *quantity.Value { return c.Expected }),
		value("valeur_publiee", "montant_publie_eur", doc{"Valeur publiée", "Published value", "Ce qui est publié à la place.", "What is published instead."}, func(c row) *quantity.Value { return c.Published }),
		unit(unitOf),
		both("motif", doc{"Motif", "Reason", "Comment on le sait.", "How it is known."}, func(c row) lang.Text { return c.Reason }),
		list("affirmations_a_l_appui", doc{"Affirmations à l’appui", "Claims that show it", "Identifiants des affirmations qui montrent la valeur publiée.", "Identifiers of the claims that show the published value."}, func(c row) []string { return c.ClaimIDs }),
		day("publiee_depuis", doc{"Publiée depuis", "Published since", "Jour depuis lequel l’autre valeur est publiée.", "Day from which the other value is published."}, func(c row) cal.Day { return c.On }),
		yesOrNo("appliquee", doc{"Appliquée", "Applied", "Si l’affirmation est publiée avec une autre valeur que celle de sa source, le jour de référence.", "Whether the claim is published with another value than that of its source, on the day of reference."}, func(c row) (bool, bool) { return c.Applies, true }),
		list("prevenus", doc{"Prévenus", "Told", "Qui a été prévenu, et quel jour ; vide si personne ne l’a encore été.", "Who was told, and on what day; empty when nobody was yet."}, func(c row) []string {
			var out []string
			for _, n := range c.Told {
				out = append(out, n.Whom.FR+" ("+n.On.String()+")")
			}
			return out
		}),
		code(m, "etat", "correction-state", record.CorrectionStates(), doc{"État", "State", "Ce qu’elle est devenue.", "What became of it."}, func(c row) record.CorrectionState { return c.State }),
		page(func(c row) string { return m.Places.Record(c.Ref()) }))
}

// corrected tells, beside what a source says, what is published instead.
func corrected[R any](m maker, f func(R) *dataset.Claim) columns[R] {
	applied := func(r R) *dataset.Correction {
		if c := f(r); c != nil {
			for _, x := range c.Corrections {
				if x.Applies {
					return x
				}
			}
		}
		return nil
	}
	out := value(m, "valeur_corrigee", "montant_corrige_eur", doc{"Valeur corrigée", "Corrected value", "Ce qui est publié à la place, quand l’affirmation est corrigée ; vide sinon.", "What is published instead, where the claim is corrected; empty otherwise."}, func(r R) amount {
		if x := applied(r); x != nil {
			return amount{*x.Published, f(r).Unit, true}
		}
		return amount{}
	})
	return append(out, refer("correction", correctionsTable, doc{"Correction", "Correction", "Identifiant de la correction, s’il y en a une (table « corrections »).", "Identifier of the correction, if there is one (table “corrections”)."}, func(r R) string {
		if x := applied(r); x != nil {
			return x.ID
		}
		return ""
	})...)
}
