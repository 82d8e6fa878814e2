package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var yamlSyntax = Rule{
	Name: corpus.RuleSyntax, Severity: problem.Error,
	Title: both("Le YAML se lit", "The YAML can be read"),
	Why: both("Un fichier mal écrit n’est pas lu du tout : rien de ce qu’il dit ne peut paraître.",
		"A badly written file is not read at all: nothing that it says can be published."),
	Wrong: `# data/offers/example-extra.yaml
name: Exemple: suite
provider: example-host
tier: external
`,
	Right: `# data/offers/example-extra.yaml
name: "Exemple: suite"
provider: example-host
tier: external
`,
}
