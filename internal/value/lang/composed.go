package lang

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Say is a pattern of the program, in French and in English: a sentence, or a part of
// one, with slots in braces that With fills. Its English is its name in the files that
// translate it (Sentences).
func Say(fr, en string) Text { return Text{FR: fr, EN: en} }

// Slot is what stands in place of a name in braces.
type Slot struct {
	Name  string
	Words Text
}

// In is a slot: In("list", names) fills "{list}".
func In(name string, words Text) Slot { return Slot{name, words} }

// With fills the slots of a pattern. The text remembers the pattern and what fills it, so
// that Sentences can compose it in one more language.
func (t Text) With(slots ...Slot) Text {
	out := Text{FR: put(t.FR, FR, slots), EN: put(t.EN, EN, slots)}
	for l, pattern := range t.others.each {
		if written(l, slots) {
			out.Set(l, put(pattern, l, slots))
		}
	}
	out.made = encode(t, slots)
	return out
}

// written says that each slot has words of a language itself.
func written(l Lang, slots []Slot) bool {
	for _, s := range slots {
		if !s.Words.Written(l) && Wordy(s.Words.EN) {
			return false
		}
	}
	return true
}

func put(pattern string, l Lang, slots []Slot) string {
	return fill(pattern, func(name string) string {
		for _, s := range slots {
			if s.Name == name {
				return s.Words.In(l)
			}
		}
		return "{" + name + "}"
	})
}

// fill writes a pattern with what stands in place of each of its slots.
func fill(pattern string, words func(name string) string) string {
	var out strings.Builder
	for pattern != "" {
		before, after, found := strings.Cut(pattern, "{")
		out.WriteString(before)
		if !found {
			break
		}
		name, rest, _ := strings.Cut(after, "}")
		out.WriteString(words(name))
		pattern = rest
	}
	return out.String()
}

// Slots are the names in braces of a pattern, in their order.
func Slots(pattern string) []string {
	var names []string
	fill(pattern, func(name string) string {
		names = append(names, name)
		return ""
	})
	return names
}

// Wordy says that a pattern has words beside its slots: one of slots, numbers and
// punctuation alone reads the same in any language.
func Wordy(pattern string) bool {
	return strings.ContainsFunc(fill(pattern, func(string) string { return "" }), unicode.IsLetter)
}

// Sentences are the patterns of the program in the languages of a site that it does not
// compose in, by language and by English pattern.
type Sentences map[Lang]map[string]string

// Pattern is an English pattern in another language; false when it has none there.
func (s Sentences) Pattern(l Lang, english string) (string, bool) {
	if l == EN {
		return english, true
	}
	if one, ok := s[l][english]; ok {
		return one, true
	}
	if one, ok := s[l][turned(english)]; ok { // the same words open a sentence here and stand inside one there
		if capital(english) == capital(one) {
			return one, true
		}
		return turned(one), true
	}
	return english, !Wordy(english)
}

func capital(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}

// turned is a text whose first letter is a capital where it was small, and the reverse.
func turned(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	other := unicode.ToUpper(first)
	if other == first {
		other = unicode.ToLower(first)
	}
	return string(other) + text[size:]
}

// In gives a text in a language, and the language that the words are in: English where
// the text, or anything that fills one of its slots, has no words of the language. A
// sentence is never half in one language and half in another.
func (s Sentences) In(l Lang, t Text) (string, Lang) {
	if l == FR || l == EN || t.Written(l) {
		return t.In(l), l
	}
	if pattern, slots, ok := decode(t.made); ok {
		if whole, ok := s.compose(l, pattern, slots); ok {
			return whole, l
		}
		return t.EN, EN
	}
	if words, ok := s.Pattern(l, t.EN); ok {
		return words, l
	}
	return t.EN, EN
}

func (s Sentences) compose(l Lang, t Text, slots []Slot) (string, bool) {
	pattern, spoken := s.In(l, t)
	whole := spoken == l
	return fill(pattern, func(name string) string {
		for _, slot := range slots {
			if slot.Name == name {
				words, spoken := s.In(l, slot.Words)
				whole = whole && spoken == l
				return words
			}
		}
		return "{" + name + "}"
	}), whole
}

// Texts compare, so that how one was made is kept as one string: each field behind its
// length.

func encode(pattern Text, slots []Slot) string {
	var b strings.Builder
	field := func(s string) {
		b.WriteString(strconv.Itoa(len(s)) + ":" + s)
	}
	text := func(t Text) {
		proper := ""
		if t.Proper {
			proper = "proper"
		}
		for _, s := range []string{t.FR, t.EN, proper, string(t.others), t.made} {
			field(s)
		}
	}
	text(pattern)
	for _, s := range slots {
		field(s.Name)
		text(s.Words)
	}
	return b.String()
}

func decode(made string) (pattern Text, slots []Slot, ok bool) {
	field := func() string {
		size, rest, _ := strings.Cut(made, ":")
		n, _ := strconv.Atoi(size)
		made = rest[n:]
		return rest[:n]
	}
	text := func() Text {
		return Text{FR: field(), EN: field(), Proper: field() != "", others: others(field()), made: field()}
	}
	if made == "" {
		return Text{}, nil, false
	}
	pattern = text()
	for made != "" {
		slots = append(slots, Slot{field(), text()})
	}
	return pattern, slots, true
}
