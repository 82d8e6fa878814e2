package markup

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Words that a page raises or lowers: what they are hangs on what stands before.
var (
	oneMark  = `[(\[]?(?:[0-9]{1,3}|[*†‡§]+|[a-z])[)\]]?`
	noteMark = regexp.MustCompile(`^` + oneMark + `(?:[,;] ?` + oneMark + `)*$`)
	digits   = regexp.MustCompile(`^[0-9]+$`)
	lengths  = regexp.MustCompile(`(?:^|[^\pL])(?:[kcmdh]?m)$`)
	power    = regexp.MustCompile(`(?:^|[^0-9,])10$`) // 5.10⁶ too
	toNote   = regexp.MustCompile(`^#_?(?:fn|ftn|foot|note|nb|cite|ref|n)[-_:.]?`)
)

// lifting are the classes of sites and word processors that raise what they mark.
var lifting = map[string]bool{"sup": true, "exposant": true, "superscript": true, "footnote": true,
	"footnote-ref":      true,
	"footnotereference": true, "noteref": true, "appel-note": true, "appelnote": true, "note-appel": true}

// level says that a page raises an element (Sup) or lowers it (Sub), by what it is or
// by its style.
func level(n *html.Node) atom.Atom {
	if n.DataAtom == atom.Sup || n.DataAtom == atom.Sub {
		return n.DataAtom
	}
	if !inline[n.DataAtom] {
		return 0
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "style":
			switch declared(a.Val)["vertical-align"] {
			case "super", "text-top":
				return atom.Sup
			case "sub", "text-bottom":
				return atom.Sub
			}
		case a.Key == "class" &&
			slices.ContainsFunc(strings.Fields(strings.ToLower(a.Val)), func(c string) bool { return lifting[c] }),
			a.Key == "role" && a.Val == "doc-noteref":
			return atom.Sup
		}
	}
	return 0
}

// marksNote says that an element is a link to a note of the page, beside the words
// before it: 980 and a link of one sign, say.
func marksNote(n *html.Node, before string) bool {
	to := attribute(n, "href")
	if n.DataAtom != atom.A || !strings.HasPrefix(to, "#") || endOf(before) == "" || !noteMark.MatchString(plainOf(n)) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return toNote.MatchString(strings.ToLower(to)) || !unicode.IsSpace(last)
}

// ordinals are single letters that are raised in French and in English without
// being the mark of a note: 2e, 2d, no.
const ordinals = "edo"

var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
	"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// raised gives what a raised or lowered element adds to the words before it. The
// mark of a note adds nothing, neither to a number nor to a name. A power of ten
// and a unit of area keep the form that the eye sees, and so are never read as
// more digits; neither are raised digits that are no such mark, or that stand alone.
// Letters that end a word (1er, no) are part of it.
func raised(before, text string, how atom.Atom) string {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case digits.MatchString(text) && how == atom.Sup && (power.MatchString(before) || lengths.MatchString(before)):
		return raisedDigits.Replace(text)
	case how == atom.Sub && !unicode.IsDigit(last): // CO2
		return text
	case len(text) == 1 && strings.Contains(ordinals, text):
		return text
	// the mark of a note in an empty cell, or its number?
	case digits.MatchString(text) && strings.TrimSpace(before) == "":
		return raisedDigits.Replace(text)
	case noteMark.MatchString(text):
		return ""
	case digits.MatchString(text) && unicode.IsDigit(last): // too long for a note
		return raisedDigits.Replace(text)
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
