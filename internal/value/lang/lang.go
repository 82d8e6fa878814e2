// Package lang holds the two languages of the site and the few typographic rules
// that numbers and words need in each of them.
//
// French comes first and is the reference; English is its translation. A Text is
// something readers see: it is written in YAML either as a mapping with both
// languages, or as a bare string when it is a proper name that reads the same in
// both ("Nubo", "Région Bretagne").
package lang

import "strings"

// Lang is a language of the site, as a BCP 47 tag.
type Lang string

// The languages of the site. French is at the root, English under /en/.
const (
	FR Lang = "fr"
	EN Lang = "en"
)

// All lists the languages in the order in which they are rendered.
func All() []Lang { return []Lang{FR, EN} }

// Spaces of French typography (Imprimerie nationale, CLDR 47).
const (
	NBSP   = "\u00a0" // before : % € and between a number and its unit
	NNBSP  = "\u202f" // between groups of three digits, before ; ? !
	Minus  = "\u2212"
	EnDash = "\u2013"
)

// Text is what readers see, in both languages.
type Text struct {
	FR string `yaml:"fr" json:"fr"`
	EN string `yaml:"en" json:"en"`
	// Proper says that the text was written once, as a proper name.
	Proper bool `yaml:"-" json:"-"`
}

// Name makes a Text of a proper name, the same in both languages.
func Name(s string) Text { return Text{FR: s, EN: s, Proper: true} }

// In gives the text in one language.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.FR
}

// IsZero says that nothing was written in either language.
func (t Text) IsZero() bool { return t.FR == "" && t.EN == "" }

// Map applies one function to both languages.
func (t Text) Map(f func(Lang, string) string) Text {
	return Text{FR: f(FR, t.FR), EN: f(EN, t.EN), Proper: t.Proper}
}

// Group puts the thousands separator of a language into a run of digits
// ("1234567" gives "1 234 567" in French, "1,234,567" in English).
func Group(l Lang, digits string) string {
	sep := NNBSP
	if l == EN {
		sep = ","
	}
	if len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	head := len(digits) % 3
	b.WriteString(digits[:head])
	for i := head; i < len(digits); i += 3 {
		if b.Len() > 0 {
			b.WriteString(sep)
		}
		b.WriteString(digits[i : i+3])
	}
	return b.String()
}

// Plural says whether a whole number takes the plural: from two in French
// (0 and 1 are singular), for all but one in English.
func Plural(l Lang, integer string, hasFraction bool) bool {
	n := strings.TrimPrefix(integer, "-")
	if l == EN {
		return n != "1" || hasFraction
	}
	return n != "0" && n != "1"
}
