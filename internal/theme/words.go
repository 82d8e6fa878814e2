package theme

import (
	"bytes"
	"fmt"
	"maps"
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

// Lacking tells, as a *Fault, of a word that a file was to show and that the
// theme does not have.
func (th *Theme) Lacking(file []byte) error {
	_, after, found := bytes.Cut(file, []byte("⟦"))
	if key, _, closed := bytes.Cut(after, []byte("⟧")); found && closed {
		return &Fault{Place: problem.Place{File: th.from[fileOf(string(key))]}, Message: fmt.Sprintf("there is no word %q", key)}
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

// add lays the words of a file over those that stand.
func (w Words) add(file string, src []byte) error {
	raw := map[string]struct {
		FR string `yaml:"fr"`
		EN string `yaml:"en"`
	}{}
	if err := yaml.Load(src, &raw, yaml.WithKnownFields()); err != nil {
		return &Fault{Place: problem.Place{File: file}, Message: err.Error()}
	}
	for _, k := range slices.Sorted(maps.Keys(raw)) {
		t := raw[k]
		if t.FR == "" || t.EN == "" {
			return &Fault{Place: problem.Place{File: file, Line: lineOf(src, k), Col: 1}, Message: fmt.Sprintf("%q needs both fr and en", k)}
		}
		if at, name := lang.Hidden(t.FR + t.EN); at >= 0 {
			return &Fault{Place: problem.Place{File: file, Line: lineOf(src, k), Col: 1}, Message: fmt.Sprintf("%q holds the character %s, which nobody sees", k, name)}
		}
		w[k] = lang.Text{FR: t.FR, EN: t.EN}
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
