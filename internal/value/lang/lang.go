// Package lang holds the languages of a site, the texts that readers see in them,
// and the few typographic rules that numbers and words need.
//
// The program itself composes in French and in English. Which languages a site has,
// and in which order, is its own choice (Languages): one of the two, both, or others,
// whose words then stand in YAML and in content. A Text is something readers see: it
// is written in YAML either as a mapping with each language of the site, or as a bare
// string when it reads the same in all of them: a proper name ("Cumulus", "Région
// Bretagne"), or any text of a site in one language.
package lang

import "strings"

// Lang is a language, as a BCP 47 tag.
type Lang string

// The languages in which the program itself composes sentences.
const (
	FR Lang = "fr"
	EN Lang = "en"
)

// Spoken is the language in which the program composes for a language: itself, or
// English for all that are neither French nor English.
func (l Lang) Spoken() Lang {
	if l == FR {
		return FR
	}
	return EN
}

// Spaces of French typography (Imprimerie nationale, CLDR 47).
const (
	NBSP   = "\u00a0" // before : % € and between a number and its unit
	NNBSP  = "\u202f" // between groups of three digits, before ; ? !
	Minus  = "\u2212"
	EnDash = "\u2013"
)

// Group puts the thousands separator of a language into a run of digits
// ("1234567" gives "1 234 567" in French, "1,234,567" in English and in any other).
func Group(l Lang, digits string) string {
	sep := ","
	if l == FR {
		sep = NNBSP
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
// (0 and 1 are singular), for all but one in English and in any other language.
func Plural(l Lang, integer string, hasFraction bool) bool {
	n := strings.TrimPrefix(integer, "-")
	if l == FR {
		return n != "0" && n != "1"
	}
	return n != "1" || hasFraction
}
