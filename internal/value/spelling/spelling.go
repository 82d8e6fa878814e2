// Package spelling gives a text of a source the one way in which we write it, so
// that a text that went through a wrong encoding, or another Unicode form, is no
// other text.
//
//	one := spelling.Of("HÃ©bergement") // {Text: "Hébergement", Repaired: true}
//	one = spelling.Of("infog\ufffdrance") // {Text: "infog\ufffdrance", Lost: true}
//
// Double encoding (UTF-8 that was read as Latin-1 or Windows-1252, once or several
// times) is undone where only that can have made it: Ã© is never written in a
// language of Europe, but É» is. A letter that is lost cannot be put back: the text
// stays as it came, and says so, so that it is counted and found all the same
// (package filter).
//
// Promises: pure; a text that needs nothing costs one look and no memory; Of(Of(s).Text) changes
// nothing more; texts are in NFC.
package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a text of a source as we write it.
type Text struct {
	Text     string
	Repaired bool // it was double-encoded, and is no more
	Lost     bool // a letter of it is lost, and cannot be known
}

// Of gives a text its one spelling.
func Of(s string) Text {
	if Sound(s) {
		return Text{Text: s}
	}
	t := Text{Text: norm.NFC.String(s)}
	for next := undone(t.Text); next != t.Text; next = undone(t.Text) { // Ã© may be read wrongly again
		t.Text, t.Repaired = norm.NFC.String(next), true
	}
	t.Lost = lost(t.Text)
	return t
}

// substitute is the control sign that some programs write for a letter that their
// encoding lacks.
const substitute = 0x1a

// IsLost says whether a letter is lost where a sign stands, by the signs on its two
// sides (zero at the ends of a text). The mark of Unicode for it is one anywhere; ?
// and ¿ are where they stand within a word.
func IsLost(before, sign, after rune) bool {
	switch sign {
	case utf8.RuneError, substitute:
		return true
	case '?', '¿':
		return letter(before) && letter(after)
	}
	return false
}

// first is the sign at the start of a text; zero when there is none.
func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func letter(r rune) bool { return unicode.IsLetter(r) || r == utf8.RuneError }

// lost says whether a text has lost a letter: a sign stands for it, or what is left
// of two signs that were one.
func lost(s string) bool {
	for _, word := range strings.Fields(s) {
		if strings.Contains(word, "â€") || strings.HasSuffix(word, "Ã") {
			return true
		}
		if strings.ContainsAny(word, "/=@") && !strings.ContainsRune(word, utf8.RuneError) { // an address
			continue
		}
		before := rune(0)
		for i := 0; i < len(word); {
			r, size := utf8.DecodeRuneInString(word[i:])
			i += size
			if IsLost(before, r, first(word[i:])) {
				return true
			}
			before = r
		}
	}
	return false
}
