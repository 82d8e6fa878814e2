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
func (s *Store) frozen(units func(string) quantity.Unit) (map[string]Gone, error) {
	out := map[string]Gone{}
	for _, e := range s.editions { // the oldest first
		figures, err := s.figures(e, units)
		if err != nil {
			return nil, err
		}
		for _, f := range figures {
			out[f.ID] = Gone{f, e.Day}
		}
	}
	return out, nil
}

// figures reads the figures of an edition.
func (s *Store) figures(e Edition, units func(string) quantity.Unit) ([]figure.Figure, error) {
	content, err := s.named(e, FiguresFile)
	if err != nil {
		return nil, err
	}
	rows, err := readRows(content)
	if err != nil {
		return nil, fmt.Errorf("the edition of %s: %w", e.Day, err)
	}
	out := make([]figure.Figure, 0, len(rows))
	for _, r := range rows {
		out = append(out, r.figure(units))
	}
	return out, nil
}

// Figures are those of an edition by identifier, each with what Gone gives of one.
func (h *History) Figures(e Edition) (map[string]figure.Figure, error) {
	list, err := h.store.figures(e, h.units)
	if err != nil {
		return nil, err
	}
	out := make(map[string]figure.Figure, len(list))
	for _, f := range list {
		out[f.ID] = f
	}
	return out, nil
}

// remembered finds each unit once.
func remembered(units func(string) quantity.Unit) func(string) quantity.Unit {
	known := map[string]quantity.Unit{}
	return func(id string) quantity.Unit {
		u, found := known[id]
		if !found {
			u = units(id)
			known[id] = u
		}
		return u
	}
}
