// Package readers knows what reads each source: a reader written in Go, by name, among
// those that the engine is handed, or the recipe that the source gives.
package readers

import (
	"errors"
	"fmt"
	"slices"

	"vigie/internal/collect"
	"vigie/internal/collect/recipe"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// For finds what reads a source. The error is a mistake in its declaration.
func For(s record.Source, all []collect.Reader) (collect.Reader, error) {
	c := s.Collect
	switch {
	case c.Recipe != nil && c.Reader != "":
		return collect.Reader{}, errors.New("the source has both a reader and a recipe")
	case c.Recipe != nil:
		return recipe.Reader(s.ID, *c.Recipe)
	case c.Reader == "":
		return collect.Reader{}, errors.New("the source has neither a reader nor a recipe")
	}
	i := slices.IndexFunc(all, func(r collect.Reader) bool { return r.Name == c.Reader })
	if i >= 0 {
		return all[i], nil
	}
	var names []string
	for _, r := range all {
		names = append(names, r.Name)
	}
	if near, ok := problem.Nearest(c.Reader, names); ok {
		return collect.Reader{}, fmt.Errorf("there is no reader %q; did you mean %s?", c.Reader, near)
	}
	if len(names) == 0 {
		return collect.Reader{}, fmt.Errorf("there is no reader %q, and none at all: a recipe needs no Go", c.Reader)
	}
	return collect.Reader{}, fmt.Errorf("there is no reader %q; there are %q", c.Reader, names)
}

// Task puts a source and what reads it together.
func Task(s record.Source, all []collect.Reader) collect.Task {
	r, err := For(s, all)
	return collect.Task{Source: s, Reader: r, Broken: err}
}
