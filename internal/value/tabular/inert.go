package tabular

import (
	"strings"
	"unicode/utf8"
)

// Inert keeps a spreadsheet from taking words for a formula: it puts an apostrophe
// before them. It is for texts: a minus sign before digits is a number.
func Inert(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + text
	}
	return text
}
