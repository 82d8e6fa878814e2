package tabular

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vigie/internal/value/spelling"
)

// Fold gives a text the form in which names are compared: small letters, no
// accents, straight apostrophes, plain hyphens, single spaces. One that was encoded
// twice is read as it was (package spelling).
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(spelling.Of(s).Text, "\ufffd")) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case strings.ContainsRune("’ʼ‘`´", r):
			b.WriteByte('\'')
		case unicode.Is(unicode.Pd, r):
			b.WriteByte('-')
		case r == 'œ' || r == 'Œ':
			b.WriteString("oe")
		case r == 'æ' || r == 'Æ':
			b.WriteString("ae")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
