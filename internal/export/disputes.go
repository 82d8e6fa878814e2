package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func (m maker) contradictions() Table {
	type row = *dataset.Contradiction
	return fill(m, "contradictions", m.Data.Every.Contradictions,
		identifier(func(c row) string { return c.ID }),
		both("titre", func(c row) lang.Text { return c.Title }),
		worded(m, "sujet", record.SubjectList, func(c row) string { return c.Subject }),
		period("depuis", func(c row) cal.Period { return at(&m.Data.DisputeOf(c).Since) }),
		code(m, "nature", "nature-of-dispute", record.Natures(), func(c row) string { return c.Nature }),
		code(m, "etat", "dispute", dataset.DisputeStates(), func(c row) dataset.DisputeState {
			return m.Data.DisputeOf(c).State()
		}),
		boolean("apparente", func(c row) bool { return c.Apparent }),
		both("explication", func(c row) lang.Text { return c.Explanation }),
		both("ce_qui_trancherait", func(c row) lang.Text { return c.WouldSettle }),
		both("tranche_motif", func(c row) lang.Text {
			if c.Resolution == nil {
				return lang.Text{}
			}
			return c.Resolution.Reason
		}),
		claims(func(c row) []*dataset.Claim { return c.Claims }),
		withdrawal("contradictions", func(c row) record.Head { return c.Head }),
		page(func(c row) string { return m.pageOf(record.Contradictions, c.ID) }))
}

func (m maker) silences() Table {
	type row = *dataset.Silence
	return fill(m, "silences", m.Data.Every.Silences,
		identifier(func(s row) string { return s.ID }),
		both("titre", func(s row) lang.Text { return s.Title }),
		code(m, "motif_absence", "reason", record.Reasons(), func(s row) record.Reason { return s.Reason }),
		day("cherche_le", func(s row) cal.Day { return s.Searched }),
		both("ou", func(s row) lang.Text { return s.Where }),
		list("lu_dans", func(s row) []string {
			var out []string
			for _, p := range s.Read {
				out = append(out, p.Source.ID)
			}
			return out
		}),
		yesOrNo("pour_plusieurs", func(s row) (bool, bool) { return s.Shared(), true }),
		refer("mesure", "mesures", func(s row) string { return s.Silence.Measure }),
		list("organismes", func(s row) []string { return s.Silence.Organisations }),
		list("types_organismes", func(s row) []string { return strs(s.Kinds) }),
		list("fournisseurs", func(s row) []string { return s.Silence.Providers }),
		both("documents", func(s row) lang.Text { return s.Documents }),
		list("demander_a", func(s row) []string { return s.Ask }),
		note(func(s row) lang.Text { return s.Note }),
		withdrawal("silences", func(s row) record.Head { return s.Head }),
		page(func(s row) string { return m.pageOf(record.Silences, s.ID) }))
}
