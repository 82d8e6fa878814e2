package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var closedList = Rule{
	Name: corpus.RuleClosed, Severity: problem.Error,
	Title: both("Les mots viennent de listes fermées", "Words come from closed lists"),
	Why: both("Un mot de plus ferait une catégorie de plus, qu’aucune page ne compterait.",
		"One more word would make one more category, that no page would count."),
	Wrong: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: extern
`,
	Right: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
`,
}
