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
	return fill(m, "carte_des_silences", m.cells(),
		key(refer("organisme", "organismes", func(c row) string { return c.Organisation.ID })),
		text("organisme_nom", func(c row) string { return c.Organisation.Name.FR }),
		worded(m, "type", record.BodyKindList, func(c row) record.BodyKind { return c.Organisation.Kind }),
		key(refer("mesure", "mesures", func(c row) string { return c.Measure.ID })),
		both("mesure_nom", func(c row) lang.Text { return c.Measure.Title }),
		code(m, "etat", "question", []silence.Standing{silence.Answered, silence.Absent, silence.NotAsked},
			func(c row) silence.Standing { return c.Standing }),
		text("valeur", func(c row) string {
			if p := c.Latest(); p != nil {
				return p.Figure.Exact()
			}
			return ""
		}),
		text("unite", func(c row) string {
			if p := c.Latest(); p != nil {
				return p.Figure.Unit.ID
			}
			return ""
		}),
		period("date", func(c row) cal.Period {
			if p := c.Latest(); p != nil {
				return p.Figure.Period
			}
			return cal.Period{}
		}),
		list("series", func(c row) []string { return c.Cell.Series }),
		list("cas", func(c row) []string { return c.Cell.Cases }),
		yesOrNo("publie_par_lui", func(c row) (bool, bool) { return c.Own(), c.Standing == silence.Answered }),
		code(m, "motif_absence", "reason", record.Reasons(), func(c row) record.Reason { return c.Reason }),
		refer("silence", "silences", func(c row) string { return c.Cell.Silence }),
		day("cherche_le", func(c row) cal.Day {
			if c.Silence == nil {
				return cal.Day{}
			}
			return c.Silence.Searched
		}),
		both("ou", func(c row) lang.Text {
			if c.Silence == nil {
				return lang.Text{}
			}
			return c.Silence.Where
		}),
		claims(func(c row) []*dataset.Claim { return c.Claims() }),
		address("preuve", func(c row) string {
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
	return fill(m, "demandes", m.Data.Every.Requests,
		identifier(func(r row) string { return r.ID }),
		refer("organisme", "organismes", func(r row) string { return r.Request.Organisation }),
		refer("silence", "silences", func(r row) string { return r.Request.Silence }),
		both("objet", func(r row) lang.Text { return r.Asked }),
		day("envoyee_le", func(r row) cal.Day { return r.Sent }),
		coded(dataset.RequestStates(m.Data.Words), m.requestState, "etat",
			func(r row) dataset.RequestState { return r.State }),
		day("echeance", func(r row) cal.Day { return r.Due }),
		m.lastDayToAppeal(),
		list("etapes", func(r row) []string {
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

// requestState words where a request stands: the vocabulary does after an appeal, the
// theme otherwise.
func (m maker) requestState(state dataset.RequestState) lang.Text {
	if step, ok := m.Data.Words.Find(record.RequestStepList, string(state)); ok && !step.State.IsZero() {
		return step.State.Map(lang.Typeset)
	}
	return m.words("request-state", string(state))
}

// lastDayToAppeal is a column under the name that the step of the appeal gives it; none
// where there is no appeal.
func (m maker) lastDayToAppeal() columns[*dataset.Request] {
	for _, step := range m.Data.Words.StepsThatMean(record.Appealed) {
		if step.DeadlineColumn != "" {
			return ownWords(m, "demandes", day(step.DeadlineColumn, func(r *dataset.Request) cal.Day { return r.Appeal }),
				step.Name, "column.appeal_until")
		}
	}
	return nil
}
