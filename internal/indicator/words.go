package indicator

import (
	"unicode"
	"unicode/utf8"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// say is a pattern in both languages, with slots in braces (lang.Say). French is written with plain spaces before
// : ; ? ! and %; rendering sets them.
func say(fr, en string) lang.Text { return lang.Say(fr, en) }

// join puts the name of a line and that of a place together.
func join(a, b lang.Text) lang.Text {
	if a.IsZero() || a == b {
		return b
	}
	return lang.Join(", ", a, b)
}

// inWords is a period in both languages; "undated" has its own words.
func inWords(p cal.Period) lang.Text {
	if p.IsZero() {
		return say("sans date", "undated")
	}
	return p.Words()
}

// kindWord names all the bodies of a kind.
func kindWord(ds *dataset.Dataset, k record.BodyKind) lang.Text {
	return ds.Words.Many(record.BodyKindList, string(k))
}

// kindInside names them inside a sentence.
func kindInside(ds *dataset.Dataset, k record.BodyKind) lang.Text {
	if word, _ := ds.Words.Find(record.BodyKindList, string(k)); word.Proper {
		return kindWord(ds, k)
	}
	return kindWord(ds, k).Map(lower)
}

// naming writes a list of names inside a sentence.
func naming(intro lang.Text, names []lang.Text) lang.Text {
	return say("{intro} {names}.", "{intro} {names}.").
		With(lang.In("intro", intro), lang.In("names", lang.Join(", ", names...)))
}

// upper starts a text with a capital, for a label.
func upper(_ lang.Lang, s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// lower starts a text with a small letter, for the middle of a sentence; what
// starts with an acronym keeps its capitals.
func lower(_ lang.Lang, s string) string {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
