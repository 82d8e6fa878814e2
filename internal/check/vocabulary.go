package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var vocabularyForm = Rule{
	Name: "vocabulary", Severity: problem.Error,
	Title: both("Les listes de mots sont de celles que le programme connaît",
		"Vocabularies are those that the program knows"),
	Why: both("Un fichier de data/vocabulary au nom mal écrit ne fermerait aucune liste, et un mot deux fois écrit "+
		"aurait deux sens. Une fiche n’emploie pas les mots d’une liste que personne n’a écrite.",
		"A file of data/vocabulary with a slip in its name would close no list, and a word written twice would have "+
			"two meanings. A record does not use the words of a list that nobody wrote."),
	Wrong: `# data/vocabulary/body-kind.yaml
words:
  - id: harbour
    name: {fr: Capitainerie, en: Harbour office}
`,
	Right: `# data/vocabulary/body-kinds.yaml
words:
  - id: ministry
    name: {fr: Département ministériel, en: Ministry}
  - id: operator
    name: {fr: Opérateur, en: Operator}
  - id: region
    name: {fr: Région, en: Region}
`,
	Check: func(s *Subject, report Report) {
		for _, v := range s.Vocabularies {
			checkVocabulary(v, report)
		}
		s.EachWord(func(in record.Ref, path string, list record.List, word string) {
			if !s.words.Declared(list) {
				report(in, path, fmt.Sprintf("%q is a word of the list %s, which this site does not have", word, list),
					fmt.Sprintf("write the words that it takes in data/%s/%s.yaml (doc/vocabulary.md); a project of before "+
						"30 November 2026 gets those of its program from vigie fmt --upgrade", record.Vocabularies, list))
			}
		})
	},
}

func checkVocabulary(v record.Vocabulary, report Report) {
	in, lists := ref(record.Vocabularies, v.ID), record.Lists()
	if !slices.Contains(lists, record.List(v.ID)) {
		names := make([]string, len(lists))
		for i, l := range lists {
			names[i] = string(l)
		}
		hint := meant(v.ID, names)
		if hint == "" {
			hint = "the lists are " + strings.Join(names, ", ")
		}
		report(in, "words", fmt.Sprintf("there is no list %q", v.ID), hint)
		return
	}
	if len(v.Words) == 0 {
		report(in, "words", "the list has no word", "take the file away, or write its words")
	}
	switch record.List(v.ID) {
	case record.IdentifierList:
		checkIdentifierKinds(v, report)
	case record.RequestStepList:
		checkSteps(v, report)
	}
	seen := map[string]bool{}
	if v.ID == string(record.TierList) &&
		!slices.ContainsFunc(v.Words, func(w record.Word) bool { return w.ID == string(record.NoTier) }) {
		report(in, "words", fmt.Sprintf("no word %q stands for what cannot be placed", record.NoTier),
			fmt.Sprintf("add {id: %s, role: %s} with its name", record.NoTier, record.Unplaced))
	}
	for i, w := range v.Words {
		at := fmt.Sprintf("words/%d", i)
		if seen[w.ID] {
			report(in, at+"/id", fmt.Sprintf("the word %q is written twice", w.ID), "keep one of the two")
		}
		seen[w.ID] = true
		if v.ID == string(record.TierList) && w.Role == "" {
			report(in, at, fmt.Sprintf("the tier %q has no role", w.ID), "add role: what rules take it for (doc/vocabulary.md)")
		}
		if w.Exempt && w.Role != "" && w.Role != record.InHouse {
			report(in, at+"/exempt",
				fmt.Sprintf("the tier %q is of the role %s, and rules about hosting reach it", w.ID, w.Role),
				fmt.Sprintf("take exempt away: it belongs to a tier of the role %s", record.InHouse))
		}
		for _, key := range strangers(w, record.Parameters(record.List(v.ID))) {
			report(in, at+"/"+key, fmt.Sprintf("words of the list %s have no %q", v.ID, key),
				"beside id, name and meaning they may have: "+strings.Join(record.Parameters(record.List(v.ID)), ", "))
		}
	}
}

// strangers lists the keys that a word has and that those of its list do not take.
func strangers(w record.Word, taken []string) []string {
	var out []string
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if !v.Field(i).IsZero() && !slices.Contains([]string{"id", "name", "meaning"}, key) && !slices.Contains(taken, key) {
			out = append(out, key)
		}
	}
	return out
}
