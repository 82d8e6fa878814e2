package check

import (
	"fmt"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var nobodyPublishes = Rule{
	Name: "nobody-publishes", Severity: problem.Error,
	Title: both("« Personne ne publie » ne s’écrit que là où l’endroit lu est nommé",
		"“Nobody publishes” is written only where the place that was read is named"),
	Why: both("La phrase affirme plus que « nous n’avons pas trouvé ». Dans les données, elle n’a sa place que "+
		"dans un silence « non publié », qui nomme l’endroit lu ; dans les pages, que dans un paragraphe qui mène à "+
		"un tel silence (règle prose).",
		"The phrase claims more than “we have not found it”. In the data it stands only in a silence that is “not "+
			"published”, which names the place that was read; on pages, only in a paragraph that leads to such a silence "+
			"(rule prose)."),
	Wrong: `# data/silences/example-agents.yaml
title: {fr: Le nombre d'agents en 2025, en: The number of agents in 2025}
reason: not-found
searched: 2026-10-01
where: {fr: "Pages de la région, presse.", en: "Pages of the region, press."}
organisations: [example-region]
note: {fr: Personne ne publie ce nombre., en: Nobody publishes this number.}
`,
	Right: `# data/silences/example-agents.yaml
title: {fr: Le nombre d'agents en 2025, en: The number of agents in 2025}
reason: not-found
searched: 2026-10-01
where: {fr: "Pages de la région, presse.", en: "Pages of the region, press."}
organisations: [example-region]
note: {fr: Ce nombre n'a pas été trouvé., en: This number was not found.}
`,
	Check: func(s *Subject, report Report) {
		reasons := map[string]record.Reason{}
		for _, one := range s.Silences {
			reasons[one.ID] = one.Reason
		}
		corpus.Each(s.Corpus, func(in record.Ref, path string, t *lang.Text) {
			if in.Kind == record.Changes || in.Kind == record.Silences && reasons[in.ID] == record.NotPublished {
				return // a declared change speaks of what was written before
			}
			for _, l := range s.Corpus.Languages.Composed() {
				if at := lang.NobodyPublishes(t.In(l)); at != nil {
					report(in, path+"/"+string(l), fmt.Sprintf("%q, and no place that was read is named", t.In(l)[at[0]:at[1]]),
						"write that it was not found, or say it in a silence that is not-published and names the place")
				}
				if t.Proper {
					return
				}
			}
		})
	},
}
