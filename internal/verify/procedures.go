package verify

import (
	"slices"
	"strings"

	"vigie/internal/dataset"
)

// taking are the marks of an observatory of procedures that each count takes.
var taking = map[string][]string{"": {"oui", "proactive"}, "partly": {"partiel", "beta", "deploiement"}}

// procedures counts again the rows of an observatory of procedures that a figure is
// about: those of its ministry, in the last edition, with the marks that it takes.
// False where the figure is no such count.
func procedures(s *dataset.Source, id string) (int, bool) {
	for _, m := range s.Procedures() {
		for _, f := range m.Figures() {
			if f.ID != id {
				continue
			}
			what, part, _ := strings.Cut(id[strings.LastIndex(id, "/")+1:], "-")
			column := map[string]string{"online": "en_ligne", "accessible": "accessible"}[what]
			n, c := 0, s.Collected
			for _, r := range c.Rows {
				if r.Listed() && c.Cell(r, "edition") == m.Edition && c.Cell(r, "ministere") == m.Ministry &&
					(column == "" || bears(c.Cell(r, column), part)) {
					n++
				}
			}
			return n, true
		}
	}
	return 0, false
}

// bears says whether a mark is one that a count takes; what is unknown is in no list.
func bears(mark, part string) bool {
	if part == "unknown" {
		return mark != "non" && !slices.Contains(taking[""], mark) && !slices.Contains(taking["partly"], mark)
	}
	return slices.Contains(taking[part], mark)
}
