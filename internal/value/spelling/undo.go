package spelling

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// undone reads a text as its bytes were before they were taken for Latin-1 or
// Windows-1252, wherever nothing else can have given them.
func undone(s string) string {
	var b strings.Builder
	changed := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= utf8.RuneSelf {
			if was, length := sequence(s[i:]); length > 0 {
				changed = true
				if was != bom {
					b.WriteRune(was)
				}
				i += length
				continue
			}
			if was := control(r); was != r {
				changed = true
				b.WriteRune(was)
				i += size
				continue
			}
		}
		b.WriteString(s[i : i+size])
		i += size
	}
	if !changed {
		return s
	}
	return b.String()
}

// bom is the mark at the start of a text in UTF-8, which is no part of it.
const bom = '\ufeff'

// sequence gives the sign whose bytes in UTF-8 were taken for the signs at the start
// of a text, and how long these are; a length of zero when they stand for themselves.
func sequence(s string) (was rune, length int) {
	first, size := utf8.DecodeRuneInString(s)
	lead, ok := byteOf(first)
	many := 0
	switch {
	case !ok:
		return 0, 0
	case lead == 0xc2, lead == 0xc3, lead == 0xc5, lead == 0xcc: // Â Ã Å Ì
		many = 2
	case lead == 0xe2, lead == 0xef: // â ï
		many = 3
	case lead == 0xf0: // ð
		many = 4
	default:
		return 0, 0
	}
	bytes := []byte{lead}
	for length = size; len(bytes) < many; length += size {
		var r rune
		r, size = utf8.DecodeRuneInString(s[length:])
		next, ok := byteOf(r)
		if !ok || next < 0x80 || next > 0xbf {
			return 0, 0
		}
		bytes = append(bytes, next)
	}
	was, n := utf8.DecodeRune(bytes)
	if n != many || !likely(was) {
		return 0, 0
	}
	return was, length
}

// likely says that a sign stands in texts of ours: without it, É» would be ɻ. The
// letters of French outside Latin-1 are œ, Œ and Ÿ.
func likely(r rune) bool {
	switch {
	case 0x80 <= r && r <= 0xff: // accents, guillemets, no-break space
		return true
	case r == 'œ', r == 'Œ', r == 'Ÿ', r == 'Š', r == 'š', r == 'Ž', r == 'ž':
		return true
	case 0x300 <= r && r <= 0x33f: // accents that stand by themselves
		return true
	case 0x2000 <= r && r <= 0x26ff: // curly marks, dashes, €, ™, arrows
		return true
	case 0xfb00 <= r && r <= 0xfb06: // ligatures
		return true
	}
	return r == bom || r == utf8.RuneError || r >= 0x1f000
}

// byteOf gives the byte that was taken for a sign, in Windows-1252 or in Latin-1,
// in which the bytes from 80 to 9F are controls.
func byteOf(r rune) (byte, bool) {
	if 0x80 <= r && r <= 0xff {
		return byte(r), true
	}
	if r < utf8.RuneSelf || r == utf8.RuneError {
		return 0, false
	}
	return charmap.Windows1252.EncodeRune(r)
}

// control gives the sign of Windows-1252 for a control of Latin-1, which no text
// holds; any other sign is itself.
func control(r rune) rune {
	if r < 0x80 || r > 0x9f {
		return r
	}
	if was := charmap.Windows1252.DecodeByte(byte(r)); was != utf8.RuneError && was > 0x9f {
		return was
	}
	return r
}
