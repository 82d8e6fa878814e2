package site

import (
	"iter"

	"vigie/internal/dataset"
)

// BreakdownView is what the last collected edition of a source counts, group by group.
type BreakdownView struct {
	ID      string // what is counted: its words and its table are those of the theme
	Edition string // as the source names it
	Until   string // last day of its period
	Rows    []GroupView
	CSV     string // all editions
}

// GroupView is one group with its numbers.
type GroupView struct {
	Name   string
	counts map[string]Figure
}

// Count is one number of the group, by its identifier.
func (g GroupView) Count(id string) Figure { return g.counts[id] }

// breakdown is what was counted of the rows of a source; nil where they are in no groups.
func (v view) breakdown(s *dataset.Source) *BreakdownView {
	b := s.Breakdown()
	if b == nil {
		return nil
	}
	out := &BreakdownView{ID: b.ID, Edition: b.Edition, Until: v.when(b.Until), CSV: "/" + v.placed().groups(s.ID, b)}
	for _, g := range b.Groups {
		row := GroupView{g.Name, map[string]Figure{}}
		for i, c := range g.Counts {
			row.counts[c.ID] = v.figure(g.Figures[i])
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// groups is where the counts of a source, group by group, stand.
func (p Placed) groups(source string, b *dataset.Breakdown) string {
	return p.Collected + source + b.File + ".csv"
}

// breakdownFiles yields the table of all editions of each source whose rows are counted
// group by group.
func breakdownFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, src := range s.Data.Sources {
			if b := src.Breakdown(); b != nil && !yield(Extra{s.Placed().groups(src.ID, b), b.Table}) {
				return
			}
		}
	}
}
