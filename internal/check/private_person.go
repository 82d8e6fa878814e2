package check

import (
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var privatePerson = Rule{
	Name: "private-person", Severity: problem.Error,
	Title: both("Nul n’est nommé hors d’une fonction publique", "Nobody is named outside a public function"),
	Why: both("L’observatoire regarde des organismes, pas les gens. Une personne n’est nommée que pour ce qu’elle dit ou "+
		"fait dans une fonction publique, dite dans la même phrase. Cette règle ne voit que les noms précédés d’une "+
		"civilité (M., Mme, Mr, Mrs, Ms) : un nom sans civilité lui échappe, et la relecture reste nécessaire.",
		"The observatory looks at bodies, not at people. A person is named only for what they say or do in a "+
			"public function, told in the same sentence. This rule sees only names after a civility (M., Mme, Mr, Mrs, "+
			"Ms): a name without one escapes it, and reading over remains necessary."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title:
  fr: M. Exemple, consultant, publie un rapport
  en: A consultant publishes a report
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title:
  fr: M. Exemple, sénateur, publie un rapport
  en: A senator publishes a report
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		public := publicFunctions(s.words)
		corpus.Each(s.Corpus, func(in record.Ref, path string, t *lang.Text) {
			for _, l := range s.Corpus.Languages.Composed() {
				if name := namedOutsideFunction(t.In(l), public); name != "" {
					report(in, path+"/"+string(l), fmt.Sprintf("%q is named, and no public function in the sentence", name),
						"say the function that matters (ministre, sénateur, directrice…), or leave the name out")
				}
				if t.Proper {
					return
				}
			}
		})
	},
}

var (
	civility = regexp.MustCompile(`\b(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mr|Mrs|Ms)\.?[ \x{a0}]\p{Lu}[\p{L}'’-]+`)
	sentence = regexp.MustCompile(`[.;!?:]\s+\p{Lu}`)

	// public functions that most countries have, in French and in English, as they begin
	functions = regexp.MustCompile(`(?i)\b(ministre|secrétaires? d['’]état|député|sénat|parlementaire|maire|président|vice-président|rapporteu|directeur|directrice|délégué|commissaire|ambassadeur|conseill[eè]r|magistrat|élu|chef|cheffe|général|amiral|minister|secretary|member of parliament|mp\b|senator|mayor|president|chair|rapporteur|director|head of|commissioner|ambassador|judge|counsell?or|delegate)`)
)

// publicFunctions finds a public function in a sentence: one that most countries have, or
// one of the site's own list.
func publicFunctions(words record.Words) func(string) bool {
	var own []string
	for _, w := range words.In(record.FunctionList) {
		for _, name := range w.Name.All() {
			own = append(own, regexp.QuoteMeta(name))
		}
	}
	if len(own) == 0 {
		return functions.MatchString
	}
	more := regexp.MustCompile(`(?i)(?:^|\PL)(?:` + strings.Join(own, "|") + `)`)
	return func(sentence string) bool { return functions.MatchString(sentence) || more.MatchString(sentence) }
}

// namedOutsideFunction gives the first name that stands in a sentence without a
// public function.
func namedOutsideFunction(text string, public func(string) bool) string {
	if !civility.MatchString(text) {
		return ""
	}
	for _, one := range sentences(text) {
		for _, at := range civility.FindAllStringIndex(one, -1) {
			if !amount(one[:at[0]]) && !public(one) {
				return one[at[0]:at[1]]
			}
		}
	}
	return ""
}

// sentences cuts a text after its full stops: after "51,6 M." and not after the
// civility "M.".
func sentences(text string) []string {
	var out []string
	start := 0
	for _, at := range sentence.FindAllStringIndex(text, -1) {
		end := at[0] + 1
		if before, ok := strings.CutSuffix(text[:end], "M."); ok && !amount(before) {
			continue
		}
		out = append(out, text[start:end])
		start = end
	}
	return append(out, text[start:])
}

// amount says that a text ends in a number, so that an M after it is a million.
func amount(text string) bool {
	text = strings.TrimRight(text, " \u00a0\u202f")
	return text != "" && text[len(text)-1] >= '0' && text[len(text)-1] <= '9'
}
