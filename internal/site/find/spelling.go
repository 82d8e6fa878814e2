package find

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Spelling is how words are compared.
type Spelling struct {
	Small []string          // words too small to be looked for: articles, prepositions
	Short map[string]string // what an abbreviation stands for: "st" for "saint"
}

var (
	groups = regexp.MustCompile(`(?:^|[^\d.,])(\d{1,3}(?: \d{3})+)(?:$|[^\d])`)
	wordOf = regexp.MustCompile(`\d+(?:[.,]\d+)+|[\pL\pN]+`)
	joined = strings.NewReplacer("œ", "oe", "æ", "ae", "ß", "ss")
)

// Fold gives a text without accents, ligatures and capitals.
func Fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return joined.Replace(b.String())
}

func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Words are the words of a text, folded. A number is one word, however its thousands are
// set apart, and its decimals follow a point.
func (s Spelling) Words(text string) []string {
	folded := Fold(strings.Join(strings.Fields(text), " "))
	out := strings.FieldsFunc(folded, between)
	if strings.ContainsAny(folded, "0123456789") {
		out = withNumbers(folded)
	}
	for i, w := range out {
		if long, ok := s.Short[w]; ok {
			out[i] = long
		}
	}
	return out
}

func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

func withNumbers(folded string) []string {
	folded = groups.ReplaceAllStringFunc(folded, func(found string) string {
		inner := strings.TrimFunc(found, func(r rune) bool { return r < '0' || r > '9' })
		return strings.Replace(found, inner, strings.ReplaceAll(inner, " ", ""), 1)
	})
	out := wordOf.FindAllString(folded, -1)
	for i, w := range out {
		out[i] = strings.ReplaceAll(w, ",", ".")
	}
	return out
}

// apostrophes are those of names, which some leave out.
var apostrophes = strings.NewReplacer("'", "", "’", "")

// Indexed are the words under which a text is found, each once; with an apostrophe and
// without it: "hay" and "lhay".
func (s Spelling) Indexed(text string) []string {
	words := s.Words(text)
	if without := apostrophes.Replace(text); without != text {
		words = append(words, s.Words(without)...)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	return slices.DeleteFunc(words, func(w string) bool { return slices.Contains(s.Small, w) })
}
