package progress

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vigie/internal/value/cal"
	"vigie/internal/value/tabular"
)

const written = `\s*(?:le|du|au|:)?\s*([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}(?:er)? \p{L}+ [0-9]{4})`

// dated are the ways in which a page says its day, the best first.
var dated = []*regexp.Regexp{
	regexp.MustCompile(`(?i)(?:mise? à jour|actualisée?|modifiée?)` + written),
	regexp.MustCompile(`(?i)\bau` + written), // « liste au 20 juillet 2026 »
	regexp.MustCompile(`(?i)publiée?` + written),
}

// edition is the day that a page says it is of.
func edition(text string) cal.Date {
	for _, d := range dated {
		if m := d.FindStringSubmatch(text); m != nil {
			if day, ok := tabular.Date(m[1]); ok {
				return day
			}
		}
	}
	return cal.Date{}
}

var (
	milestones = regexp.MustCompile(`(?i)\s*[(\[–-]?\s*\b(?:jalon\s*)?(J[0-3])\b\s*(?:valid[ée]e?|atteinte?|franchie?)?\s*[)\]]?`)
	dashes     = regexp.MustCompile(`\s+[–—-]\s+|\s*:\s+`)
	trims      = " \t•·*‣▪–—-,;"
)

// parse reads an item as a provider, perhaps with its service and its milestone:
// « Fournisseur – Service (J0) ».
func parse(text string) entry {
	var e entry
	if m := milestones.FindStringSubmatch(text); m != nil {
		e.milestone = strings.ToUpper(m[1])
		text = milestones.ReplaceAllString(text, " ")
	}
	text = strings.Trim(strings.Join(strings.Fields(text), " "), trims)
	if parts := dashes.Split(text, 2); len(parts) == 2 && parts[0] != "" && parts[1] != "" {
		e.provider, e.service = strings.Trim(parts[0], trims), strings.Trim(parts[1], trims)
		return e
	}
	e.provider = text
	return e
}

// name says that a text looks like a name: short, with a letter, and no sentence.
func name(s string) bool {
	words := strings.Fields(s)
	switch {
	case utf8.RuneCountInString(s) < 2 || utf8.RuneCountInString(s) > 80 || len(words) > 8:
		return false
	case !strings.ContainsFunc(s, unicode.IsLetter) || strings.ContainsAny(s, "@?!{}<>|\ufffd\ufffe"):
		return false
	case roleOf(s) == model:
		return false
	case strings.Contains(s, "://") || strings.HasPrefix(tabular.Fold(s), "www."):
		return false
	}
	return len(words) < 4 || !strings.HasSuffix(s, ".")
}
