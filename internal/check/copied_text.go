package check

import (
	"fmt"
	"regexp"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var copiedText = Rule{
	Name: "copied-text", Severity: problem.Error,
	Title: both("Une copie se donne pour une copie", "A copy is called a copy"),
	Why: both("Un texte recopié, tiré en nombre de ceux des autres ou résumé par un programme ne vaut pas "+
		"l’original, et ne porte pas seul un titre. Ce qui n’est dit que dans le nom de l’éditeur, aucune page ne le "+
		"montre et aucune règle ne le voit.",
		"A text that is copied, made in number from those of others or summed up by a program is not worth the "+
			"original, and carries no headline alone. What stands in the name of the publisher only is shown by no page "+
			"and seen by no rule."),
	Wrong: `# data/sources/example-report.yaml
title: Un rapport d'exemple
publisher: Blog d'exemple (copie d'un journal)
url: https://www.example.org/rapport
published: 2026-07-31
kind: article
quality: press
licence: unknown
redistributable: false
cadence: once
`,
	Right: `# data/sources/example-report.yaml
title: Un rapport d'exemple
publisher: Blog d'exemple (copie d'un journal)
url: https://www.example.org/rapport
published: 2026-07-31
kind: article
quality: press
provenance: copy
licence: unknown
redistributable: false
cadence: once
`,
	Check: func(s *Subject, report Report) {
		for i := range s.Sources {
			src := &s.Sources[i]
			if named := namesCopy.FindString(src.Publisher); named != "" && src.Provenance == "" {
				report(ref(record.Sources, src.ID), "publisher",
					fmt.Sprintf("the name of the publisher has %q, and provenance is absent", named),
					"add provenance: copy, content-farm or automatic-summary")
			}
		}
	},
}

// namesCopy is how the name of a publisher betrays that the text is not its own.
var namesCopy = regexp.MustCompile(`(?i)\b(?:copie|reprise|copy|via|nosdéputés|nossénateurs|résumé automatique|automatic summary|ferme de contenu|content farm)\b`)
