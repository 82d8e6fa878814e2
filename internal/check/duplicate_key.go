package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var duplicateKey = Rule{
	Name: corpus.RuleDuplicate, Severity: problem.Error,
	Title: both("Une clé n’est donnée qu’une fois", "A key is given once"),
	Why: both("De deux valeurs pour une clé, on ne saurait laquelle est dite.",
		"Of two values for one key, nobody could tell which is meant."),
	Wrong: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
tier: dedicated
`,
	Right: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
`,
}
