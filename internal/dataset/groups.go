package dataset

import (
	"fmt"

	"vigie/internal/collected/beside"
	"vigie/internal/figure"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Breakdown is what the last collected edition of a source counts, group by group, as
// figures.
type Breakdown struct {
	beside.Breakdown
	Groups []Group
}

// Group is the figures of one group, in the order of its counts.
type Group struct {
	beside.Group
	Figures []figure.Figure
}

// Breakdown counts the rows of the last collected edition, group by group; nil where
// the rows of the source are in no groups. The identifiers of the figures are
// "collected/<source>/<what is counted>/<group>/<count>", the same from one edition to
// the next.
func (s *Source) Breakdown() *Breakdown {
	b, ok := s.known.GroupsOf(s.Collected)
	if !ok {
		return nil
	}
	out := &Breakdown{Breakdown: b}
	taken := map[string]int{}
	for _, g := range b.Groups {
		slug := Slug(g.Name)
		if taken[slug]++; taken[slug] > 1 {
			slug = fmt.Sprintf("%s-%d", slug, taken[slug])
		}
		group := Group{Group: g}
		for _, c := range g.Counts {
			label := c.Label.Map(func(_ lang.Lang, words string) string { return words + ", " + g.Name })
			f := s.counts(b.ID+"/"+slug+"/"+c.ID, quantity.Int(c.N), label, b.Words)
			f.Unit = b.Unit
			group.Figures = append(group.Figures, f)
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}
