package cli

import (
	"context"
	"io"
	"io/fs"
	"log/slog"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/output"
	"vigie/internal/value/problem"
)

// options are those of a build of the project that the command runs in.
func (v vigie) options(project fs.FS, c config.Config, sink output.Sink, jobs int) build.Options {
	return build.Options{Project: project, Config: c, Country: v.country, AsOf: c.AsOf, Sink: sink, CacheDir: c.Cache,
		Jobs: jobs}
}

// makeSite builds a site and shows how far it is.
func makeSite(ctx context.Context, stderr io.Writer, log *slog.Logger, quiet bool,
	o build.Options) (build.Report, problem.List, error) {
	shown := newProgress(stderr, quiet)
	defer shown.end()
	o.Progress = shown.step
	return build.Run(ctx, o)
}
