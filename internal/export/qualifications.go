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
	return fill(Table{ID: "qualifications", Slug: lang.Name("qualifications"),
		Title: lang.Text{FR: "Qualifications", EN: "Qualifications"},
		About: lang.Text{FR: "Une ligne par décision de qualification d’un service, ou par demande en cours. SecNumCloud qualifie un service, pas une entreprise.",
			EN: "One row per decision that qualifies a service, or per request in progress. SecNumCloud qualifies a service, not a company."}},
		m.Data.Every.Qualifications,
		identifier(func(q row) string { return q.ID }),
		refer("offre", "offres", doc{"Offre", "Offer", "Identifiant de l’offre qualifiée.", "Identifier of the qualified offer."}, func(q row) string { return q.Qualification.Offer }),
		text("offre_nom", doc{"Nom de l’offre", "Name of the offer", "Nom commercial de l’offre.", "Trade name of the offer."}, func(q row) string {
			return m.Data.NameOf(record.Ref{Kind: record.Offers, ID: q.Qualification.Offer}).FR
		}),
		refer("fournisseur", "fournisseurs", doc{"Fournisseur", "Provider", "Identifiant du fournisseur de l’offre.", "Identifier of the provider of the offer."}, func(q row) string {
			if q.Offer == nil {
				return ""
			}
			return q.Offer.Offer.Provider
		}),
		code(m, "referentiel", "scheme", record.Schemes(), doc{"Référentiel", "Scheme", "Référentiel de la qualification.", "Scheme of the qualification."}, func(q row) record.Scheme { return q.Scheme }),
		text("version", doc{"Version", "Version", "Version du référentiel, si une source la donne.", "Version of the reference document, when a source says it."}, func(q row) string { return q.Version }),
		code(m, "stade", "data.stage", []record.QualificationStage{record.InProgress, record.Granted}, doc{"Stade", "Stage", "Demande en cours, ou qualification accordée.", "Request in progress, or qualification granted."}, func(q row) record.QualificationStage { return q.Stage }),
		code(m, "etat", "standing", dataset.Standings(), doc{"État", "Standing", "État au jour de référence ; calculé, jamais saisi.", "Where it stands on the day of reference; computed, never typed."}, func(q row) dataset.Standing { return q.Standing }),
		text("decision_numero", doc{"Numéro de décision", "Number of the decision", "Numéro imprimé sur la décision, en texte.", "Number printed on the decision, as text."}, func(q row) string { return decision(q).Number }),
		link("decision_adresse", doc{"Adresse de la décision", "Address of the decision", "Adresse de l’acte.", "Address of the act."}, func(q row) string { return decision(q).URL }),
		day("valide_du", doc{"Valide du", "Valid from", "Premier jour de validité.", "First day of validity."}, func(q row) cal.Day { return validity(q).From }),
		day("valide_au", doc{"Valide au", "Valid until", "Dernier jour de validité, compris.", "Last day of validity, included."}, func(q row) cal.Day { return validity(q).Until }),
		whole("jours_restants", doc{"Jours restants", "Days left", "Jours entre le jour de référence et le dernier jour ; négatif quand il est passé.", "Days from the day of reference to the last day; negative when it has passed."},
			func(q row) (int, bool) { return q.DaysLeft, q.Period != nil }),
		code(m, "terme", "term", dataset.Terms(), doc{"Terme", "Term", "Ce que l’on sait de la fin d’après les éditions lues de la liste ; vide quand autre chose que le temps y a mis fin. Un terme passé ne prouve pas que la qualification n’est pas renouvelée.",
			"What is known of its end by the editions of the list that were read; empty when something else than time ended it. A term that has passed does not prove that the qualification was not renewed."}, func(q row) dataset.Term { return q.Term }),
		absence(m, doc{"Dates connues", "Dates known", "Si les dates de validité sont connues.", "Whether the days of validity are known."},
			func(q row) (figure.State, record.Reason) { return known(q.Period != nil, q.Unknown) }),
		milestone("j0", "J0"), milestone("j1", "J1"), milestone("j2", "J2"), milestone("j3", "J3"),
		text("derniere_liste", doc{"Dernière liste", "Last list", "Date de la dernière édition de la liste officielle où elle a été lue.", "Date of the last edition of the official list in which it was read."}, func(q row) string { return q.LastRead().String() }),
		text("liste_lue", doc{"Liste lue par nous", "List read by us", "Date de la dernière édition de la liste où nous l’avons lue nous-mêmes.", "Date of the last edition of the list in which we read it ourselves."}, func(q row) string { return q.Read.Own.String() }),
		text("liste_lue_par_un_tiers", doc{"Liste lue par un tiers", "List read by a third party", "Date d’une édition plus récente de la liste où un tiers seul l’a lue.", "Date of a later edition of the list in which a third party alone read it."}, func(q row) string { return q.Read.Others.String() }),
		refer("releve", "sources", doc{"Relevée dans", "Collected in", "Identifiant de la source où un programme l’a lue aussi.", "Identifier of the source in which a program read it too."}, func(q row) string {
			if q.Listed == nil {
				return ""
			}
			return q.Listed.Source.ID
		}),
		list("releve_differe", doc{"Le relevé diffère", "Collected otherwise", "Ce que la source relevée dit autrement que la fiche, sous la forme clé=valeur ; rien n’est corrigé tout seul.", "What the collected source says otherwise than the record, as key=value; nothing is mended by itself."}, differences),
		day("plus_listee_depuis", doc{"Plus listée depuis", "No longer listed since", "Jour de la visite où la source relevée ne la listait plus.", "Day of the visit at which the collected source did not list it any more."}, func(q row) cal.Day {
			if q.Listed == nil {
				return cal.Day{}
			}
			return q.Listed.GoneSince
		}),
		refer("remplace", "qualifications", doc{"Remplace", "Replaces", "Identifiant de la qualification dont elle prend la suite.", "Identifier of the qualification that it takes over from."}, func(q row) string { return q.Qualification.Replaces }),
		day("suspendue_le", doc{"Suspendue le", "Suspended on", "Jour de la suspension par l’autorité.", "Day of the suspension by the authority."}, func(q row) cal.Day { return ending(q.Suspended) }),
		day("mise_fin_le", doc{"Mise à la fin le", "Ended on", "Jour du retrait par l’autorité avant le terme.", "Day of the withdrawal by the authority before its term."}, func(q row) cal.Day { return ending(q.Ended) }),
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

func milestone(column, name string) columns[*dataset.Qualification] {
	return text(column, doc{"Jalon " + name, "Milestone " + name, "Date à laquelle le jalon " + name + " a été atteint, aussi précise que la source (AAAA, AAAA-MM, AAAA-MM-JJ).",
		"Date at which milestone " + name + " was reached, as precise as the source (YYYY, YYYY-MM, YYYY-MM-DD)."}, func(q *dataset.Qualification) string {
		for _, ms := range q.Milestones {
			if ms.Name == name {
				return ms.On.String()
			}
		}
		return ""
	})
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
