package tabular

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// french are the signs beyond ASCII that French is written with. Letters among them
// stand beside other letters.
const french = "éèêëàâäçùûüîïôöœæÿÉÈÊËÀÂÇÙÛÎÏÔŒ’‘“”«»°–—…€§²³·•\u00a0"

// old gives the encoding of a text whose charset nobody gave for sure: that of a Mac
// or of MS-DOS, where Windows-1252 makes of it what French does not write, and the
// other one makes nothing but French.
func old(sample []byte, announced encoding.Encoding) encoding.Encoding {
	if announced != charmap.Windows1252 && announced != charmap.ISO8859_1 && announced != charmap.ISO8859_15 {
		return announced
	}
	if _, strange := reading(sample, charmap.Windows1252); strange == 0 {
		return announced
	}
	for _, other := range []*charmap.Charmap{charmap.Macintosh, charmap.CodePage850} {
		if letters, strange := reading(sample, other); letters > 1 && strange == 0 {
			return other
		}
	}
	return announced
}

// reading counts the accented letters of French that stand beside others, and what
// French does not write: other signs, a letter by itself, a capital after a small one.
func reading(sample []byte, in *charmap.Charmap) (letters, strange int) {
	for i, b := range sample {
		if b < utf8.RuneSelf {
			continue
		}
		r := in.DecodeByte(b)
		before, after := byte(0), byte(0)
		if i > 0 {
			before = sample[i-1]
		}
		if i+1 < len(sample) {
			after = sample[i+1]
		}
		switch {
		case !strings.ContainsRune(french, r), unicode.IsUpper(r) && 'a' <= before && before <= 'z':
			strange++
		case !unicode.IsLetter(r), strings.ContainsRune("àÀ", r):
		case letter(before) || letter(after):
			letters++
		default:
			strange++
		}
	}
	return letters, strange
}

func letter(b byte) bool { return b >= utf8.RuneSelf || b|0x20 >= 'a' && b|0x20 <= 'z' }

// wide gives the byte order of a text in UTF-16 without its mark: every other byte of
// its start is zero.
func wide(head []byte) string {
	zeros := [2]int{}
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
	case zeros[1] > half*3/4 && zeros[0] == 0:
		return "utf-16le"
	case zeros[0] > half*3/4 && zeros[1] == 0:
		return "utf-16be"
	}
	return ""
}
