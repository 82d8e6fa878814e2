package chart

import (
	"unicode"
	"unicode/utf8"

	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Wording finds the words of a key in each language; false when there are none.
type Wording func(key string) (lang.Text, bool)

// families are where the words of a state may stand: those that charts alone have, for
// the room is short, then those of all pages.
var families = []string{"drawn.", "standing.", "outcome."}

// state is the computed state of a point in words: its own, or else the usual
// ones.
func (v view) state(p indicator.Point) string {
	if !p.Words.IsZero() {
		return v.text(p.Words)
	}
	return v.code(p.State)
}

// code is a computed state in the words of the theme, as they stand inside a sentence;
// a state that has none shows as itself.
func (v view) code(state string) string {
	for _, family := range families {
		if t, ok := v.find(family + state); ok {
			return small(v.text(t))
		}
	}
	return state
}

// reason is why something is unknown, in the words of the theme.
func (v view) reason(r record.Reason) string {
	if t, ok := v.find("reason." + string(r)); ok {
		return v.text(t)
	}
	return string(r)
}

// find looks for words of the theme.
func (v view) find(key string) (lang.Text, bool) {
	if v.Words == nil {
		return lang.Text{}, false
	}
	return v.Words(key)
}

// capital makes the first letter a capital.
func capital(s string) string { return first(s, unicode.ToUpper) }

// small makes the first letter a small one.
func small(s string) string { return first(s, unicode.ToLower) }

func first(s string, change func(rune) rune) string {
	letter, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(change(letter)) + s[size:]
}
