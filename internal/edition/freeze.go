package edition

import (
	"errors"
	"fmt"

	"vigie/internal/value/problem"
)

// Compare gives the history of the tree: the changes that each edition froze,
// and those from the last edition to the present. The problems are what is gone,
// and what changed without a declared cause. Without any edition there is no
// history, and nothing to complain of.
func Compare(s *Store, now Present) (*History, problem.List, error) {
	last, ok := s.Last()
	if !ok {
		return nil, nil, nil
	}
	h, found, err := s.history(last, now)
	if fault := new(altered); errors.As(err, &fault) {
		return nil, problem.List{fault.problem()}, nil
	}
	return h, found, err
}

// history makes the history of a tree that has editions.
func (s *Store) history(last Edition, now Present) (*History, problem.List, error) {
	h := &History{store: s, since: map[string]since{}, units: remembered(now.units)}
	t, err := s.compare(last, now)
	if err != nil {
		return nil, nil, err
	}
	if h.frozen, err = s.frozen(h.units); err != nil {
		return nil, nil, err
	}
	h.changes = append(h.changes, t.changes...)
	for i := len(s.editions) - 1; i >= 0; i-- {
		frozen, err := s.named(s.editions[i], ChangesFile)
		if err != nil {
			return nil, nil, err
		}
		list, err := readChanges(frozen)
		if err != nil {
			return nil, nil, fmt.Errorf("the edition of %s: %w", s.editions[i].Day, err)
		}
		h.changes = append(h.changes, list...)
	}
	for _, r := range t.rows {
		h.since[r.ID] = since{r.First, r.Changed}
	}
	for _, c := range t.changes {
		for _, id := range c.figures() {
			if s, known := h.since[id]; known {
				h.since[id] = since{s.first, c.Day}
			}
		}
	}
	return h, t.problems, nil
}

// Freeze makes the content of a new edition: the data, the figures, what changed
// since the last edition, and the tables that are published. With problems that
// are errors, there is nothing to freeze.
func Freeze(s *Store, now Present, tables []Fresh) (Content, problem.List, error) {
	c := Content{Day: now.Data.AsOf, Files: tables}
	rows := rowsOf(now.Data, now.Indicators)
	var changes []Change
	before, changed := map[string]*row{}, map[string]bool{}
	if last, ok := s.Last(); ok {
		t, err := s.compare(last, now)
		if err != nil || t.problems.Errors() > 0 {
			return Content{}, problemsOf(t), err
		}
		changes, before = t.changes, byID(t.rows)
	}
	for i := range changes {
		changes[i].To = c.Day
		for _, id := range changes[i].figures() {
			changed[id] = true
		}
	}
	for i := range rows {
		r := &rows[i]
		switch old := before[r.ID]; {
		case old == nil:
			r.First = c.Day
		case changed[r.ID]:
			r.First, r.Changed = old.First, c.Day
		default:
			r.First, r.Changed = old.First, old.Changed
		}
	}
	written, err := WriteChanges(changes)
	if err != nil {
		return Content{}, nil, err
	}
	c.Files = append(c.Files[:len(c.Files):len(c.Files)], Fresh{FiguresFile, writeRows(rows)}, Fresh{ChangesFile, written})
	err = eachTreeFile(now.Project, func(name string, content []byte) { c.Files = append(c.Files, Fresh{name, content}) })
	return c, nil, err
}

func problemsOf(t *step) problem.List {
	if t == nil {
		return nil
	}
	return t.problems
}
