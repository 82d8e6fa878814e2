package lang

import (
	"fmt"
	"strings"
	"unicode"
)

// hidden are characters that a reader cannot see and that change what is seen: those
// that turn the direction of writing, marks of a beginning or of a gap without width,
// separators of lines that are none, tags, and what is no character at all.
var hidden = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x061c, Hi: 0x061c, Stride: 1}, // Arabic letter mark
		{Lo: 0x180e, Hi: 0x180e, Stride: 1}, // Mongolian vowel separator
		{Lo: 0x200b, Hi: 0x200b, Stride: 1}, // zero width space; its joiners spell some words
		{Lo: 0x200e, Hi: 0x200f, Stride: 1}, // left-to-right and right-to-left marks
		{Lo: 0x2028, Hi: 0x202e, Stride: 1}, // line and paragraph separators; embeddings and overrides
		{Lo: 0x2060, Hi: 0x206f, Stride: 1}, // word joiner, invisible signs, isolates
		{Lo: 0xfeff, Hi: 0xfeff, Stride: 1}, // byte order mark
		{Lo: 0xfff9, Hi: 0xfffb, Stride: 1}, // interlinear notes
		{Lo: 0xfffe, Hi: 0xffff, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xe0000, Hi: 0xe007f, Stride: 1}}, // tags
}

// Hidden finds the first character that no text of the site may hold, because nobody
// sees it: a control character other than the end of a line, or one of those that
// bend what is seen. at is its offset in bytes, below zero when there is none; name
// is how it is called in a message, "U+202E".
func Hidden(text string) (at int, name string) {
	at = strings.IndexFunc(text, unseen)
	if at < 0 {
		return -1, ""
	}
	for _, r := range text[at:] {
		return at, fmt.Sprintf("U+%04X", r)
	}
	return -1, ""
}

func unseen(r rune) bool {
	if r < 0x7f { // most of all texts
		return r < ' ' && r != '\n'
	}
	return r != '\n' && unicode.IsControl(r) || unicode.Is(hidden, r) || r > 0xffff && r&0xfffe == 0xfffe
}

// Seen is a text of others without the characters that Hidden finds, to be put where
// only what is seen may stand; a control character, such as a tab, leaves a space.
func Seen(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case !unseen(r):
			return r
		case unicode.IsControl(r):
			return ' '
		}
		return -1
	}, text)
}
