package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var bothLanguages = Rule{
	Name: corpus.RuleLanguages, Severity: problem.Error,
	Title: both("Ce que le lecteur voit est écrit dans chaque langue du site",
		"What readers see is written in each language of the site"),
	Why: both("Une page paraît dans chaque langue du site. Seul un nom propre s’écrit une fois, et le même texte de "+
		"plus de quatre mots dans deux langues n’a pas été traduit. Des points de suspension seuls, laissés d’un "+
		"exemple copié, ne disent rien.",
		"A page stands in each language of the site. Only a proper name is written once, and one text of more than "+
			"four words in two languages was not translated. Dots alone, left from an example that was pasted, say nothing."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: Un rapport paraît
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		nameKeys := record.NameKeys()
		site := s.Corpus.Languages
		translated := site.Has(lang.FR) && site.Has(lang.EN) // else one of the two repeats what is written
		corpus.Each(s.Corpus, func(in record.Ref, at string, t *lang.Text) {
			named := slices.Contains(nameKeys, path.Base(at))
			switch {
			case slices.ContainsFunc(t.All(), unwritten):
				report(in, at, fmt.Sprintf("%s is still to be written", path.Base(at)),
					"replace the dots by a sentence for readers, in each language of the site")
			case t.Proper && !named && len(site) > 1:
				report(in, at, fmt.Sprintf("%s is a sentence, and is written in one language", path.Base(at)),
					"write "+strings.Join(site.Strings(), ": and ")+": below it")
			case translated && !t.Proper && !named && t.FR != "" && t.FR == t.EN && len(strings.Fields(t.FR)) > 4:
				report(in, at, fmt.Sprintf("%s is the same in French and in English", path.Base(at)), "translate one of the two")
			}
		})
	},
}

// unwritten says whether a text is the dots that stand for one in a hint.
func unwritten(text string) bool { return text != "" && strings.Trim(text, "….") == "" }
