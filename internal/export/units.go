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
	return fill(m, "unites", m.everyUnit(),
		identifier(func(u row) string { return u.ID }),
		code(m, "nature", "data.unit",
			[]quantity.Kind{quantity.Money, quantity.Percent, quantity.Count, quantity.Duration, quantity.Storage,
				quantity.Ratio}, func(u row) quantity.Kind { return u.Kind }),
		text("symbole", func(u row) string { return u.Symbol }),
		both("singulier", func(u row) lang.Text { return u.One }),
		both("pluriel", func(u row) lang.Text { return u.Many }),
		both("par", func(u row) lang.Text { return u.Per }),
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
