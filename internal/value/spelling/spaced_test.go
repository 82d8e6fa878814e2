package spelling_test

import (
	"testing"

	"vigie/internal/value/spelling"
)

func TestOneSpaceStandsBetweenWords(t *testing.T) {
	for text, want := range map[string]string{
		"  a \t\u00a0 b\n":       "a b",
		"Ã\u00a0 la\u00a0 carte": "Ã\u00a0 la carte", // à, encoded twice
		"3Â\u00a0€":              "3Â\u00a0€",
		"\u00a0 ":                "",
	} {
		if got := spelling.Spaced(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
