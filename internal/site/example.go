package site

import (
	"regexp"
	"strings"

	"vigie/internal/value/lang"
)

// Texts of an example are written in French and in English, as records are: on one line, or
// one language below the other.
var (
	onOneLine = regexp.MustCompile(`\{fr: (?:"(?:[^"\\]|\\.)*"|[^,{}"]+), en: (?:"(?:[^"\\]|\\.)*"|[^,{}"]+)\}`)
	ofEach    = regexp.MustCompile(`fr: ((?:"(?:[^"\\]|\\.)*"|[^,{}"]+)), en: (.*)\}$`)
	below     = regexp.MustCompile(`^( *)fr: [^\n]*$`)
)

// example is an example of a rule as somebody would write it for this site: a text is in its
// languages alone. Where a site has neither French nor English, it stays in both.
func (v view) example(yaml string) string {
	has := map[lang.Lang]bool{}
	for _, l := range v.site.Config.Languages {
		has[l] = true
	}
	if has[lang.FR] == has[lang.EN] {
		return yaml
	}
	yaml = onOneLine.ReplaceAllStringFunc(yaml, func(text string) string {
		of := ofEach.FindStringSubmatch(text)
		if has[lang.FR] {
			return "{fr: " + of[1] + "}"
		}
		return "{en: " + of[2] + "}"
	})
	lines := strings.Split(yaml, "\n")
	var out []string
	for i := 0; i < len(lines); i++ {
		indent := below.FindStringSubmatch(lines[i])
		if indent == nil {
			out = append(out, lines[i])
			continue
		}
		other := i + 1
		for other < len(lines) && strings.HasPrefix(lines[other], indent[1]+" ") { // the text goes on
			other++
		}
		switch {
		case other == len(lines) || !strings.HasPrefix(lines[other], indent[1]+"en: "): // in one language already
			out = append(out, lines[i])
		case has[lang.FR]:
			out = append(out, lines[i:other]...)
			for i = other + 1; i < len(lines) && strings.HasPrefix(lines[i], indent[1]+" "); {
				i++
			}
			i--
		default:
			i = other - 1
		}
	}
	return strings.Join(out, "\n")
}
