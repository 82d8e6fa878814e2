package export

import (
	"strconv"
	"strings"
)

// Plain is a decimal without the zeros that end it: programs drop them.
func Plain(decimal string) string {
	if strings.Contains(decimal, ".") {
		decimal = strings.TrimRight(strings.TrimRight(decimal, "0"), ".")
	}
	return decimal
}

// Float is a decimal as a binary number of 64 bits; false where the shortest decimal of that
// number is another one, and digits of the source would be lost.
func Float(decimal string) (float64, bool) {
	f, err := strconv.ParseFloat(decimal, 64)
	return f, err == nil && strconv.FormatFloat(f, 'f', -1, 64) == Plain(decimal)
}

// Longest is how many characters a cell of a workbook may hold (ECMA-376 and LibreOffice alike).
const Longest = 32767

// Shortened cuts a text that a cell of a workbook cannot hold; an ellipsis says so.
func Shortened(text string) string {
	if len(text) <= Longest {
		return text
	}
	if runes := []rune(text); len(runes) > Longest {
		return string(runes[:Longest-1]) + "…"
	}
	return text
}
