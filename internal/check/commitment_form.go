package check

import (
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var commitmentForm = Rule{
	Name: "commitment-form", Severity: problem.Error,
	Title: both("Un engagement a un auteur, un jour, un objet et une échéance",
		"A commitment has an author, a day, an object and a deadline"),
	Why: both("Sans auteur public, sans jour, sans rien de vérifiable ou sans échéance, personne ne peut dire si "+
		"une promesse est tenue : une prévision, un but ou une estimation compterait comme une promesse manquée. Les "+
		"clés by et announced sont obligatoires ; il faut encore deadline, et target (un nombre) ou object (ce que "+
		"l’on verra).",
		"Without a public author, a day, something that can be checked or a deadline, nobody can say whether a "+
			"promise was kept: a forecast, a goal or an estimate would count as a broken promise. The keys by and "+
			"announced are required; deadline is wanted too, and target (a number) or object (what will be seen)."),
	Wrong: `# data/commitments/example-extra.yaml
title: {fr: Réduire les coûts, en: Lower costs}
wording: {fr: Les coûts doivent baisser, en: Costs are to fall}
by: example-ministry
announced: 2025-01-18
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/commitments/example-extra.yaml
title: {fr: Un catalogue en 2025, en: A catalogue in 2025}
wording: {fr: Ouvrir un catalogue avant la fin de 2025, en: Open a catalogue before the end of 2025}
by: example-ministry
announced: 2025-01-18
deadline: "2025"
object: {fr: Un catalogue où commander, en: A catalogue to order from}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		const hint = "what is no promise stands among events or series; one that was published is withdrawn, and its " +
			"claims move there"
		for _, c := range s.Commitments {
			if c.Withdrawn != nil {
				continue
			}
			in := ref(record.Commitments, c.ID)
			if c.Deadline == nil || c.Deadline.IsZero() {
				report(in, "title", "this commitment has no deadline",
					"add deadline:, and reckoned: where no source writes that date; "+hint)
			}
			if c.Target == nil && c.Object.IsZero() {
				report(in, "title", "this commitment has nothing that can be checked", "add target: or object:; "+hint)
			}
		}
	},
}
