package check

import (
	"fmt"
	"regexp"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var noteWithoutTask = Rule{
	Name: "note-without-task", Severity: problem.Warning,
	Title: both("Une réserve dit ce qui manque, non ce qui reste à faire",
		"A reservation writes what is missing, not what is left to do"),
	Why: both("« Date exacte à vérifier » se publie tel quel : le lecteur y lit un travail que personne ne fait. "+
		"Ou bien on vérifie, ou bien on dit ce que la source ne donne pas.",
		"“Exact date to be verified” is published as it stands: readers see a task that nobody does. Either it is "+
			"verified, or the note gives what the source does not."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, note: {fr: La date exacte reste à vérifier., en: The exact date remains to be verified.}, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, note: {fr: La page ne porte pas de date., en: The page bears no date.}, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.claims {
			for _, l := range s.Corpus.Languages.Composed() {
				if task := tasks[l].FindString(c.Note.In(l)); task != "" {
					report(c.in, c.path+"/note", fmt.Sprintf("the note in %s leaves a task: %q", l, task),
						"do it, or write what the source does not give")
					break
				}
			}
		}
	},
}

// tasks are how a note leaves work to somebody.
var tasks = map[lang.Lang]*regexp.Regexp{
	lang.FR: regexp.MustCompile(`(?i)\bà (?:vérifier|revérifier|recouper|confirmer|contrôler|compléter|relire)\b`),
	lang.EN: regexp.MustCompile(`(?i)\bto be (?:verified|checked|cross-checked|confirmed|completed|read again)\b`),
}
