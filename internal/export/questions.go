package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/silence"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// questions is the map of silences: one row per body and per measure, none left out.
func (m maker) questions() Table {
	type row = dataset.Cell
	return fill(Table{ID: "carte_des_silences", Slug: lang.Text{FR: "carte-des-silences", EN: "map-of-silences"},
		Title: lang.Text{FR: "Carte des silences", EN: "Map of silences"},
		About: lang.Text{FR: "Une ligne par organisme et par mesure : la réponse, ou la raison de son absence. Aucune case n’est vide.",
			EN: "One row per body and per measure: the answer, or the reason why there is none. No cell is empty."}},
		m.cells(),
		key(refer("organisme", "organismes", doc{"Organisme", "Public body", "Identifiant de l’organisme.", "Identifier of the body."}, func(c row) string { return c.Organisation.ID })),
		text("organisme_nom", doc{"Nom de l’organisme", "Name of the body", "Nom usuel de l’organisme, en français.", "Usual name of the body, in French."}, func(c row) string { return c.Organisation.Name.FR }),
		worded(m, "type", record.BodyKindList, doc{"Type", "Kind", "Sorte d’organisme public.", "Kind of public body."}, func(c row) record.BodyKind { return c.Organisation.Kind }),
		key(refer("mesure", "mesures", doc{"Mesure", "Measure", "Identifiant de la mesure.", "Identifier of the measure."}, func(c row) string { return c.Measure.ID })),
		both("mesure_nom", doc{"Nom de la mesure", "Name of the measure", "Ce qui est demandé.", "What is asked."}, func(c row) lang.Text { return c.Measure.Title }),
		code(m, "etat", "question", []silence.Standing{silence.Answered, silence.Absent, silence.NotAsked}, doc{"État", "Standing", "Si une réponse est connue.", "Whether an answer is known."}, func(c row) silence.Standing { return c.Standing }),
		text("valeur", doc{"Valeur", "Value", "Dernière valeur connue, forme exacte (une fourchette s’écrit bas/haut) ; vide quand la réponse est un cas documenté.", "Last known value, in exact form (a range is written low/high); empty when the answer is a documented case."}, func(c row) string {
			if p := c.Latest(); p != nil {
				return p.Figure.Exact()
			}
			return ""
		}),
		text("unite", doc{"Unité", "Unit", "Identifiant de l’unité de la valeur.", "Identifier of the unit of the value."}, func(c row) string {
			if p := c.Latest(); p != nil {
				return p.Figure.Unit.ID
			}
			return ""
		}),
		period("date", doc{"Date", "Date", "Date ou période de la valeur.", "Date or period of the value."}, func(c row) cal.Period {
			if p := c.Latest(); p != nil {
				return p.Figure.Period
			}
			return cal.Period{}
		}),
		list("series", doc{"Séries", "Series", "Identifiants des séries qui répondent.", "Identifiers of the series that answer."}, func(c row) []string { return c.Cell.Series }),
		list("cas", doc{"Cas", "Cases", "Identifiants des cas d’hébergement qui répondent (table « migrations »).", "Identifiers of the cases of hosting that answer (table “migrations”)."}, func(c row) []string { return c.Cell.Cases }),
		yesOrNo("publie_par_lui", doc{"Publié par lui", "Published by itself", "Si une publication de l’organisme est parmi les sources de la réponse ; vide sans réponse.", "Whether a publication of the body is among the sources of the answer; empty without an answer."},
			func(c row) (bool, bool) { return c.Own(), c.Standing == silence.Answered }),
		code(m, "motif_absence", "reason", record.Reasons(), doc{"Motif d’absence", "Reason of absence", "Pourquoi il n’y a pas de réponse.", "Why there is no answer."}, func(c row) record.Reason { return c.Reason }),
		refer("silence", "silences", doc{"Silence", "Silence", "Identifiant du silence qui dit pourquoi.", "Identifier of the silence that says why."}, func(c row) string { return c.Cell.Silence }),
		day("cherche_le", doc{"Cherché le", "Searched on", "Jour de la dernière recherche.", "Day of the last search."}, func(c row) cal.Day {
			if c.Silence == nil {
				return cal.Day{}
			}
			return c.Silence.Searched
		}),
		both("ou", doc{"Où", "Where", "Où cela a été cherché.", "Where it was looked for."}, func(c row) lang.Text {
			if c.Silence == nil {
				return lang.Text{}
			}
			return c.Silence.Where
		}),
		claims(func(c row) []*dataset.Claim { return c.Claims() }),
		address("preuve", doc{"Preuve", "Proof", "Adresse de la preuve de la valeur.", "Address of the proof of the value."}, func(c row) string {
			if p := c.Latest(); p != nil {
				return m.Places.Figure(p.Figure)
			}
			return ""
		}),
		page(func(c row) string { return m.pageOf(record.Organisations, c.Organisation.ID) }))
}

