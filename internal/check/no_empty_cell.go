package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/silence"
	"vigie/internal/value/problem"
)

var noEmptyCell = Rule{
	Name: "no-empty-cell", Severity: problem.Error,
	Title: both("À chaque question posée à un organisme, une réponse ou la raison de son absence",
		"To each question asked of a body, an answer or the reason why there is none"),
	Why: both("La carte des silences n’a pas de case vide. Une mesure dit de quels organismes on la demande "+
		"(asked_of). Chacun d’eux a une série avec une valeur, un cas documenté, ou un silence qui dit pourquoi rien "+
		"ne répond et depuis quel jour.",
		"The map of silences has no empty cell. A measure says of which bodies it is asked (asked_of). Each of them "+
			"has a series with a value, a documented case, or a silence that says why nothing answers, and since which day."),
	Wrong: `# data/measures/example-agents.yaml
title: {fr: Agents, en: Agents}
definition: {fr: Nombre d'agents, en: Number of agents}
asked_of: [region]
`,
	Right: `# data/measures/example-agents.yaml
title: {fr: Agents, en: Agents}
definition: {fr: Nombre d'agents, en: Number of agents}
asked_of: [region]
# data/silences/example-agents-of-regions.yaml
title: {fr: Le nombre d'agents des régions, en: The number of agents of the regions}
reason: not-collected
searched: 2026-10-01
where: {fr: Les pages des régions, en: The pages of the regions}
measure: example-agents
kinds: [region]
`,
	Check: func(s *Subject, report Report) {
		for _, cell := range silence.MapOf(s.Corpus, s.AsOf).Cells {
			if cell.Standing == silence.Empty {
				report(ref(record.Measures, cell.Measure), askedAt(s, cell),
					fmt.Sprintf("nothing answers %s for %s, and no silence says why", cell.Measure, cell.Organisation),
					fmt.Sprintf("add data/silences/%s-%s.yaml with: title, reason: (not-found, not-collected; not-published "+
						"with the places read), searched: (the day of the last search), where:, measure: %s, organisations: [%s]; "+
						"or kinds: instead of organisations: for a whole kind of bodies",
						cell.Measure, cell.Organisation, cell.Measure, cell.Organisation))
			}
		}
	},
}

// askedAt is where the measure asks that kind of body.
func askedAt(s *Subject, cell silence.Cell) string {
	for _, m := range s.Measures {
		if m.ID != cell.Measure {
			continue
		}
		for _, o := range s.Organisations {
			if o.ID == cell.Organisation {
				return fmt.Sprintf("asked_of/%d", slices.Index(m.AskedOf, o.Kind))
			}
		}
	}
	return "asked_of"
}
