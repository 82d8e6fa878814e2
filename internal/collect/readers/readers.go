// Package readers knows what reads each source: a reader written in Go, by name,
// or the recipe that the source gives.
package readers

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"vigie/internal/collect"
	"vigie/internal/collect/recipe"
	"vigie/internal/france/anssi"
	"vigie/internal/france/boamp"
	"vigie/internal/france/cog"
	"vigie/internal/france/decp"
	"vigie/internal/france/demarches"
	"vigie/internal/france/filter"
	"vigie/internal/france/identity"
	"vigie/internal/france/panorama"
	"vigie/internal/france/progress"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// Rules are the data that some readers go by besides the documents that they read.
type Rules struct {
	Cloud *filter.Rule // which public contracts are about the cloud; nil without its file
}

// Load reads the rules in the folder of data of a project, which may have none.
func Load(project fs.FS, data string) (Rules, problem.List, error) {
	rule, found, err := filter.Load(project, path.Join(data, filter.File))
	if errors.Is(err, fs.ErrNotExist) {
		return Rules{}, nil, nil
	}
	return Rules{Cloud: rule}, found, err
}

// All lists the readers written in Go. To add one, add its line here. Those that go
// by a rule are there when the rule is.
func All(rules Rules) []collect.Reader {
	all := []collect.Reader{
		anssi.Reader(),
		cog.Communes(), cog.EPCI(), cog.Departements(), cog.Regions(),
		demarches.Reader(),
		identity.Reader(),
		panorama.Reader(), panorama.Totals(),
		progress.Reader(),
	}
	if rules.Cloud != nil {
		all = append(all, boamp.Reader(rules.Cloud), decp.Bulk(rules.Cloud), decp.Tabular(rules.Cloud))
	}
	return all
}

// For finds what reads a source. The error is a mistake in its declaration.
func For(s record.Source, rules Rules) (collect.Reader, error) {
	c := s.Collect
	switch {
	case c.Recipe != nil && c.Reader != "":
		return collect.Reader{}, errors.New("the source has both a reader and a recipe")
	case c.Recipe != nil:
		return recipe.Reader(s.ID, *c.Recipe)
	case c.Reader == "":
		return collect.Reader{}, errors.New("the source has neither a reader nor a recipe")
	}
	all := All(rules)
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
	return collect.Reader{}, fmt.Errorf("there is no reader %q; there are %q", c.Reader, names)
}

// Task puts a source and what reads it together.
func Task(s record.Source, rules Rules) collect.Task {
	r, err := For(s, rules)
	return collect.Task{Source: s, Reader: r, Broken: err}
}
