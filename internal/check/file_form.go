package check

import (
	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

var fileForm = Rule{
	Name: corpus.RuleFile, Severity: problem.Error,
	Title: both("Un fichier est un document YAML en UTF-8", "A file is one YAML document in UTF-8"),
	Why: both("Un fichier dit une chose et se lit partout de la même façon : UTF-8 sans BOM, fins de ligne Unix, "+
		"ni tabulation ni ancre, aucun caractère que personne ne voit (de commande, ou qui retourne le sens de "+
		"l’écriture), un seul document, moins d’un mébioctet.",
		"A file says one thing and reads the same everywhere: UTF-8 without BOM, Unix line ends, no tab and no "+
			"anchor, no character that nobody sees (of control, or that turns the direction of writing), one document, "+
			"less than one mebibyte."),
	Wrong: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
---
name: Autre exemple
`,
	Right: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
`,
}
