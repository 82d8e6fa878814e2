package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/theme"
	"vigie/internal/value/problem"
)

// texts reports the doctrines whose text has no words in the theme: no page could
// name it.
func texts(c *corpus.Corpus, words theme.Words) problem.List {
	const prefix = "text."
	var known []string
	for _, k := range slices.Sorted(maps.Keys(words)) {
		if text, ok := strings.CutPrefix(k, prefix); ok {
			known = append(known, text)
		}
	}
	var out problem.List
	for _, d := range c.Doctrines {
		if slices.Contains(known, d.Text) {
			continue
		}
		p := problem.Problem{Place: c.Place(record.Ref{Kind: record.Doctrines, ID: d.ID}, "text"), Severity: problem.Error, Rule: "doctrine-text",
			Message: fmt.Sprintf("%q is no text that the site can name", d.Text),
			Hint:    fmt.Sprintf("it is one of %s; a new one gets its words in words.yaml of the theme (%s…)", strings.Join(known, ", "), prefix)}
		if near, ok := problem.Nearest(d.Text, known); ok {
			p.Hint = fmt.Sprintf("did you mean %s? (%s)", near, p.Hint)
		}
		out = append(out, p)
	}
	return out
}
