package fetch

import "strings"

const digits = "0123456789ABCDEF"

// normal writes a path, or the rules about paths, in the one way in which RFC 9309
// § 2.2.2 compares them: letters beyond ASCII are percent-encoded, with capitals;
// what needs no encoding has none. (The parser of rules spoils digits of lower-case
// codes: it is handed none.)
func normal(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for i := 0; i < len(s); i++ {
		b := s[i]
		if code, ok := encoded(s[i:]); ok {
			i += 2
			if unreserved(code) {
				out.WriteByte(code)
			} else {
				out.Write([]byte{'%', digits[code>>4], digits[code&15]})
			}
		} else if b >= 0x80 {
			out.Write([]byte{'%', digits[b>>4], digits[b&15]})
		} else {
			out.WriteByte(b)
		}
	}
	return out.String()
}

// encoded gives the byte that a text starts with in percent-encoding.
func encoded(s string) (byte, bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	high, low := digit(s[1]), digit(s[2])
	return byte(high<<4 | low), high >= 0 && low >= 0
}

func digit(b byte) int {
	if 'a' <= b && b <= 'f' {
		b -= 'a' - 'A'
	}
	return strings.IndexByte(digits, b)
}

// unreserved are the bytes of RFC 3986 § 2.3.
func unreserved(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || strings.IndexByte("-._~", b) >= 0
}
