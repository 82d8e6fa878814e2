package lang

import (
	"slices"
	"strconv"
	"strings"
)

// Text is what readers see, in each language of the site. French and English are
// always there once it was read: see Filled. Two texts are equal when they read the
// same in every language.
type Text struct {
	FR string `yaml:"fr" json:"fr"`
	EN string `yaml:"en" json:"en"`
	// Proper says that the text was written once, as a proper name.
	Proper bool `yaml:"-" json:"-"`

	others others
	made   string // how the program composed it: see With
}

// others are the texts of the languages that the program does not compose in: tag and
// words between characters that no text may hold, by tag, so that texts compare.
type others string

const (
	afterTag   = "\x00"
	afterWords = "\x01"
)

// Name makes a Text of a proper name, the same in every language.
func Name(s string) Text { return Text{FR: s, EN: s, Proper: true} }

// In gives the text in one language. In a language that it is not written in, it
// stands in English: see Spoken.
func (t Text) In(l Lang) string {
	switch l {
	case FR:
		return t.FR
	case EN:
		return t.EN
	}
	if s, ok := t.others.in(l); ok {
		return s
	}
	return t.EN
}

// Spoken is the language in which In answers.
func (t Text) Spoken(l Lang) Lang {
	if _, ok := t.others.in(l); ok || t.Proper {
		return l
	}
	return l.Spoken()
}

// Set writes the text in one language.
func (t *Text) Set(l Lang, s string) {
	switch l {
	case FR:
		t.FR = s
	case EN:
		t.EN = s
	default:
		t.others = t.others.with(l, s)
	}
}

// Written says that there are words of a language itself.
func (t Text) Written(l Lang) bool {
	switch l {
	case FR:
		return t.FR != ""
	case EN:
		return t.EN != ""
	}
	s, ok := t.others.in(l)
	return ok && s != "" || t.Proper && !t.IsZero()
}

// Filled puts words where French or English has none, for a site that does not have
// that language: what the program composes, and what it names files and columns
// after, then lacks nothing. French takes those of the first language of the site,
// English those of the first one that is neither.
func (t Text) Filled(site Languages) Text {
	first := func(among []Lang) string {
		for _, l := range among {
			if t.Written(l) {
				return t.In(l)
			}
		}
		return ""
	}
	out := t
	if t.FR == "" {
		out.FR = first(site)
	}
	if t.EN == "" {
		third := slices.DeleteFunc(slices.Clone(site), func(l Lang) bool { return l == FR })
		if out.EN = first(third); out.EN == "" {
			out.EN = first(site)
		}
	}
	return out
}

// IsZero says that nothing was written in any language.
func (t Text) IsZero() bool { return t.FR == "" && t.EN == "" && t.others == "" }

// Equal says that two texts read the same in every language.
func (t Text) Equal(o Text) bool { return t == o }

// Each gives the words of each language, French and English first.
func (t Text) Each(yield func(Lang, string) bool) {
	if yield(FR, t.FR) && yield(EN, t.EN) {
		t.others.each(yield)
	}
}

// All gives the words of each language, French and English first.
func (t Text) All() []string {
	var out []string
	for _, s := range t.Each {
		out = append(out, s)
	}
	return out
}

// Map applies one function to each language.
func (t Text) Map(f func(Lang, string) string) Text {
	out := Text{Proper: t.Proper}
	for l, s := range t.Each {
		out.Set(l, f(l, s))
	}
	return out
}

// Compose makes a text of others, in French, in English and in each language that one
// of them is written in.
func Compose(f func(l Lang) string, of ...Text) Text {
	out := Text{FR: f(FR), EN: f(EN)}
	for _, t := range of {
		t.others.each(func(l Lang, _ string) bool {
			out.Set(l, f(l))
			return true
		})
	}
	return out
}

// Join puts texts one after the other.
func Join(separator string, texts ...Text) Text {
	names, slots := make([]string, len(texts)), make([]Slot, len(texts))
	for i, t := range texts {
		names[i] = "{" + strconv.Itoa(i) + "}"
		slots[i] = Slot{strconv.Itoa(i), t}
	}
	pattern := strings.Join(names, separator)
	out := Compose(func(l Lang) string { return put(pattern, l, slots) }, texts...)
	for l := range out.others.each {
		if !written(l, slots) {
			out.others = out.others.without(l)
		}
	}
	out.made = encode(Name(pattern), slots)
	return out
}

func (o others) in(l Lang) (string, bool) {
	for tag, s := range o.each {
		if tag == l {
			return s, true
		}
	}
	return "", false
}

func (o others) each(yield func(Lang, string) bool) {
	for one := range strings.SplitSeq(string(o), afterWords) {
		tag, words, ok := strings.Cut(one, afterTag)
		if ok && !yield(Lang(tag), words) {
			return
		}
	}
}

func (o others) without(l Lang) others {
	var kept others
	for tag, words := range o.each {
		if tag != l {
			kept += others(string(tag) + afterTag + words + afterWords)
		}
	}
	return kept
}

func (o others) with(l Lang, s string) others {
	var list []string
	for tag, words := range o.without(l).each {
		list = append(list, string(tag)+afterTag+words+afterWords)
	}
	list = append(list, string(l)+afterTag+s+afterWords)
	slices.Sort(list)
	return others(strings.Join(list, ""))
}
