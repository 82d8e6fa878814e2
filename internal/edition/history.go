package edition

import (
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// History is every change between consecutive editions, and from the last of
// them to the tree. A nil History is that of a tree that has no edition.
type History struct {
	store   *Store
	changes []Change // the latest first
	since   map[string]since
	frozen  map[string]Gone // every figure of every edition, as the latest one gives it
	units   func(id string) quantity.Unit
}

// since gives the days of a figure.
type since struct{ first, changed cal.Day }

// Store is where the editions are; nil when there is none.
func (h *History) Store() *Store {
	if h == nil {
		return nil
	}
	return h.store
}

// Changes lists every change, the latest first; within a step, in the order of
// Types, those that follow from others after them, then of targets.
func (h *History) Changes() []Change {
	if h == nil {
		return nil
	}
	return slices.Clone(h.changes)
}

// Of lists the changes of a record, of its claims and of its figures, the latest
// first.
func (h *History) Of(ref record.Ref) []Change {
	return h.pick(func(c Change) bool { return c.Record == ref })
}

// OfFigure lists the changes of a figure, the latest first.
func (h *History) OfFigure(id string) []Change {
	return h.pick(func(c Change) bool { return slices.Contains(c.figures(), id) })
}

// figures names the figures that a change is about: the one that it names, or
// that of the number of its claim.
func (c Change) figures() []string {
	switch {
	case c.Figure != "":
		return []string{c.Figure}
	case c.Claim != "" && (c.Key == "value" || c.Key == "published" || c.Key == "withdrawn"):
		return []string{"claim/" + c.Claim}
	}
	return nil
}

func (h *History) pick(wanted func(Change) bool) []Change {
	var out []Change
	for _, c := range h.Changes() {
		if wanted(c) {
			out = append(out, c)
		}
	}
	return out
}

// LastChanged gives the day on which the value of a figure last changed (no day
// when it never did), and the day of the first edition that holds it (no day
// when none does). "Unchanged since the edition of" first, when changed is no day.
func (h *History) LastChanged(figure string) (changed, first cal.Day) {
	if h == nil {
		return cal.Day{}, cal.Day{}
	}
	s := h.since[figure]
	return s.changed, s.first
}

// Between lists the changes after the edition of one day, up to and with that of
// another, the latest first; up to the tree when the second is no day.
func (h *History) Between(from, to cal.Day) []Change {
	return h.pick(func(c Change) bool {
		return !c.From.Before(from) && (to.IsZero() || !c.To.IsZero() && !c.To.After(to))
	})
}
