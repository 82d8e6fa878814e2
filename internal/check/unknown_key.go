package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var unknownKey = Rule{
	Name: corpus.RuleUnknown, Severity: problem.Error,
	Title: both("Toute clé est connue du format", "Every key is known to the format"),
	Why: both("Une clé mal écrite serait un fait perdu sans bruit.",
		"A misspelt key would be a fact lost without a sound."),
	Wrong: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
teir: external
tier: external
`,
	Right: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
`,
}
