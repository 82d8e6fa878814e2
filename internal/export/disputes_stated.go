package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// DisputedClaims is the table of who says what in each disagreement.
const DisputedClaims = "contradictions_affirmations"

// voice is one claim of one disagreement.
type voice struct {
	dispute *dataset.Dispute
	claim   *dataset.Claim
	series  *dataset.Series // that the claim is an observation of; nil outside series
}

func (m maker) disputedClaims() Table {
	type row = voice
	return fill(m, DisputedClaims, m.voices(),
		key(text("contradiction", func(o row) string { return o.dispute.ID })),
		key(refer("affirmation", "affirmations", func(o row) string { return o.claim.ID })),
		boolean("declaree", func(o row) bool { return o.dispute.Declared != nil }),
		period("depuis", func(o row) cal.Period { return at(&o.dispute.Since) }),
		code(m, "depuis_date_de", "dispute-dating", dataset.Datings(), func(o row) dataset.Dating {
			return o.dispute.Dating
		}),
		refer("source", "sources", func(o row) string { return o.claim.Claim.Source }),
		text("editeur", func(o row) string {
			if o.claim.Source == nil {
				return ""
			}
			return o.claim.Source.Publisher
		}),
		both("dit", func(o row) lang.Text { return o.claim.Says }),
		value(m, "valeur", "montant_eur", func(o row) amount { return claimed(o.claim) }),
		unit(func(o row) quantity.Unit { return o.claim.Unit }),
		period("porte_sur", func(o row) cal.Period { return o.claim.About }),
		period("dit_le", func(o row) cal.Period {
			on, dating := o.claim.Dated()
			if dating == dataset.ByReading {
				return cal.Period{}
			}
			return cal.At(on)
		}),
		day("lu_le", func(o row) cal.Day { return o.claim.Read }),
		worded(m, "qualite", record.QualityList, func(o row) record.Quality { return o.claim.Quality }),
		refer("perimetre", "perimetres", func(o row) string {
			if o.series == nil {
				return ""
			}
			return o.series.Series.Perimeter
		}),
		basis(m, func(o row) quantity.Basis {
			if o.series == nil {
				return quantity.Basis{}
			}
			return o.series.Basis
		}),
		boolean("publiee", func(o row) bool { return o.dispute.Publishes(o.claim) }),
		page(func(o row) string {
			if o.dispute.Declared == nil {
				return m.Places.Figure(o.dispute.Points[0].Point.Figure)
			}
			return m.pageOf(record.Contradictions, o.dispute.ID)
		}))
}

// voices lists the claims of the disagreements that stand, in the order in which
// they were made.
func (m maker) voices() []voice {
	var out []voice
	for _, d := range m.Data.Disputes {
		if d.Withdrawn {
			continue
		}
		for _, c := range d.Claims {
			out = append(out, voice{d, c, m.Data.SeriesOf(c)})
		}
	}
	return out
}
