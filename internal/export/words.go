package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func (m maker) measures() Table {
	type row = *dataset.Measure
	return fill(m, "mesures", m.Data.Every.Measures,
		identifier(func(x row) string { return x.ID }),
		both("titre", func(x row) lang.Text { return x.Title }),
		both("definition", func(x row) lang.Text { return x.Definition }),
		list("demandee_a", func(x row) []string { return strs(x.AskedOf) }),
		withdrawal("mesures", func(x row) record.Head { return x.Head }),
		page(func(x row) string { return m.pageOf(record.Measures, x.ID) }))
}

func (m maker) perimeters() Table {
	type row = *dataset.Perimeter
	return fill(m, "perimetres", m.Data.Every.Perimeters,
		identifier(func(x row) string { return x.ID }),
		both("titre", func(x row) lang.Text { return x.Title }),
		both("compte", func(x row) lang.Text { return x.Counts }),
		both("laisse_de_cote", func(x row) lang.Text { return x.LeavesOut }),
		period("periode", func(x row) cal.Period { return orNone(x.Period) }),
		refer("suit", "perimetres", func(x row) string { return x.Perimeter.Follows }),
		claims(func(x row) []*dataset.Claim { return x.Claims }),
		withdrawal("perimetres", func(x row) record.Head { return x.Head }),
		page(func(x row) string { return m.pageOf(record.Perimeters, x.ID) }))
}

// meaning is what one tier is in one period.
type meaning struct {
	*dataset.Tier
	rank   int
	of     record.Meaning
	claims []*dataset.Claim
}

func (m maker) tiers() Table {
	type row = meaning
	var rows []meaning
	for _, t := range m.Data.Every.Tiers {
		for i, of := range t.Meanings {
			rows = append(rows, meaning{t, i + 1, of, t.MeaningClaims[i]})
		}
	}
	return fill(m, "niveaux", rows,
		identifier(func(x row) string { return x.ID }),
		key(whole("rang", func(x row) (int, bool) { return x.rank, true })),
		both("nom", func(x row) lang.Text { return x.Name }),
		period("periode", func(x row) cal.Period { return x.of.Period }),
		both("appele", func(x row) lang.Text { return x.of.Name }),
		both("pour", func(x row) lang.Text { return x.of.For }),
		claims(func(x row) []*dataset.Claim { return x.claims }),
		note(func(x row) lang.Text { return x.Note }),
		withdrawal("", func(x row) record.Head { return x.Head }),
		page(func(x row) string { return m.pageOf(record.Tiers, x.ID) }))
}
