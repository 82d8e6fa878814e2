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
	return fill(Table{ID: DisputedClaims, Slug: lang.Text{FR: "contradictions-par-affirmation", EN: "contradictions-by-claim"},
		Title: lang.Text{FR: "Contradictions, affirmation par affirmation", EN: "Contradictions, claim by claim"},
		About: lang.Text{FR: "Une ligne par affirmation dans chaque désaccord, déclaré ou trouvé en comparant les affirmations : qui dit quoi, quand, sur qui et sur quelle base.",
			EN: "One row per claim in each disagreement, declared or found by comparing claims: who says what, when, of whom and on which basis."}},
		m.voices(),
		key(text("contradiction", doc{"Contradiction", "Contradiction", "Identifiant du désaccord ; celui du chiffre quand aucune fiche ne le déclare.", "Identifier of the disagreement; that of the figure where no record declares it."}, func(o row) string { return o.dispute.ID })),
		key(refer("affirmation", "affirmations", doc{"Affirmation", "Claim", "Identifiant de l’affirmation.", "Identifier of the claim."}, func(o row) string { return o.claim.ID })),
		boolean("declaree", doc{"Déclarée", "Declared", "Si une fiche explique le désaccord ; sinon il est seulement trouvé.", "Whether a record explains the disagreement; else it was only found."}, func(o row) bool { return o.dispute.Declared != nil }),
		period("depuis", doc{"Désaccord depuis", "Disagreement since", "Date de la deuxième affirmation qui ne s’accorde pas.", "Date of the second claim that disagrees."}, func(o row) cal.Period { return at(&o.dispute.Since) }),
		code(m, "depuis_date_de", "dispute-dating", dataset.Datings(), doc{"Ce que date « depuis »", "What “since” dates", "Date de l’énoncé, de la source, ou de notre lecture quand rien n’est daté.", "Date of the statement, of the source, or of our reading where nothing is dated."}, func(o row) dataset.Dating { return o.dispute.Dating }),
		refer("source", "sources", doc{"Source", "Source", "Identifiant de la source.", "Identifier of the source."}, func(o row) string { return o.claim.Claim.Source }),
		text("editeur", doc{"Éditeur", "Publisher", "Qui publie la source.", "Who publishes the source."}, func(o row) string {
			if o.claim.Source == nil {
				return ""
			}
			return o.claim.Source.Publisher
		}),
		both("dit", doc{"Dit", "Says", "Ce que dit la source, dans nos mots.", "What the source says, in our own words."}, func(o row) lang.Text { return o.claim.Says }),
		value(m, "valeur", "montant_eur", doc{"Valeur", "Value", "Nombre donné par la source, s’il y en a un.", "Number that the source gives, when there is one."}, func(o row) amount { return claimed(o.claim) }),
		unit(func(o row) quantity.Unit { return o.claim.Unit }),
		period("porte_sur", doc{"Porte sur", "About", "Date ou durée dont parle l’affirmation.", "Date or span that the claim is about."}, func(o row) cal.Period { return o.claim.About }),
		period("dit_le", doc{"Dit le", "Stated", "Date de l’énoncé, ou celle de la source ; vide si aucune n’est visible.", "Date of the statement, or else of the source; empty when none is visible."}, func(o row) cal.Period {
			on, dating := o.claim.Dated()
			if dating == dataset.ByReading {
				return cal.Period{}
			}
			return cal.At(on)
		}),
		day("lu_le", doc{"Lu le", "Read on", "Jour de la lecture.", "Day on which it was read."}, func(o row) cal.Day { return o.claim.Read }),
		code(m, "qualite", "quality", record.Qualities(), doc{"Qualité", "Quality", "Distance de l’énoncé au fait.", "How near the statement is to the fact."}, func(o row) record.Quality { return o.claim.Quality }),
		refer("perimetre", "perimetres", doc{"Périmètre", "Perimeter", "Identifiant de qui est compté ; vide quand l’affirmation n’est pas l’observation d’une série.", "Identifier of who is counted; empty when the claim is no observation of a series."}, func(o row) string {
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
		boolean("publiee", doc{"Publiée", "Published", "Si une règle déclarée publie cette affirmation plutôt que les autres.", "Whether a declared rule publishes this claim rather than the others."}, func(o row) bool { return o.dispute.Publishes(o.claim) }),
		page(func(o row) string {
			if o.dispute.Declared == nil {
				return m.Places.Figure(o.dispute.Points[0].Point.Figure)
			}
			return m.pageOf(record.Contradictions, o.dispute.ID)
		}))
}

// voices lists the claims of the disagreements that stand, in the order in which
// they were told.
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
