package export

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func (m maker) calculations() Table {
	type row = *dataset.Calculation
	return fill(m, "calculs", m.Data.Every.Calculations,
		identifier(func(c row) string { return c.ID }),
		both("titre", func(c row) lang.Text { return c.Title }),
		text("formule", func(c row) string { return c.Formula }),
		both("en_mots", func(c row) lang.Text { return c.Words }),
		list("entrees", func(c row) []string {
			var out []string
			for _, in := range c.Inputs {
				out = append(out, strings.Join([]string{in.Name, in.Claim}, "="))
			}
			return out
		}),
		period("periode", func(c row) cal.Period { return c.Figure.Period }),
		unit(func(c row) quantity.Unit { return c.Figure.Unit }),
		absence(m, func(c row) (figure.State, record.Reason) { return c.Figure.State, c.Figure.Reason }),
		value(m, "valeur", "montant_eur", func(c row) amount { return amountOf(c.Figure) }),
		both("avertissement", func(c row) lang.Text { return c.Warning }),
		both("melange", func(c row) lang.Text { return c.Mixes }),
		claims(func(c row) []*dataset.Claim { return m.Data.ClaimsOf(c.Figure.Rests.Claims) }),
		withdrawal("calculs", func(c row) record.Head { return c.Head }),
		reading(m, func(c row) figure.Figure { return c.Figure }),
		proof(func(c row) string { return m.Places.Figure(c.Figure) }))
}
