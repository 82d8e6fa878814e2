package check

import (
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var standsAlone = Rule{
	Name: "stands-alone", Severity: problem.Warning,
	Title: both("Les mots d’une affirmation tiennent seuls", "The words of a claim stand alone"),
	Why: both("Une affirmation se lit à sa preuve, dans un tableau ou dans un fichier, loin de ses voisines. « Ce "+
		"marché » ou « même étude » n’y disent pas lequel, ni laquelle, et cachent à qui relit que la source n’en "+
		"nomme aucun.",
		"A claim is read at its proof, in a table or in a file, far from its neighbours. “This contract” or “same "+
			"study” does not say which one there, and hides from whoever reads again that the source names none."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un marché s'ouvre, en: A contract opens}
claims:
  - {id: example-extra-1, says: {fr: Un projet par jour passe par ce marché., en: One project a day goes through this contract.}, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un marché s'ouvre, en: A contract opens}
claims:
  - {id: example-extra-1, says: {fr: Un projet par jour passe par le marché d'exemple., en: One project a day goes through the example contract.}, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.claims {
			for _, l := range s.Corpus.Languages.Composed() {
				if leans, found := leansOn(l, c.Says.In(l)); found {
					report(c.in, c.path+"/says", fmt.Sprintf("the words in %s write %q, and do not name it", l, leans),
						"name the thing as the source names it, or as its own record does")
					break
				}
			}
		}
	},
}

// pointing is a noun to which words point, in each language; opening is the
// start of words that follow on from others.
var (
	pointing = map[lang.Lang]*regexp.Regexp{
		lang.FR: regexp.MustCompile(`(?i)(?:^|[\s(«])(?:cet|cette|ces|ce|(?:le|la|les|du|au|aux|des) mêmes?|une? autre) (\pL{4,})`),
		lang.EN: regexp.MustCompile(`(?i)(?:^|[\s(“])(?:this|these|same|another) (\pL{4,})`),
	}
	opening = map[lang.Lang]*regexp.Regexp{
		lang.FR: regexp.MustCompile(`^(?:Même|Mêmes|Autre|Autres|Une? autre) \pL+`),
		lang.EN: regexp.MustCompile(`^(?:Same|Another) \pL+`),
	}
)

// leansOn finds what the words of a claim leave to its neighbours: a thing that
// they point to and have not named before.
func leansOn(l lang.Lang, words string) (string, bool) {
	if m := opening[l].FindString(words); m != "" && !strings.HasPrefix(m, "Même les") {
		return m, true
	}
	for _, at := range pointing[l].FindAllStringSubmatchIndex(words, -1) {
		noun := strings.TrimRight(strings.ToLower(words[at[2]:at[3]]), "sx")
		if !strings.Contains(strings.ToLower(words[:at[0]]), noun) {
			return strings.TrimSpace(words[at[0]:at[1]]), true
		}
	}
	return "", false
}
