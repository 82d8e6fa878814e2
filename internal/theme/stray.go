package theme

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vigie/internal/value/problem"
)

// stray is what a layer adds and no layer below it has: a word, or a template.
type stray struct {
	key   string
	place problem.Place
}

// Strays warns of what the theme of a project holds and nothing shows: a word under a key that
// nothing asks for, with the nearest that something does, and a template that no other puts in.
// Files and words that replace those of a layer below are shown in their stead.
func (th *Theme) Strays() problem.List {
	var out problem.List
	warn := func(s stray, message string, names []string) {
		hint := "remove it, or have something show it: doc/themes.md"
		if near, ok := problem.Nearest(s.key, names); ok {
			hint = "did you mean " + near + "?"
		}
		out = append(out,
			problem.Problem{Place: s.place, Severity: problem.Warning, Rule: "theme", Message: message, Hint: hint})
	}
	named := map[string]map[string]bool{"word": {}, "template": {}}
	for _, of := range th.names {
		for what, met := range named {
			for _, name := range of[what] {
				met[name] = true
			}
		}
	}
	known := slices.Sorted(maps.Keys(th.Words))
	for _, s := range th.addedWords {
		others := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return k == s.key })
		family := s.key[:strings.LastIndex(s.key, ".")+1] // a key may be made of a code: nav.<key of a page>
		_, near := problem.Nearest(s.key, others)
		ofFamily := family != "" && slices.ContainsFunc(others, func(k string) bool { return strings.HasPrefix(k, family) })
		if named["word"][s.key] || ofFamily && !near {
			continue
		}
		warn(s, fmt.Sprintf("nothing shows a word %q", s.key), others)
	}
	for _, s := range th.addedTemplates {
		if !named["template"][s.key] {
			warn(s, fmt.Sprintf("nothing uses a template %q", s.key), th.base)
		}
	}
	out.Sort()
	return out
}
