package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// observed is one claim on one observation; no claim where nobody says anything.
type observed struct {
	series *dataset.Series
	point  dataset.Point
	claim  *dataset.Claim
	first  bool // the claim that is published, where one is
}

func (m maker) series() Table {
	type row = observed
	return fill(m, "series", m.observations(),
		text("serie", func(o row) string { return o.series.ID }),
		both("titre", func(o row) lang.Text { return o.series.Title }),
		text("observation", func(o row) string { return o.point.Figure.ID }),
		period("periode", func(o row) cal.Period { return o.point.Figure.Period }),
		refer("mesure", "mesures", func(o row) string { return o.series.Series.Measure }),
		refer("perimetre", "perimetres", func(o row) string { return o.point.Figure.Perimeter }),
		unit(func(o row) quantity.Unit { return o.series.Unit }),
		basis(m, func(o row) quantity.Basis { return o.point.Figure.Basis }),
		absence(m, func(o row) (figure.State, record.Reason) { return o.point.Figure.State, o.point.Figure.Reason }),
		value(m, "valeur_publiee", "montant_publie_eur", func(o row) amount { return amountOf(o.point.Figure) }),
		refer("affirmation", "affirmations", func(o row) string { return o.id() }),
		value(m, "valeur", "montant_eur", func(o row) amount { return claimed(o.claim) }),
		corrected(m, func(o row) *dataset.Claim { return o.claim }),
		yesOrNo("premiere", func(o row) (bool, bool) { return o.first, o.claim != nil }),
		refer("source", "sources", func(o row) string {
			if o.claim == nil {
				return ""
			}
			return o.claim.Claim.Source
		}),
		worded(m, "qualite", record.QualityList, func(o row) record.Quality {
			if o.claim == nil {
				return ""
			}
			return o.claim.Quality
		}),
		day("lu_le", func(o row) cal.Day {
			if o.claim == nil {
				return cal.Day{}
			}
			return o.claim.Read
		}),
		both("rupture", func(o row) lang.Text { return o.point.Break }),
		both("tranche_motif", func(o row) lang.Text {
			if o.point.Resolution == nil {
				return lang.Text{}
			}
			return o.point.Resolution.Reason
		}),
		refer("organisme", "organismes", func(o row) string { return o.series.Series.Organisation }),
		refer("fournisseur", "fournisseurs", func(o row) string { return o.series.Series.Provider }),
		refer("offre", "offres", func(o row) string { return o.series.Series.Offer }),
		text("partie_de", func(o row) string { return o.series.Series.PartOf }),
		text("part_en_pourcentage_de", func(o row) string { return o.series.ShareOf }),
		note(func(o row) lang.Text { return o.note() }),
		withdrawal("", func(o row) record.Head { return o.series.Head }),
		proof(func(o row) string { return m.Places.Figure(o.point.Figure) }))
}

func (o observed) id() string {
	if o.claim == nil {
		return ""
	}
	return o.claim.ID
}

// note is what must be known of the claim, or else of the point or the series.
func (o observed) note() lang.Text {
	switch {
	case o.claim != nil && !o.claim.Note.IsZero():
		return o.claim.Note
	case !o.point.Note.IsZero():
		return o.point.Note
	}
	return o.series.Note
}

// observations lists the claims of every point of every series, in order of time.
func (m maker) observations() []observed {
	var out []observed
	for _, s := range m.Data.Every.Series {
		for _, p := range s.Points {
			if len(p.Claims) == 0 {
				out = append(out, observed{series: s, point: p})
			}
			for i, c := range p.Claims {
				out = append(out, observed{s, p, c, i == 0})
			}
		}
	}
	return out
}

// proof is the address of the page that says what a number rests on.
func proof[R any](f func(R) string) columns[R] {
	return address("preuve", f)
}
