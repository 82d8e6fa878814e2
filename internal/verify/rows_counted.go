package verify

import (
	"fmt"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// listedRows counts the rows of a collected source again, under the name of the figure:
// a number that is that of another reason, group or list proves nothing.
func listedRows(t *truth, f figure.Figure) error {
	sources := strings.Join(f.Rests.Collected, " ")
	if n, ok := declaredRows(t, f.ID); ok {
		if quantity.Of(n).Equal(f.Value) {
			return nil
		}
		return fmt.Errorf("the rows of %s give %s", sources, n)
	}
	counts, err := countsOf(t, f)
	switch {
	case err != nil:
		return err
	case len(counts) != 1:
		return fmt.Errorf("the rows of %s are counted %d times under this name", sources, len(counts))
	case !quantity.Int(counts[0]).Equal(f.Value):
		return fmt.Errorf("the rows of %s are counted: %d", sources, counts[0])
	}
	return nil
}

// countsOf are the counts that the name of a figure stands for, one in all: the rows that
// a source lists, what its reader left aside for one reason, the rows of one group, or
// the local bodies of one kind.
func countsOf(t *truth, f figure.Figure) (counts []int, err error) {
	for _, id := range f.Rests.Collected {
		s := dataset.Find[*dataset.Source](t.data, record.Sources, id)
		if s == nil || s.Collected == nil {
			return nil, fmt.Errorf("nothing was collected of %s", id)
		}
		switch name := strings.TrimPrefix(f.ID, "collected/"+id+"/"); {
		case name == "rows":
			listed := 0
			for _, r := range s.Collected.Rows {
				if r.Listed() {
					listed++
				}
			}
			counts = append(counts, listed)
		case name == "unreadable":
			counts = append(counts, s.Collected.State.Unreadable)
		case strings.HasPrefix(name, "left/"):
			for i, l := range s.LeftFigures() { // in the order of the state, one for each reason
				if l.Figure.ID == f.ID {
					counts = append(counts, s.Collected.State.Ignored[i].Count)
				}
			}
		default:
			if n, ok := inGroup(t.known, s, f.ID); ok {
				counts = append(counts, n)
			}
		}
	}
	for _, u := range t.known.UniversesIn(t.corpus.Collected) {
		if f.ID == "universe/"+string(u.Kind)+"/listed" {
			counts = append(counts, u.Count)
		}
	}
	return counts, nil
}
