package theme

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Words are the words of the interface, by key.
type Words map[string]lang.Text

// In gives a word in a language.
func (w Words) In(l lang.Lang, key string) (string, error) {
	t, ok := w[key]
	if !ok {
		return "", fmt.Errorf("words.yaml has no %q", key)
	}
	return t.In(l), nil
}

// Find gives the words of a key in each language; false when there are none.
func (w Words) Find(key string) (lang.Text, bool) {
	t, ok := w[key]
	return t, ok
}

// Must gives a word that the code itself asks for: its absence shows as its key
// between marks, which Lacking finds before anything is published.
func (w Words) Must(l lang.Lang, key string) string {
	if s, err := w.In(l, key); err == nil {
		return s
	}
	return "⟦" + key + "⟧"
}

// Lacking reports, as a *Fault, a word that a file was to show and that the
// theme does not have.
func (th *Theme) Lacking(file []byte) error {
	_, after, found := bytes.Cut(file, []byte("⟦"))
	if key, _, closed := bytes.Cut(after, []byte("⟧")); found && closed {
		return &Fault{Place: problem.Place{File: th.from[fileOf(string(key))]},
			Message: fmt.Sprintf("there is no word %q", key)}
	}
	return nil
}

// The files of words: those of the interface, and those of tables and columns.
const wordsFile, columnsFile = "words.yaml", "columns.yaml"

// fileOf is the file in which a word belongs.
func fileOf(key string) string {
	if strings.HasPrefix(key, "table.") || strings.HasPrefix(key, "column.") {
		return columnsFile
	}
	return wordsFile
}

// ownWordsFile is the file of the words of a language that words.yaml does not hold.
func ownWordsFile(l lang.Lang) string { return "words." + string(l) + ".yaml" }

// add lays the words of words.yaml over those that stand: each with its languages, or
// bare when it reads the same in all of them. French and English must be there where
// the site has them; another language may stand in a file of its own.
func (w Words) add(languages lang.Languages, file string, src []byte) error {
	raw := map[string]yaml.Node{}
	if err := yaml.Load(src, &raw); err != nil {
		return &Fault{Place: problem.Place{File: file}, Message: err.Error()}
	}
	for _, k := range slices.Sorted(maps.Keys(raw)) {
		t, fault := worded(raw[k])
		for _, l := range languages {
			if fault == "" && !t.Written(l) && slices.Contains(lang.Composed(), l) {
				fault = "needs " + string(l)
			}
		}
		for _, words := range t.All() {
			fault = cmp.Or(fault, notFolder(k, words))
			if _, name := lang.Hidden(words); name != "" {
				fault = "holds the character " + name + ", which nobody sees"
			}
		}
		if fault != "" {
			return &Fault{Place: problem.Place{File: file, Line: lineOf(src, k), Col: 1},
				Message: fmt.Sprintf("%q %s", k, fault)}
		}
		for l, words := range w[k].Each { // of another layer, in languages that this one leaves alone
			if !t.Written(l) && words != "" {
				t.Set(l, words)
			}
		}
		w[k] = t
	}
	return nil
}

// folderName is what a folder of the site may be called, and folderWords open the keys of such names.
var folderName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

const folderWords = "folder."

// notFolder is what is wrong with a word that names a folder of the site; empty for any other.
func notFolder(key, word string) string {
	if word == "" || !strings.HasPrefix(key, folderWords) || folderName.MatchString(word) {
		return ""
	}
	return fmt.Sprintf("names a folder: lower-case letters, digits and hyphens, not %q", word)
}

// worded reads a word in its languages.
func worded(n yaml.Node) (t lang.Text, fault string) {
	if n.Kind == yaml.ScalarNode && n.Value != "" {
		return lang.Name(n.Value), ""
	}
	if n.Kind != yaml.MappingNode {
		return t, "wants words, or a mapping of languages"
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		tag, value := n.Content[i].Value, n.Content[i+1]
		if !lang.IsTag(tag) || value.Kind != yaml.ScalarNode {
			return t, fmt.Sprintf("holds %q, which is no language with its words", tag)
		}
		t.Set(lang.Lang(tag), value.Value)
	}
	return t, ""
}

// addOwn lays the words of one language over those that stand, from a file that holds
// this language alone.
func (w Words) addOwn(l lang.Lang, file string, src []byte) error {
	raw := map[string]string{}
	if err := yaml.Load(src, &raw); err != nil {
		return &Fault{Place: problem.Place{File: file}, Message: err.Error()}
	}
	for _, k := range slices.Sorted(maps.Keys(raw)) {
		fault := ""
		t, known := w[k]
		if !known {
			fault = "is no word of the interface"
			if near, ok := problem.Nearest(k, slices.Sorted(maps.Keys(w))); ok {
				fault += fmt.Sprintf("; did you mean %q?", near)
			}
		}
		if _, name := lang.Hidden(raw[k]); name != "" {
			fault = "holds the character " + name + ", which nobody sees"
		}
		fault = cmp.Or(fault, notFolder(k, raw[k]))
		if raw[k] == "" {
			fault = "has no words"
		}
		if fault != "" {
			return &Fault{Place: problem.Place{File: file, Line: lineOf(src, k), Col: 1},
				Message: fmt.Sprintf("%q %s", k, fault)}
		}
		t.Set(l, raw[k])
		w[k] = t
	}
	return nil
}

// settle reports the words of the interface that a language of the site lacks, against
// the file that should hold them, and fills the two languages that the program composes
// in. Words of tables and columns may be left out of another language.
func (w Words) settle(languages lang.Languages, file func(lang.Lang) string) error {
	keys := slices.Sorted(maps.Keys(w))
	for _, l := range languages {
		lacking := slices.DeleteFunc(slices.Clone(keys), func(k string) bool {
			return w[k].Written(l) || fileOf(k) == columnsFile // these stand in English
		})
		if len(lacking) > 0 {
			return &Fault{Place: problem.Place{File: file(l)},
				Message: fmt.Sprintf("%d words of the interface are not written in %q: %s",
					len(lacking), l, strings.Join(lacking, ", "))}
		}
	}
	for _, k := range keys {
		w[k] = w[k].Filled(languages)
	}
	return nil
}

// lineOf is the line on which a word is written; zero when it cannot be seen.
func lineOf(src []byte, key string) int {
	before, _, found := bytes.Cut(append([]byte{'\n'}, src...), []byte("\n"+key+":"))
	if !found {
		return 0
	}
	return bytes.Count(before, []byte{'\n'}) + 1
}
