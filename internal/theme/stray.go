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
// Files and words that replace those of a layer below are shown in their stead. Named are words
// that the data of the site give a name to, such as those of its columns.
func (th *Theme) Strays(named ...string) problem.List {
	var out problem.List
	warn := func(s stray, message string, names []string) {
		hint := "remove it, or have something show it: doc/themes.md"
		if near, ok := problem.Nearest(s.key, names); ok {
			hint = "did you mean " + near + "?"
		}
		out = append(out,
			problem.Problem{Place: s.place, Severity: problem.Warning, Rule: "theme", Message: message, Hint: hint})
	}
	asked := map[string]map[string]bool{"word": {}, "template": {}}
	for _, key := range named {
		asked["word"][key] = true
	}
	for _, of := range th.names {
		for what, met := range asked {
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
		if asked["word"][s.key] || ofFamily && !near {
			continue
		}
		warn(s, fmt.Sprintf("nothing shows a word %q", s.key), others)
	}
	for _, s := range th.addedTemplates {
		if !asked["template"][s.key] {
			warn(s, fmt.Sprintf("nothing uses a template %q", s.key), th.base)
		}
	}
	out.Sort()
	return out
}
