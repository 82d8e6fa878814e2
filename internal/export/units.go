package export

import (
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func (m maker) units() Table {
	type row = quantity.Unit
	return fill(Table{ID: "unites", Slug: lang.Text{FR: "unites", EN: "units"},
		Title: lang.Text{FR: "Unités", EN: "Units"},
		About: lang.Text{FR: "Une ligne par unité des nombres.", EN: "One row per unit of numbers."}},
		m.everyUnit(),
		identifier(func(u row) string { return u.ID }),
		code(m, "nature", "data.unit", []quantity.Kind{quantity.Money, quantity.Percent, quantity.Count, quantity.Duration, quantity.Storage, quantity.Ratio}, doc{"Nature", "Kind", "Argent, pourcentage, nombre de choses, durée, volume de données ou multiple.", "Money, percentage, number of things, duration, volume of data or multiple."}, func(u row) quantity.Kind { return u.Kind }),
		text("symbole", doc{"Symbole", "Symbol", "Signe de la monnaie.", "Sign of the currency."}, func(u row) string { return u.Symbol }),
		both("singulier", doc{"Singulier", "Singular", "Mot après un nombre au singulier.", "Word after a singular number."}, func(u row) lang.Text { return u.One }),
		both("pluriel", doc{"Pluriel", "Plural", "Mot après un nombre au pluriel.", "Word after a plural number."}, func(u row) lang.Text { return u.Many }),
		both("par", doc{"Par", "Per", "Ce qui suit l’unité : par an, par mois.", "What follows the unit: per year, per month."}, func(u row) lang.Text { return u.Per }),
		withdrawal("unites", func(u row) record.Head {
			return record.Head{Withdrawn: m.Data.Withdrawal(record.Ref{Kind: record.Units, ID: u.ID})}
		}))
}

// everyUnit lists the units of the data, and those in which indicators count.
func (m maker) everyUnit() []quantity.Unit {
	out := m.Data.Units()
	for _, p := range m.points() {
		u := p.point.Figure.Unit
		if u.ID != "" && !slices.ContainsFunc(out, func(v quantity.Unit) bool { return v.ID == u.ID }) {
			out = append(out, u)
		}
	}
	slices.SortFunc(out, func(a, b quantity.Unit) int { return strings.Compare(a.ID, b.ID) })
	return out
}
