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
	return fill(Table{ID: "series", Slug: lang.Name("series"),
		Title: lang.Text{FR: "Séries et observations", EN: "Series and observations"},
		About: lang.Text{FR: "Une ligne par affirmation sur une observation : quand les sources divergent, chacune a la sienne, et rien n’est moyenné. Une observation qu’aucune source lue ne documente a une ligne sans affirmation.",
			EN: "One row per claim on an observation: where sources differ each has its own, and nothing is averaged. An observation that no source read documents has one row without claim."}},
		m.observations(),
		text("serie", doc{"Série", "Series", "Identifiant de la série : une mesure, un périmètre, une manière de compter.", "Identifier of the series: one measure, one perimeter, one way to count."}, func(o row) string { return o.series.ID }),
		both("titre", doc{"Titre", "Title", "Nom de la série.", "Name of the series."}, func(o row) lang.Text { return o.series.Title }),
		text("observation", doc{"Observation", "Observation", "Identifiant de l’observation, qui est aussi celui de sa preuve.", "Identifier of the observation, which is that of its proof too."}, func(o row) string { return o.point.Figure.ID }),
		period("periode", doc{"Période", "Period", "Date ou durée sur laquelle porte l’observation.", "Date or span that the observation is about."}, func(o row) cal.Period { return o.point.Figure.Period }),
		refer("mesure", "mesures", doc{"Mesure", "Measure", "Identifiant de ce qui est mesuré.", "Identifier of what is measured."}, func(o row) string { return o.series.Series.Measure }),
		refer("perimetre", "perimetres", doc{"Périmètre", "Perimeter", "Identifiant de qui est compté ; deux périmètres ne se comparent pas.", "Identifier of who is counted; two perimeters do not compare."}, func(o row) string { return o.point.Figure.Perimeter }),
		unit(func(o row) quantity.Unit { return o.series.Unit }),
		basis(m, func(o row) quantity.Basis { return o.point.Figure.Basis }),
		absence(m, doc{"Statut de la valeur", "State of the value", "Ce que vaut l’observation.", "How far the observation can be relied on."}, func(o row) (figure.State, record.Reason) { return o.point.Figure.State, o.point.Figure.Reason }),
		value(m, "valeur_publiee", "montant_publie_eur", doc{"Valeur publiée", "Published value", "Ce que le site publie de l’observation ; un intervalle quand les sources divergent.", "What the site publishes of the observation; a range where sources differ."}, func(o row) amount { return amountOf(o.point.Figure) }),
		refer("affirmation", "affirmations", doc{"Affirmation", "Claim", "Identifiant de l’affirmation de cette ligne.", "Identifier of the claim of this row."}, func(o row) string { return o.id() }),
		value(m, "valeur", "montant_eur", doc{"Valeur affirmée", "Claimed value", "Ce que dit la source de cette ligne.", "What the source of this row says."}, func(o row) amount { return claimed(o.claim) }),
		corrected(m, func(o row) *dataset.Claim { return o.claim }),
		yesOrNo("premiere", doc{"Première", "First", "Si c’est l’affirmation publiée, ou la plus proche du fait quand rien ne tranche.", "Whether it is the published claim, or the nearest to the fact where nothing settles."}, func(o row) (bool, bool) { return o.first, o.claim != nil }),
		refer("source", "sources", doc{"Source", "Source", "Identifiant de la source de l’affirmation.", "Identifier of the source of the claim."}, func(o row) string {
			if o.claim == nil {
				return ""
			}
			return o.claim.Claim.Source
		}),
		code(m, "qualite", "quality", record.Qualities(), doc{"Qualité", "Quality", "Distance de la source au fait.", "How near the source is to the fact."}, func(o row) record.Quality {
			if o.claim == nil {
				return ""
			}
			return o.claim.Quality
		}),
		day("lu_le", doc{"Lu le", "Read on", "Jour où la source de cette ligne a été lue ; ce n’est pas le jour dont elle parle.", "Day on which the source of this row was read; not the day that it speaks of."}, func(o row) cal.Day {
			if o.claim == nil {
				return cal.Day{}
			}
			return o.claim.Read
		}),
		both("rupture", doc{"Rupture", "Break", "Pourquoi ce point ne se relie pas au précédent.", "Why this point must not be joined to the one before it."}, func(o row) lang.Text { return o.point.Break }),
		both("tranche_motif", doc{"Pourquoi tranché ainsi", "Why settled so", "Raison publiée du choix entre les sources.", "Published reason of the choice between sources."}, func(o row) lang.Text {
			if o.point.Resolution == nil {
				return lang.Text{}
			}
			return o.point.Resolution.Reason
		}),
		refer("organisme", "organismes", doc{"Organisme", "Public body", "Identifiant de l’organisme dont parle la série, s’il y en a un.", "Identifier of the body that the series is about, if one."}, func(o row) string { return o.series.Series.Organisation }),
		refer("fournisseur", "fournisseurs", doc{"Fournisseur", "Provider", "Identifiant du fournisseur dont parle la série, s’il y en a un.", "Identifier of the provider that the series is about, if one."}, func(o row) string { return o.series.Series.Provider }),
		refer("offre", "offres", doc{"Offre", "Offer", "Identifiant de l’offre dont parle la série, s’il y en a une.", "Identifier of the offer that the series is about, if one."}, func(o row) string { return o.series.Series.Offer }),
		text("partie_de", doc{"Partie de", "Part of", "Série qui en est le total.", "Series that is its total."}, func(o row) string { return o.series.Series.PartOf }),
		text("part_en_pourcentage_de", doc{"Pourcentage de", "Share of", "Série dont elle est un pourcentage.", "Series whose values it is a percentage of."}, func(o row) string { return o.series.ShareOf }),
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
	return address("preuve", doc{"Preuve", "Proof", "Adresse de la page qui dit sur quoi repose le nombre.", "Address of the page that says what the number rests on, in French."}, f)
}
