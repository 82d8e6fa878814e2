package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"

	"vigie/internal/cal"
	"vigie/internal/config"
	"vigie/internal/output"
	"vigie/internal/problem"
)

// TODO(wire): these two and buildSite give way to package build.
type buildOptions struct {
	Project  fs.FS
	Config   config.Config
	AsOf     cal.Day
	Sink     output.Sink
	CacheDir string
	Jobs     int
	Progress func(step string, done, total int)
}
type buildReport struct{ Pages, Charts, Drawn int }

func buildSite(context.Context, buildOptions) (buildReport, problem.List, error) {
	return buildReport{}, nil, errors.New("not built yet")
}

// makeSite builds a site into a sink and shows how far it is.
func makeSite(ctx context.Context, stderr io.Writer, log *slog.Logger, quiet bool, o buildOptions) (buildReport, problem.List, error) {
	shown := newProgress(stderr, log, quiet)
	defer shown.end()
	o.Progress = shown.step
	return buildSite(ctx, o)
}

// options are those of a build of the project that the command runs in.
func options(project fs.FS, c config.Config, sink output.Sink, jobs int) buildOptions {
	return buildOptions{Project: project, Config: c, AsOf: c.AsOf, Sink: sink, CacheDir: c.Cache, Jobs: jobs}
}
