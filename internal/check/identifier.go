package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var identifierForm = Rule{
	Name: corpus.RuleIdentifier, Severity: problem.Error,
	Title: both("L’identifiant est le nom du fichier", "The identifier is the name of the file"),
	Why: both("Les identifiants sont des adresses, pour toujours : des minuscules sans accent, des chiffres et des "+
		"traits d’union simples, dans le dossier du genre de fiche.",
		"Identifiers are addresses, for ever: unaccented lower-case letters, digits and single hyphens, in the folder "+
			"of the kind of record."),
	Wrong: `# data/offers/Example_Extra.yaml
name: Exemple
provider: example-host
tier: external
`,
	Right: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
`,
}
