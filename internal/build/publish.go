package build

import (
	"context"

	"vigie/internal/export/takeaway"
	"vigie/internal/output"
	"vigie/internal/site"
)

// publish writes what is not a page: the assets of the theme, the data, the
// feeds, the files at the root and the editions.
func publish(ctx context.Context, o Options, s *site.Site, sink output.Sink) error {
	for _, a := range s.Theme.Assets {
		if err := sink.Write(a.Path, a.Data); err != nil {
			return err
		}
	}
	for f := range s.Extras() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := sink.Write(f.Path, f.Data); err != nil {
			return err
		}
	}
	taken, err := s.TakeAway(ctx)
	if err != nil {
		return err
	}
	for _, f := range taken {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := copyOf(f, sink); err != nil {
			return err
		}
	}
	for f := range s.History.Store().Published() {
		if err := ctx.Err(); err != nil {
			return err
		}
		content, err := f.Read()
		if err != nil {
			return err
		}
		if err := sink.Write(f.Path, content); err != nil {
			return err
		}
	}
	return nil
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
