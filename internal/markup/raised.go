package markup

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// Words that a page raises or lowers: what they are hangs on what stands before.
var (
	oneMark  = `[(\[]?(?:[0-9]{1,3}|[*†‡§]+|[a-z])[)\]]?`
	noteMark = regexp.MustCompile(`^` + oneMark + `(?:[,;] ?` + oneMark + `)*$`)
	digits   = regexp.MustCompile(`^[0-9]+$`)
	lengths  = regexp.MustCompile(`(?:^|[^\pL])(?:[kcmdh]?m)$`)
	power    = regexp.MustCompile(`(?:^|[^0-9.,])10$`)
)

// ordinals are single letters that are raised in French and in English without
// being the mark of a note: 2e, 2d, no.
const ordinals = "edo"

var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
	"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// raised gives what a raised or lowered element adds to the words before it. The
// mark of a note adds nothing, neither to a number nor to a name. A power of ten
// and a unit of area keep the form that the eye sees, and so are never read as
// more digits. Letters that end a word (1er, no) are part of it.
func raised(before, text string, how atom.Atom) string {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case digits.MatchString(text) && how == atom.Sup && (power.MatchString(before) || lengths.MatchString(before)):
		return raisedDigits.Replace(text)
	case how == atom.Sub && !unicode.IsDigit(last): // CO2
		return text
	case len(text) == 1 && strings.Contains(ordinals, text):
		return text
	case noteMark.MatchString(text):
		return ""
	}
	return text
}

// Raised gives what raised or lowered words add to those before them, in a document
// that is no page, such as a workbook.
func Raised(before, text string, lowered bool) string {
	if lowered {
		return raised(before, text, atom.Sub)
	}
	return raised(before, text, atom.Sup)
}
