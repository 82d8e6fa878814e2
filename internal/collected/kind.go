package collected

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Kind is what the cells of a column hold, always written canonically.
type Kind string

// The closed list of kinds of cells.
const (
	Text    Kind = "text"
	Code    Kind = "code"    // never a number: what registers and nomenclatures give
	Date    Kind = "date"    // 2026-11-30, or as precisely as the source says
	Number  Kind = "number"  // 1234.5
	Boolean Kind = "boolean" // oui, non: see Words
	List    Kind = "list"    // values separated by a vertical bar
)

// Kinds is the closed list.
func Kinds() []Kind { return []Kind{Text, Code, Date, Number, Boolean, List} }

// longest is far above the longest text that a source gives: beyond it, something
// else than a value was read.
const longest = 20_000

var number = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?$`)

// Canonical gives the one way to write a cell: blanks are one space, texts are in
// one Unicode form (NFC), a number has no zeros at its end. It refuses what the kind cannot hold. An empty cell, which
// says nothing, fits every kind.
func (k Kind) Canonical(cell string) (string, bool) {
	cell = norm.NFC.String(strings.Join(strings.Fields(cell), " "))
	if cell == "" {
		return "", true
	}
	if len(cell) > longest || !utf8.ValidString(cell) || strings.ContainsFunc(cell, noText) {
		return "", false
	}
	switch k {
	case Date:
		d, err := cal.ParseDate(cell)
		return cell, err == nil && d.String() == cell
	case Boolean:
		return cell, cell == "oui" || cell == "non"
	case Number:
		if !number.MatchString(cell) {
			return "", false
		}
		if strings.Contains(cell, ".") {
			cell = strings.TrimRight(strings.TrimRight(cell, "0"), ".")
		}
		if cell == "-0" {
			cell = "0"
		}
	}
	return cell, true
}

// Words are what readers see of a cell: yes and no in each language, anything else as it is written.
func (k Kind) Words(cell string) lang.Text {
	switch {
	case k == Boolean && cell == "oui":
		return lang.Text{FR: "oui", EN: "yes"}
	case k == Boolean && cell == "non":
		return lang.Text{FR: "non", EN: "no"}
	}
	return lang.Name(cell)
}

// noText says that a sign is in no text: a control, or one that Unicode keeps free.
func noText(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// Wanted says what a cell of the kind looks like.
func (k Kind) Wanted() string {
	switch k {
	case Date:
		return "a date such as 2026-11-30"
	case Number:
		return "a number such as 1234.5"
	case Boolean:
		return "yes or no, written oui or non"
	}
	return "plain text"
}
