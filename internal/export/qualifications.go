package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func (m maker) qualifications() Table {
	type row = *dataset.Qualification
	return fill(m, "qualifications", m.Data.Every.Qualifications,
		identifier(func(q row) string { return q.ID }),
		refer("offre", "offres", func(q row) string { return q.Qualification.Offer }),
		text("offre_nom", func(q row) string {
			return m.Data.NameOf(record.Ref{Kind: record.Offers, ID: q.Qualification.Offer}).FR
		}),
		refer("fournisseur", "fournisseurs", func(q row) string {
			if q.Offer == nil {
				return ""
			}
			return q.Offer.Offer.Provider
		}),
		worded(m, "referentiel", record.SchemeList, func(q row) record.Scheme { return q.Scheme }),
		m.levels(),
		text("version", func(q row) string { return q.Version }),
		code(m, "stade", "data.stage", []record.QualificationStage{record.InProgress, record.Granted},
			func(q row) record.QualificationStage { return q.Stage }),
		code(m, "etat", "standing", dataset.Standings(), func(q row) dataset.Standing { return q.Standing }),
		text("decision_numero", func(q row) string { return decision(q).Number }),
		link("decision_adresse", func(q row) string { return decision(q).URL }),
		day("valide_du", func(q row) cal.Day { return validity(q).From }),
		day("valide_au", func(q row) cal.Day { return validity(q).Until }),
		whole("jours_restants", func(q row) (int, bool) { return q.DaysLeft, q.Period != nil }),
		code(m, "terme", "term", dataset.Terms(), func(q row) dataset.Term { return q.Term }),
		absence(m, func(q row) (figure.State, record.Reason) { return known(q.Period != nil, q.Unknown) }),
		m.milestones(),
		text("derniere_liste", func(q row) string { return q.LastRead().String() }),
		text("liste_lue", func(q row) string { return q.Read.Own.String() }),
		text("liste_lue_par_un_tiers", func(q row) string { return q.Read.Others.String() }),
		refer("releve", "sources", func(q row) string {
			if q.Listed == nil {
				return ""
			}
			return q.Listed.Source.ID
		}),
		list("releve_differe", differences),
		day("plus_listee_depuis", func(q row) cal.Day {
			if q.Listed == nil {
				return cal.Day{}
			}
			return q.Listed.GoneSince
		}),
		refer("remplace", "qualifications", func(q row) string { return q.Qualification.Replaces }),
		day("suspendue_le", func(q row) cal.Day { return ending(q.Suspended) }),
		day("mise_fin_le", func(q row) cal.Day { return ending(q.Ended) }),
		claims(func(q row) []*dataset.Claim { return m.claimsOfQualification(q) }),
		note(func(q row) lang.Text { return q.Note }),
		withdrawal("qualifications", func(q row) record.Head { return q.Head }),
		page(func(q row) string { return m.pageOf(record.Qualifications, q.ID) }))
}

// differences are what the collected list says otherwise: "period/until=2029-11-30".
func differences(q *dataset.Qualification) []string {
	if q.Listed == nil {
		return nil
	}
	var out []string
	for _, d := range q.Listed.Differences {
		out = append(out, d.Path+"="+d.Listed)
	}
	return out
}

func decision(q *dataset.Qualification) record.Decision {
	if q.Decision == nil {
		return record.Decision{}
	}
	return *q.Decision
}

func validity(q *dataset.Qualification) record.Validity {
	if q.Period == nil {
		return record.Validity{}
	}
	return *q.Period
}

func ending(e *record.Ending) cal.Day {
	if e == nil {
		return cal.Day{}
	}
	return e.On
}

func (m maker) claimsOfQualification(q *dataset.Qualification) []*dataset.Claim {
	out := append([]*dataset.Claim{}, q.Claims...)
	for _, ms := range q.Milestones {
		out = append(out, m.own(ms.Claims)...)
	}
	for _, e := range []*record.Ending{q.Suspended, q.Ended} {
		if e != nil {
			out = append(out, m.own(e.Claims)...)
		}
	}
	return out
}
