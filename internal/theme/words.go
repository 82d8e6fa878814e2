package theme

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v4"

	"vigie/internal/lang"
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

// Must gives a word that the code itself asks for: its absence shows as its key
// between marks, which Lacking finds before anything is published.
func (w Words) Must(l lang.Lang, key string) string {
	if s, err := w.In(l, key); err == nil {
		return s
	}
	return "⟦" + key + "⟧"
}

// Lacking tells of a word that a file was to show and that the theme does not have.
func Lacking(file []byte) error {
	_, after, found := bytes.Cut(file, []byte("⟦"))
	if key, _, closed := bytes.Cut(after, []byte("⟧")); found && closed {
		return fmt.Errorf("words.yaml has no %q", key)
	}
	return nil
}

func readWords(src []byte) (Words, error) {
	raw := map[string]struct {
		FR string `yaml:"fr"`
		EN string `yaml:"en"`
	}{}
	if err := yaml.Load(src, &raw, yaml.WithKnownFields()); err != nil {
		return nil, fmt.Errorf("words.yaml: %w", err)
	}
	w := Words{}
	for k, t := range raw {
		if t.FR == "" || t.EN == "" {
			return nil, fmt.Errorf("words.yaml: %q needs both fr and en", k)
		}
		w[k] = lang.Text{FR: t.FR, EN: t.EN}
	}
	return w, nil
}
