package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func (m maker) contradictions() Table {
	type row = *dataset.Contradiction
	return fill(Table{ID: "contradictions", Slug: lang.Name("contradictions"),
		Title: lang.Text{FR: "Contradictions", EN: "Contradictions"},
		About: lang.Text{FR: "Une ligne par désaccord relevé entre des affirmations ; toutes sont gardées.",
			EN: "One row per disagreement found between claims; all of them are kept."}},
		m.Data.Every.Contradictions,
		identifier(func(c row) string { return c.ID }),
		both("titre", doc{"Titre", "Title", "Sur quoi porte le désaccord.", "What they disagree about."}, func(c row) lang.Text { return c.Title }),
		code(m, "sujet", "subject", record.Subjects(), doc{"Sujet", "Subject", "De quoi traite le désaccord.", "What part of the observatory it is about."}, func(c row) string { return c.Subject }),
		period("depuis", doc{"Depuis", "Since", "Date de la deuxième affirmation qui ne s’accorde pas : celle de l’énoncé, de la source, ou de notre lecture.", "Date of the second claim that disagrees: that of the statement, of the source, or of our reading."}, func(c row) cal.Period { return at(&m.Data.DisputeOf(c).Since) }),
		code(m, "nature", "nature-of-dispute", record.Natures(), doc{"Nature", "Nature", "Désaccord sur une valeur, une date, un état, une définition ou un calcul.", "Disagreement on a value, a date, a status, a definition or arithmetic."}, func(c row) string { return c.Nature }),
		code(m, "etat", "dispute", dataset.DisputeStates(), doc{"État", "State", "Ouverte, tranchée par une règle déclarée, ou apparente.", "Open, settled by a declared rule, or apparent."}, func(c row) dataset.DisputeState { return m.Data.DisputeOf(c).State() }),
		boolean("apparente", doc{"Apparente", "Apparent", "Si les affirmations peuvent être vraies ensemble, lues de près.", "Whether both can hold once read closely."}, func(c row) bool { return c.Apparent }),
		both("explication", doc{"Explication", "Explanation", "Ce que l’on sait de la raison du désaccord.", "What is known of the reason."}, func(c row) lang.Text { return c.Explanation }),
		both("ce_qui_trancherait", doc{"Ce qui trancherait", "What would settle it", "Ce qui permettrait de trancher.", "What would settle it."}, func(c row) lang.Text { return c.WouldSettle }),
		both("tranche_motif", doc{"Pourquoi tranché ainsi", "Why settled so", "Raison publiée du choix entre les affirmations, quand il ne porte pas sur une valeur de série.", "Published reason of the choice between claims, where it is not about a value of a series."}, func(c row) lang.Text {
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
	return fill(Table{ID: "silences", Slug: lang.Name("silences"),
		Title: lang.Text{FR: "Silences", EN: "Silences"},
		About: lang.Text{FR: "Une ligne par information cherchée et non trouvée.", EN: "One row per thing that was looked for and not found."}},
		m.Data.Every.Silences,
		identifier(func(s row) string { return s.ID }),
		both("titre", doc{"Titre", "Title", "Ce qui a été cherché.", "What was looked for."}, func(s row) lang.Text { return s.Title }),
		code(m, "motif_absence", "reason", record.Reasons(), doc{"Motif d’absence", "Reason of absence", "Pourquoi on ne le sait pas.", "Why it is unknown."}, func(s row) record.Reason { return s.Reason }),
		day("cherche_le", doc{"Cherché le", "Searched on", "Jour de la dernière recherche.", "Day of the last search."}, func(s row) cal.Day { return s.Searched }),
		both("ou", doc{"Où", "Where", "Où cela a été cherché.", "Where it was looked for."}, func(s row) lang.Text { return s.Where }),
		list("lu_dans", doc{"Lu dans", "Read in", "Identifiants des sources où cela se trouverait, et qui ont été lues.", "Identifiers of the sources where it would stand, and which were read."}, func(s row) []string {
			var out []string
			for _, p := range s.Read {
				out = append(out, p.Source.ID)
			}
			return out
		}),
		yesOrNo("pour_plusieurs", doc{"Pour plusieurs", "For several", "Si la recherche vaut pour plusieurs organismes à la fois, et non organisme par organisme.", "Whether the search stands for several bodies at once, and not body by body."}, func(s row) (bool, bool) { return s.Shared(), true }),
		refer("mesure", "mesures", doc{"Mesure", "Measure", "Identifiant de la mesure qui reste sans valeur, s’il y en a une.", "Identifier of the measure that it leaves without value, if one."}, func(s row) string { return s.Silence.Measure }),
		list("organismes", doc{"Organismes", "Public bodies", "Identifiants des organismes concernés.", "Identifiers of the bodies concerned."}, func(s row) []string { return s.Silence.Organisations }),
		list("types_organismes", doc{"Types d’organismes", "Kinds of bodies", "Types d’organismes concernés en bloc.", "Kinds of bodies concerned as a whole."}, func(s row) []string { return strs(s.Kinds) }),
		list("fournisseurs", doc{"Fournisseurs", "Providers", "Identifiants des fournisseurs concernés.", "Identifiers of the providers concerned."}, func(s row) []string { return s.Silence.Providers }),
		both("documents", doc{"Documents", "Documents", "Documents qu’une demande nommerait ; vide quand le titre suffit.", "Documents that a request would name; empty when the title is enough."}, func(s row) lang.Text { return s.Documents }),
		list("demander_a", doc{"À demander à", "To ask of", "Identifiants des organismes à qui les demander, quand ce ne sont pas ceux concernés.", "Identifiers of the bodies to ask, where they are not those concerned."}, func(s row) []string { return s.Ask }),
		note(func(s row) lang.Text { return s.Note }),
		withdrawal("silences", func(s row) record.Head { return s.Head }),
		page(func(s row) string { return m.pageOf(record.Silences, s.ID) }))
}
