package check

import (
	"fmt"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var noLoop = Rule{
	Name: "no-loop", Severity: problem.Error,
	Title: both("Rien ne se contient soi-même", "Nothing contains itself"),
	Why: both("Un organisme n’est pas sous sa propre tutelle, une série n’est pas une partie d’elle-même, une "+
		"qualification ne remplace pas celle qui la remplace : une boucle ferait tourner sans fin ce qui suit les liens.",
		"A body is not under its own supervision, a series is no part of itself, a qualification does not replace the "+
			"one that replaces it: a loop would keep whatever follows links going round for ever."),
	Wrong: `# data/organisations/example-extra.yaml
name: Organisme d'exemple
kind: operator
parent: example-extra
`,
	Right: `# data/organisations/example-extra.yaml
name: Organisme d'exemple
kind: operator
parent: example-ministry
`,
	Check: func(s *Subject, report Report) {
		type link struct{ kind, key string }
		links := map[link]map[string]string{}
		var order []link
		s.EachReference(func(in record.Ref, path string, names record.Ref) {
			if names.Kind != in.Kind || strings.Contains(path, "/") && !strings.HasPrefix(path, "withdrawn/") {
				return // a list, or a link to another kind
			}
			l := link{string(in.Kind), path}
			if links[l] == nil {
				links[l], order = map[string]string{}, append(order, l)
			}
			links[l][in.ID] = names.ID
		})
		for _, l := range order {
			for _, id := range s.names[record.Kind(l.kind)] {
				if round := goesRound(links[l], id); round != "" {
					report(ref(record.Kind(l.kind), id), l.key, fmt.Sprintf("%s comes back to itself: %s", l.key, round),
						"one of these links is wrong")
				}
			}
		}
	},
}

// goesRound follows links from an identifier and gives the way back to it; a
// loop is reported once, at its first identifier.
func goesRound(links map[string]string, from string) string {
	way := []string{from}
	for at := links[from]; at != "" && len(way) <= len(links); at = links[at] {
		way = append(way, at)
		if at == from {
			return strings.Join(way, " → ")
		}
		if at < from {
			return ""
		}
	}
	return ""
}
