package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vigie/internal/figure"
	"vigie/internal/value/lang"
)

// piece is a part of a sentence: words, figures, or both.
type piece = []figure.Inline

func words(s string) piece { return piece{figure.Words(s)} }

func quote(f figure.Figure) piece { return piece{figure.Quote(f)} }

// pattern is a sentence, or a part of one, written in both languages with slots
// in braces. "{de x}" writes the slot x after « de », elided where it must be.
type pattern lang.Text

func say(fr, en string) pattern { return pattern{FR: fr, EN: en} }

// slots are what fills the braces of a pattern, by name.
type slots map[string]piece

// fill writes a pattern in the language of the composer. Where that language has no such
// pattern, the piece holds a mark, and the sentence is written in English: see Sentences.
func (p pattern) fill(t *composer, s slots) piece {
	var out piece
	rest := t.words(lang.Text(p))
	for rest != "" {
		before, after, found := strings.Cut(rest, "{")
		out = append(out, figure.Words(before))
		if !found {
			break
		}
		name, tail, _ := strings.Cut(after, "}")
		if bare, elided := strings.CutPrefix(name, "de "); elided {
			name = bare
			out = append(out, figure.Words(of(figure.Plain(t.l, s[name]))))
		}
		out = append(out, s[name]...)
		rest = tail
	}
	return merge(out)
}

// merge joins neighbouring words into one inline.
func merge(parts piece) piece {
	var out piece
	for _, p := range parts {
		last := len(out) - 1
		switch {
		case p.Figure == nil && p.Text == "":
		case p.Figure == nil && last >= 0 && out[last].Figure == nil:
			out[last].Text += p.Text
		default:
			out = append(out, p)
		}
	}
	return out
}

// of is « de » before what follows: elided before a vowel. A mute h cannot be
// distinguished from an aspirated one, and is left alone.
func of(next string) string {
	first, _ := utf8.DecodeRuneInString(next)
	if strings.ContainsRune("aeiouyàâäéèêëîïôöùûüœæ", unicode.ToLower(first)) {
		return "d’"
	}
	return "de "
}

// capital makes the first letter of a piece a capital.
func capital(p piece) piece { return first(p, unicode.ToUpper) }

func first(p piece, change func(rune) rune) piece {
	if len(p) == 0 || p[0].Figure != nil {
		return p
	}
	letter, size := utf8.DecodeRuneInString(p[0].Text)
	out := append(piece{}, p...)
	out[0].Text = string(change(letter)) + p[0].Text[size:]
	return out
}

// and lists pieces as a sentence does: "a, b et c".
func (t *composer) and(items []piece) piece {
	if len(items) < 2 {
		return between(items, "")
	}
	last := len(items) - 1
	return say("{names} et {last}", "{names} and {last}").fill(t,
		slots{"names": between(items[:last], ", "), "last": items[last]})
}

// list sets pieces that hold commas themselves apart: "a, 2 ; b, 3".
func (t *composer) list(items []piece) piece {
	if t.l == lang.FR {
		return between(items, lang.Typeset(t.l, " ; "))
	}
	return between(items, "; ")
}

func between(items []piece, separator string) piece {
	var out piece
	for i, item := range items {
		if i > 0 {
			out = append(out, figure.Words(separator))
		}
		out = append(out, item...)
	}
	return merge(out)
}
