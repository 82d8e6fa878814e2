package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var missingKey = Rule{
	Name: corpus.RuleMissing, Severity: problem.Error,
	Title: both("Les clés nécessaires sont là", "The keys that are needed are there"),
	Why: both("Une fiche incomplète ne peut être ni reliée ni montrée. Ce qui est inconnu se dit, avec son motif.",
		"An incomplete record can be neither linked nor shown. What is unknown is said, with its reason."),
	Wrong: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
`,
	Right: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: unknown
`,
}
