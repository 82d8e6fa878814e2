package edition

import (
	"cmp"
	"fmt"
	"slices"

	"vigie/internal/figure"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// Gone is a figure that was published and that the data hold no more: the month
// of a window that moved on, a point that is counted otherwise. Its address goes
// on to answer, with its last value.
type Gone struct {
	Figure figure.Figure // as the edition froze it: value or reason, unit, period, label; not what it rests on
	Last   cal.Day       // the latest edition that holds it
}

// Gone lists the figures of all editions that do not stand any more, by
// identifier, each as the latest edition that holds it gives it.
func (h *History) Gone(stands func(id string) bool) []Gone {
	if h == nil {
		return nil
	}
	var out []Gone
	for id, one := range h.frozen {
		if !stands(id) {
			out = append(out, one)
		}
	}
	slices.SortFunc(out, func(a, b Gone) int { return cmp.Compare(a.Figure.ID, b.Figure.ID) })
	return out
}

// frozen reads the figures of every edition, the latest form of each.
func (s *Store) frozen(now Present) (map[string]Gone, error) {
	out, units := map[string]Gone{}, map[string]quantity.Unit{}
	unit := func(id string) quantity.Unit {
		u, known := units[id]
		if !known {
			u = now.units(id)
			units[id] = u
		}
		return u
	}
	for _, e := range s.editions { // the oldest first
		content, err := s.named(e, FiguresFile)
		if err != nil {
			return nil, err
		}
		rows, err := readRows(content)
		if err != nil {
			return nil, fmt.Errorf("the edition of %s: %w", e.Day, err)
		}
		for _, r := range rows {
			out[r.ID] = Gone{r.figure(unit), e.Day}
		}
	}
	return out, nil
}
