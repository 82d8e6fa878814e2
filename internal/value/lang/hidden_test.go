package lang_test

import (
	"testing"

	"vigie/internal/value/lang"
)

func TestCharactersThatNobodySeesAreFound(t *testing.T) {
	for text, want := range map[string]string{
		"Été : 51,6\u00a0M€, 1\u202f234 « oui »\nœuvre’s – − … 日本 \U0001f469\u200d\U0001f4bb": "",
		"":               "",
		"a\x08b":         "U+0008",
		"a\x00":          "U+0000",
		"a\tb":           "U+0009",
		"a\rb":           "U+000D",
		"a\x7fb":         "U+007F",
		"a\u0085b":       "U+0085",
		"abc\u202egnp":   "U+202E",
		"a\u2066b\u2069": "U+2066",
		"\ufeffa":        "U+FEFF",
		"a\u200bb":       "U+200B",
		"a\u2028b":       "U+2028",
		"a\U000e0041b":   "U+E0041",
		"a\U0001fffeb":   "U+1FFFE",
	} {
		if at, got := lang.Hidden(text); got != want || (at < 0) != (want == "") {
			t.Errorf("%q: found %q at %d, want %q", text, got, at, want)
		}
	}
}
