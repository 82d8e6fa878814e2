package build

import (
	"context"

	"golang.org/x/sync/errgroup"

	"vigie/internal/export/takeaway"
	"vigie/internal/output"
	"vigie/internal/site"
)

// publish writes what is not a page: the assets of the theme, the data, the
// feeds, the files at the root and the editions. Kinds of files are made several at once.
func publish(ctx context.Context, o Options, s *site.Site, sink output.Sink) error {
	for _, a := range s.Theme.Assets {
		if err := sink.Write(a.Path, a.Data); err != nil {
			return err
		}
	}
	if err := extras(ctx, o, s, sink); err != nil {
		return err
	}
	taken, err := s.TakeAway(ctx)
	if err != nil {
		return err
	}
	for _, f := range taken {
		if err := ctx.Err(); err != nil {
			return err
		}
		if o.Rehearsal {
			err = sink.Write(f.Path, nil)
		} else {
			err = copyOf(f, sink)
		}
		if err != nil {
			return err
		}
	}
	for f := range s.History.Store().Published() {
		if err := ctx.Err(); err != nil {
			return err
		}
		var content []byte
		if !o.Rehearsal { // whose editions a check reads by themselves
			if content, err = f.Read(); err != nil {
				return err
			}
		}
		if err := sink.Write(f.Path, content); err != nil {
			return err
		}
	}
	return nil
}

// extras writes the files that the site makes beside its pages.
func extras(ctx context.Context, o Options, s *site.Site, sink output.Sink) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(o.Jobs)
	for _, files := range s.ExtraFiles() {
		g.Go(func() error {
			for f := range files {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := sink.Write(f.Path, f.Data); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// copyOf hands on a file that stands in the store.
func copyOf(f takeaway.File, sink output.Sink) error {
	from, err := f.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	return sink.Copy(f.Path, from)
}
