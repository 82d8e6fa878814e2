package verify

import (
	"regexp"
	"slices"
	"strings"

	"vigie/internal/value/quantity"
)

// measured finds what looks like a published number: an amount, a share, or a
// number before a word of the units. Words are those that plain gives.
type measured struct{ pattern *regexp.Regexp }

const (
	digits = `[0-9]+(?:[ .,][0-9]+)*`
	scales = `(?:k|M|Md|bn)?`
)

// dates are no measure, though a word may follow them ("juillet 2021, 15 mois").
var dates = regexp.MustCompile(`(?i)(?:[0-9]{1,2}(?:er)? )?(?:` +
	`janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|` +
	`january|february|march|april|may|june|july|august|september|october|november|december` +
	`) (?:19|20)[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}`)

func measuredIn(units []quantity.Unit) measured {
	words := []string{"pour cent", "percent", "per cent", "euros?", "milliards?", "millions?", "billions?"}
	for _, u := range units {
		for _, w := range []string{u.One.FR, u.Many.FR, u.One.EN, u.Many.EN} {
			if w != "" && w != "×" {
				words = append(words, regexp.QuoteMeta(plain(w)))
			}
		}
	}
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	return measured{regexp.MustCompile(`(?i)(?:^|[^\pL0-9])(` + digits + ` ?(?:` + scales + `[€£]|%)|[€£] ?` + digits +
		scales +
		`|` + digits + ` (?:` + strings.Join(slices.Compact(words), "|") + `)(?:[^\pL]|$))`)}
}

// in lists the measured numbers of words, as they are written.
func (m measured) in(words string) []string {
	if !hasDigit(words) {
		return nil
	}
	var out []string
	for _, found := range m.pattern.FindAllStringSubmatch(dates.ReplaceAllString(words, "∅"), -1) {
		out = append(out, strings.TrimSpace(found[1]))
	}
	return out
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// spaces are all that a reader sees as a space.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\t", " ", "\n", " ", "\r", " ", "’",
	"'", "\u2212", "-")

// plain is words without the marks that typography puts between them: two texts
// that read the same are the same.
func plain(s string) string { return strings.Join(strings.Fields(spaces.Replace(s)), " ") }
