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
	value := func(name, euros string, f func(row) *quantity.Value) columns[row] {
		return value(m, name, euros, func(c row) amount {
			if v := f(c); v != nil {
				return amount{*v, unitOf(c), true}
			}
			return amount{}
		})
	}
	return fill(m, correctionsTable, m.Data.Corrections,
		identifier(func(c row) string { return c.ID }),
		code(m, "nature", "correction-kind", record.CorrectionKinds(), func(c row) record.CorrectionKind { return c.Kind }),
		refer("affirmation", "affirmations", func(c row) string { return c.Target }),
		value("valeur_fautive", "montant_fautif_eur", func(c row) *quantity.Value { return c.Expected }),
		value("valeur_publiee", "montant_publie_eur", func(c row) *quantity.Value { return c.Published }),
		unit(unitOf),
		both("motif", func(c row) lang.Text { return c.Reason }),
		those("affirmations_a_l_appui", "affirmations", func(c row) []string { return c.ClaimIDs }),
		day("publiee_depuis", func(c row) cal.Day { return c.On }),
		yesOrNo("appliquee", func(c row) (bool, bool) { return c.Applies, true }),
		list("prevenus", func(c row) []string {
			var out []string
			for _, n := range c.Notices {
				out = append(out, n.Whom.FR+" ("+n.On.String()+")")
			}
			return out
		}),
		code(m, "etat", "correction-state", record.CorrectionStates(), func(c row) record.CorrectionState { return c.State }),
		page(func(c row) string { return m.Places.Record(c.Ref()) }))
}

// corrected gives, beside what a source says, what is published instead.
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
	out := value(m, "valeur_corrigee", "montant_corrige_eur", func(r R) amount {
		if x := applied(r); x != nil {
			return amount{*x.Published, f(r).Unit, true}
		}
		return amount{}
	})
	return append(out, refer("correction", correctionsTable, func(r R) string {
		if x := applied(r); x != nil {
			return x.ID
		}
		return ""
	})...)
}
