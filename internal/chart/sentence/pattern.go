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

// fill writes a pattern in one language.
func (p pattern) fill(l lang.Lang, s slots) piece {
	var out piece
	rest := lang.Typeset(l, lang.Text(p).In(l))
	for rest != "" {
		before, after, found := strings.Cut(rest, "{")
		out = append(out, figure.Words(before))
		if !found {
			break
		}
		name, tail, _ := strings.Cut(after, "}")
		if bare, elided := strings.CutPrefix(name, "de "); elided {
			name = bare
			out = append(out, figure.Words(of(figure.Plain(l, s[name]))))
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
func capital(p piece) piece {
	if len(p) == 0 || p[0].Figure != nil {
		return p
	}
	first, size := utf8.DecodeRuneInString(p[0].Text)
	out := append(piece{}, p...)
	out[0].Text = string(unicode.ToUpper(first)) + p[0].Text[size:]
	return out
}

// and lists pieces as a sentence does: "a, b et c".
func (t *composer) and(items []piece) piece {
	last := " et "
	if t.l != lang.FR {
		last = " and "
	}
	return between(items, ", ", last)
}

// list sets pieces that hold commas themselves apart: "a, 2 ; b, 3".
func (t *composer) list(items []piece) piece {
	sep := lang.Typeset(t.l, " ; ")
	if t.l != lang.FR {
		sep = "; "
	}
	return between(items, sep, sep)
}

func between(items []piece, sep, last string) piece {
	var out piece
	for i, item := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			out = append(out, figure.Words(last))
		default:
			out = append(out, figure.Words(sep))
		}
		out = append(out, item...)
	}
	return merge(out)
}
