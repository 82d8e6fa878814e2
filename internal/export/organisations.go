package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func (m maker) organisations() Table {
	type row = *dataset.Organisation
	return fill(m, "organismes", m.Data.Every.Organisations,
		identifier(func(o row) string { return o.ID }),
		both("nom", func(o row) lang.Text { return o.Name }),
		text("sigle", func(o row) string { return o.Short }),
		worded(m, "type", record.BodyKindList, func(o row) record.BodyKind { return o.Kind }),
		identifiers(m, "organismes", record.Organisations, func(o row) []record.Identifier { return o.Identifiers }),
		refer("rattachement", "organismes", func(o row) string { return o.Organisation.Parent }),
		whole("services_documentes", func(o row) (int, bool) { return len(o.Migrations), len(o.Migrations) > 0 }),
		absence(m, hosting),
		list("migrations", func(o row) []string {
			var out []string
			for _, x := range o.Migrations {
				out = append(out, x.ID)
			}
			return out
		}),
		claims(func(o row) []*dataset.Claim { return o.Claims }),
		note(func(o row) lang.Text { return o.Note }),
		withdrawal("organismes", func(o row) record.Head { return o.Head }),
		page(func(o row) string { return m.pageOf(record.Organisations, o.ID) }))
}

// hosting says whether the hosting of a body is documented, and if not why.
func hosting(o *dataset.Organisation) (figure.State, record.Reason) {
	var why record.Reason
	if c, ok := o.Hosting(); ok {
		why = c.Reason
	}
	return known(len(o.Migrations) > 0, why)
}
