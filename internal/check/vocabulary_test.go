package check_test

import (
	"slices"
	"strings"
	"testing"
)

// A made-up country: it has ports and parishes, and no ministry.
const parishes = `# data/vocabulary/body-kinds.yaml
words:
  - id: harbour
    name: {fr: Capitainerie, en: Harbour office}
  - id: parish
    name: {fr: Paroisse, en: Parish}
    many: {fr: Paroisses, en: Parishes}
`

func TestWordsAreThoseOfTheSiteAtHand(t *testing.T) {
	body := func(kind string) string {
		return "# data/organisations/example-isle.yaml\nname: Île de Sable\nkind: " + kind + "\n"
	}
	for name, c := range map[string]struct {
		data string
		want []string // what is said of the added files: place, rule and some words of each
	}{
		"a word of its list": {parishes + body("parish"), nil},
		"an unknown word, with the nearest": {parishes + body("parrish"), []string{
			`data/organisations/example-isle.yaml:2:7 closed-list did you mean parish? (the words of data/vocabulary/body-kinds.yaml are harbour, parish)`}},
		"a word of another world": {parishes + body("ministry"), []string{
			`data/organisations/example-isle.yaml:2:7 closed-list "ministry" is not in the list`}},
		"a word that is in one language alone": {"# data/vocabulary/body-kinds.yaml\nwords:\n  - id: parish\n    name: {fr: Paroisse}\n", []string{
			`data/vocabulary/body-kinds.yaml:3:5 both-languages words/0/name is not written in English`}},
		"a word that is written twice": {strings.Replace(parishes, "harbour", "parish", 1), []string{
			`data/vocabulary/body-kinds.yaml:4:9 vocabulary the word "parish" is written twice`}},
		"a list that nobody knows, with the nearest": {strings.Replace(parishes, "body-kinds", "bodykinds", 1), []string{
			`data/vocabulary/bodykinds.yaml:1:1 vocabulary there is no list "bodykinds"; did you mean body-kinds?`}},
	} {
		t.Run(name, func(t *testing.T) {
			added := files{}.with(c.data)
			var got []string
			for _, p := range valid(t).with(c.data).check(t, asOf) {
				if _, ours := added[p.File]; ours {
					got = append(got, p.Place.String()+" "+p.Rule+" "+p.Message+"; "+p.Hint)
				}
			}
			for _, want := range c.want {
				place, words, _ := strings.Cut(want, " ")
				rule, words, _ := strings.Cut(words, " ")
				if !slices.ContainsFunc(got, func(g string) bool {
					return strings.HasPrefix(g, place+" "+rule+" ") && strings.Contains(g, words)
				}) {
					t.Errorf("got %q, want %q", got, want)
				}
			}
			if len(got) != len(c.want) {
				t.Errorf("got %q, want %d problems", got, len(c.want))
			}
		})
	}
}

// A record that uses the words of a list which the site does not have is reported at its
// line, with the file to write.
func TestAListThatIsUsedAndMissingIsReported(t *testing.T) {
	without := valid(t)
	delete(without, "data/vocabulary/body-kinds.yaml")
	found := 0
	for _, p := range without.check(t, asOf) {
		if p.Rule == "vocabulary" {
			found++
			if p.Line == 0 || !strings.Contains(p.Message, "is a word of the list body-kinds, which this site does not have") ||
				!strings.Contains(p.Hint, "data/vocabulary/body-kinds.yaml") {
				t.Errorf("got %s", inWords(p))
			}
		}
	}
	if found == 0 {
		t.Error("nothing is said of it")
	}
}