func (m maker) cells() []dataset.Cell {
	var out []dataset.Cell
	for _, o := range m.Data.Organisations {
		out = append(out, o.Asked...)
	}
	return out
}

// requests are the requests for documents that were sent; none is a table too.
func (m maker) requests() Table {
	type row = *dataset.Request
	return fill(Table{ID: "demandes", Slug: lang.Text{FR: "demandes", EN: "requests"},
		Title: lang.Text{FR: "Demandes de documents", EN: "Requests for documents"},
		About: lang.Text{FR: "Une ligne par demande d’accès à des documents administratifs réellement envoyée, avec ce qu’il en est advenu.",
			EN: "One row per request for access to administrative documents that was really sent, with what came of it."}},
		m.Data.Every.Requests,
		identifier(func(r row) string { return r.ID }),
		refer("organisme", "organismes", doc{"Organisme", "Public body", "Identifiant de l’organisme à qui la demande est faite.", "Identifier of the body that is asked."}, func(r row) string { return r.Request.Organisation }),
		refer("silence", "silences", doc{"Silence", "Silence", "Identifiant du silence que la réponse ferait cesser.", "Identifier of the silence that an answer would end."}, func(r row) string { return r.Request.Silence }),
		both("objet", doc{"Objet", "Documents asked for", "Documents demandés.", "Documents that are asked for."}, func(r row) lang.Text { return r.Asked }),
		day("envoyee_le", doc{"Envoyée le", "Sent on", "Jour de l’envoi.", "Day on which it was sent."}, func(r row) cal.Day { return r.Sent }),
		code(m, "etat", "request-state", dataset.RequestStates(), doc{"État", "State", "Où elle en est, calculé au jour de référence.", "Where it stands, computed for the day of reference."}, func(r row) dataset.RequestState { return r.State }),
		day("echeance", doc{"Échéance", "Due on", "Jour où le silence vaut refus.", "Day on which silence becomes a refusal."}, func(r row) cal.Day { return r.Due }),
		day("cada_jusqu_au", doc{"CADA jusqu’au", "CADA until", "Dernier jour pour saisir la CADA après un refus ; vide sans refus.", "Last day to seize the CADA after a refusal; empty without a refusal."}, func(r row) cal.Day { return r.Appeal }),
		list("etapes", doc{"Étapes", "Steps", "Ce qu’il en est advenu, dans l’ordre, chacun avec son jour.", "What came of it, in order, each with its day."}, func(r row) []string {
			var out []string
			for _, s := range r.Steps {
				out = append(out, string(s.Step)+" "+s.On.String())
			}
			return out
		}),
		claims(func(r row) []*dataset.Claim { return r.Claims }),
		note(func(r row) lang.Text { return r.Note }),
		withdrawal("demandes", func(r row) record.Head { return r.Head }),
		page(func(r row) string { return m.pageOf(record.Requests, r.ID) }))
}
