package build

import (
	"context"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/indicator"
	"vigie/internal/value/problem"
)

// Past compares the data with the editions: what changed since, and what changed
// or is gone without a declared cause. The store is not read further when a
// manifest is at fault.
func Past(o Options, c *corpus.Corpus, ds *dataset.Dataset,
	results []indicator.Result) (*edition.History, problem.List, error) {
	store, found, err := edition.Load(o.Project, "data")
	if err != nil || found.Errors() > 0 {
		return nil, found, err
	}
	return edition.Compare(store, present(o, c, ds, results))
}

func present(o Options, c *corpus.Corpus, ds *dataset.Dataset, results []indicator.Result) edition.Present {
	return edition.Present{Project: o.Project, Corpus: c, Data: ds, Indicators: results}
}

// Prepare makes the content of the next edition of a project whose data are
// sound. With problems that are errors, there is none.
func Prepare(ctx context.Context, o Options) (*edition.Store, edition.Content, problem.List, error) {
	store, found, err := edition.Load(o.Project, "data")
	if err != nil || found.Errors() > 0 {
		return nil, edition.Content{}, found, err
	}
	c, found, err := corpus.Load(o.Project, "data", o.Config.Languages)
	if err != nil || found.Errors() > 0 {
		return nil, edition.Content{}, found, err
	}
	s, found, err := Assemble(o, c)
	if err != nil || found.Errors() > 0 {
		return nil, edition.Content{}, found, err
	}
	var tables []edition.Fresh
	for _, f := range s.Frozen() {
		tables = append(tables, edition.Fresh{Path: f.Path, Data: f.Data})
	}
	if _, _, err := faces(ctx, o, s); err != nil {
		return nil, edition.Content{}, nil, err
	}
	charts, err := s.FrozenCharts()
	if err != nil {
		return nil, edition.Content{}, nil, err
	}
	content, found, err := edition.Freeze(store, present(o, c, s.Data, s.Indicators), append(tables, charts...))
	return store, content, found, err
}
