package spelling

import (
	"strings"
	"unicode/utf8"
)

// Sound says at one look that a text needs nothing: it is ASCII, the letters of French
// and the marks around them, in their usual form. One that may need something is not
// sound, though it may be well. It is for those who read texts by the million.
func Sound[T ~string | ~[]byte](s T) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf {
			if c == '?' || c == substitute {
				return false
			}
			continue
		}
		if i+1 == len(s) || s[i+1] < 0x80 || s[i+1] > 0xbf {
			return false
		}
		next := s[i+1]
		i++
		switch {
		case c == 0xc3 && strings.IndexByte(doubtful, next) < 0:
		case c == 0xc2 && next >= 0xa0 && next != 0xbf: // ¿
		case c == 0xc5 && (next == 0x92 || next == 0x93): // Œ œ
		// – ’ … €
		case c == 0xe2 && i+1 < len(s) && (next == 0x80 && s[i+1] >= 0x90 && s[i+1] <= 0xaf || next == 0x82 &&
			s[i+1] == 0xac):
			i++
		default:
			return false
		}
	}
	return true
}

// doubtful are the second bytes of the letters by which double encoding shows:
// Â Ã Å Ì â ï ð.
const doubtful = "\x82\x83\x85\x8c\xa2\xaf\xb0"
