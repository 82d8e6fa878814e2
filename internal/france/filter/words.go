package filter

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vigie/internal/value/spelling"
)

// plain gives the folded form of each ASCII character: small letters and digits
// are themselves, anything else parts words.
var plain = func() (table [utf8.RuneSelf]byte) {
	for i := range table {
		switch c := byte(i); {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			table[i] = c
		case 'A' <= c && c <= 'Z':
			table[i] = c + 'a' - 'A'
		default:
			table[i] = ' '
		}
	}
	return table
}()

// accented are the letters of French with their accents; others are decomposed.
var accented = map[rune]string{
	'à': "a", 'â': "a", 'ä': "a", 'æ': "ae", 'ç': "c", 'é': "e", 'è': "e", 'ê': "e", 'ë': "e", 'î': "i", 'ï': "i",
	'ô': "o", 'ö': "o", 'œ': "oe", 'ù': "u", 'û': "u", 'ü': "u", 'ÿ': "y",
	'À': "a", 'Â': "a", 'Ä': "a", 'Æ': "ae", 'Ç': "c", 'É': "e", 'È': "e", 'Ê': "e", 'Ë': "e", 'Î': "i", 'Ï': "i",
	'Ô': "o", 'Ö': "o", 'Œ': "oe", 'Ù': "u", 'Û': "u", 'Ü': "u", 'Ÿ': "y",
	'’': " ", '–': " ", '—': " ", '«': " ", '»': " ", '°': " ", '\u00a0': " ", '\u202f': " ",
}

// Words folds a text to its words: small letters without accents and digits, a
// single space between words and at both ends. It is how objects are compared. Where
// letters are lost (package spelling), U+FFFD stands for them, once.
func Words(text string) string { return string(appendWords(nil, []byte(text))) }

func appendWords(out, text []byte) []byte {
	out = append(out, ' ')
	last := byte(' ')
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c == '?' && last != ' ' && spelling.IsLost(rune(last), rune(c), next(text[i+1:])) {
				out, last = appendLost(out), lost[len(lost)-1]
				i++
				continue
			}
			if c = plain[c]; c != ' ' || last != ' ' {
				out = append(out, c)
				last = c
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if spelling.IsLost(rune(last), r, next(text[i+size:])) {
			out, last = appendLost(out), lost[len(lost)-1]
			i += size
			continue
		}
		letters, ok := accented[r]
		if !ok {
			letters = others(text[i : i+size])
		}
		for _, c := range []byte(letters) {
			if c != ' ' || last != ' ' {
				out = append(out, c)
				last = c
			}
		}
		i += size
	}
	if last != ' ' {
		out = append(out, ' ')
	}
	return out
}

// lost is what stands in a folded text for letters that are lost.
var lost = []byte(string(utf8.RuneError))

func appendLost(out []byte) []byte {
	if bytes.HasSuffix(out, lost) {
		return out
	}
	return append(out, lost...)
}

// next is the character at the start of a text; zero when there is none.
func next(text []byte) rune {
	if len(text) == 0 {
		return 0
	}
	r, _ := utf8.DecodeRune(text)
	return r
}

// others folds a character that is neither ASCII nor French: what it is made of,
// without marks; letters of other scripts are kept as they are.
func others(character []byte) string {
	var out strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(string(character))) {
		letters, french := accented[r]
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r < utf8.RuneSelf:
			letters = string(plain[r])
		case !french && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			letters = string(unicode.ToLower(r))
		case !french:
			letters = " "
		}
		out.WriteString(letters)
	}
	return out.String()
}
