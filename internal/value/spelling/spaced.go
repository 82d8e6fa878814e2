package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spaced puts one plain space between words, but for the blanks that stand for a byte
// of a letter that was encoded twice: à is then Ã and a no-break space.
func Spaced(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	last, apart := rune(0), false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		half := (r == '\u00a0' || r == '\u0085') && (last == 'Ã' || last == 'Â' || last == 'Å')
		if unicode.IsSpace(r) && !half {
			apart = b.Len() > 0
		} else {
			if apart {
				b.WriteByte(' ')
			}
			apart = false
			b.WriteString(s[i : i+size])
		}
		last = r
		i += size
	}
	return b.String()
}
