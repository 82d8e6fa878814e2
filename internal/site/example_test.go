package site_test

import (
	"strings"
	"testing"

	"vigie/internal/check"
	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// The examples of rules are written in French and in English; a site shows its own languages.
func TestExamplesOfRulesAreInTheLanguagesOfTheSite(t *testing.T) {
	const example = "title: {fr: L'eau, en: Water}\nsays:\n  fr: Il a dit \"oui\"\n    deux fois.\n  en: He said " +
		"yes,\n    twice.\n" +
		"name: {fr: \"A, {b}\", en: \"B, {c}\"}\nkind: report\n"
	for name, c := range map[string]struct {
		languages lang.Languages
		want      string
	}{
		"English alone": {lang.Languages{lang.EN},
			"title: {en: Water}\nsays:\n  en: He said yes,\n    twice.\nname: {en: \"B, {c}\"}\nkind: report\n"},
		"French alone": {lang.Languages{lang.FR},
			"title: {fr: L'eau}\nsays:\n  fr: Il a dit \"oui\"\n    deux fois.\nname: {fr: \"A, {b}\"}\nkind: report\n"},
		"both": {lang.Languages{lang.EN, lang.FR}, example},
	} {
		t.Run(name, func(t *testing.T) {
			s := siteOf(t, oneOfEach(t))
			s.Config.Languages = c.languages
			s.Rules = []check.Rule{{Name: "made-up", Title: lang.Name("T"), Why: lang.Name("W"), Wrong: example, Right: example}}
			for p := range s.Pages() {
				if body, ok := p.Body.(site.RulesPage); ok {
					if got := body.Rules[0].Wrong; got != c.want {
						t.Errorf("the example reads\n%s\nand not\n%s", got, c.want)
					}
					return
				}
			}
			t.Error("the site has no page of rules")
		})
	}
}

// Every rule of the engine has examples that read in one language once they are shown so.
func TestNoExampleKeepsAnotherLanguage(t *testing.T) {
	s := siteOf(t, oneOfEach(t))
	s.Config.Languages, s.Rules = lang.Languages{lang.EN}, check.Rules()
	for p := range s.Pages() {
		body, ok := p.Body.(site.RulesPage)
		if !ok {
			continue
		}
		for _, r := range body.Rules {
			if r.Name != "both-languages" && strings.Contains(r.Wrong+r.Right, "fr: ") {
				t.Errorf("%s keeps French:\n%s\n%s", r.Name, r.Wrong, r.Right)
			}
		}
		return
	}
}
