package procedures

import (
	"slices"
	"strings"

	"vigie/internal/collected"
)

// taking are the marks of the observatory that each count takes.
var taking = map[string][]string{"": {"oui", "proactive"}, "partly": {"partiel", "beta", "deploiement"}}

// Recount counts again the rows of the last edition that a number of a ministry is
// about: those with the marks that it takes. It shares nothing with Shares, which it
// proves.
func Recount(c *collected.Collected, ministry, count string) int {
	what, part, _ := strings.Cut(count, "-")
	column := map[string]string{"online": "en_ligne", "accessible": "accessible"}[what]
	edition, n := lastEdition(c), 0
	for _, r := range c.Rows {
		if r.Listed() && c.Cell(r, "edition") == edition && c.Cell(r, "ministere") == ministry &&
			(column == "" || bears(c.Cell(r, column), part)) {
			n++
		}
	}
	return n
}

// lastEdition is the edition whose period begins last, or else the one whose
// identifier is the last.
func lastEdition(c *collected.Collected) string {
	edition, begins := "", map[string]string{}
	for _, r := range c.Rows {
		if e := c.Cell(r, "edition"); begins[e] == "" {
			begins[e] = c.Cell(r, "debut")
		}
	}
	for _, r := range c.Rows {
		if e := c.Cell(r, "edition"); r.Listed() &&
			(begins[e] > begins[edition] || begins[e] == begins[edition] && e > edition) {
			edition = e
		}
	}
	return edition
}

// bears says whether a mark is one that a count takes; what is unknown is in no list.
func bears(mark, part string) bool {
	if part == "unknown" {
		return mark != "non" && !slices.Contains(taking[""], mark) && !slices.Contains(taking["partly"], mark)
	}
	return slices.Contains(taking[part], mark)
}
