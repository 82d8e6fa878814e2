package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/output"
	"vigie/internal/serve"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

func (v vigie) serveCommand() *cobra.Command {
	var o serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the site while it is worked on",
		Long: `Show the site from memory, and load it anew in the browser at each change of
data/, content/, themes/ or config.yaml. A change that breaks something shows what
is wrong, here and in the browser, and the last good site stays.

It answers for localhost, for the address at which it is reached and for the names
of --host; a request under any other name is refused, since it may come from a page
of another site.

With --site, a folder that was built is served as it is, to anybody: nothing is built,
watched or written, and _headers of the site says what goes with each answer. That is
what the container image runs.`,
		Example: `  vigie serve
  vigie serve --address 127.0.0.1:9000 --as-of 2027-06-30
  vigie serve --address 0.0.0.0:8080 --host preview.example.org
  vigie serve --site public --address 0.0.0.0:8080`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.site != "" {
				return serveFolder(cmd, o)
			}
			return v.runServe(cmd, o)
		},
	}
	cmd.Flags().StringVar(&o.address, "address", "127.0.0.1:8080", "where to listen")
	cmd.Flags().StringSliceVar(&o.hosts, "host", nil, "another `NAME` under which it is reached; may be given again")
	cmd.Flags().StringVar(&o.site, "site", "", "serve this built `FOLDER` as it is, to anybody")
	buildFlags(cmd, &o.jobs, &o.quiet)
	return cmd
}

// serving is what the flags say.
type serving struct {
	address string
	hosts   []string
	site    string
	jobs    int
	quiet   bool
}

func (v vigie) runServe(cmd *cobra.Command, o serving) error {
	if _, err := fs.Stat(tree.Project("."), config.File); errors.Is(err, fs.ErrNotExist) {
		return exit{couldNotRun, fmt.Errorf("there is no %s here: run vigie in the folder of a site", config.File)}
	}
	watcher, err := serve.Watch(".", build.Folders(), []string{config.File})
	if err != nil {
		return exit{couldNotRun, err}
	}
	listener, err := new(net.ListenConfig).Listen(cmd.Context(), "tcp", o.address)
	if err != nil {
		return exit{couldNotRun, fmt.Errorf("%w (another one with --address 127.0.0.1:9000)", err)}
	}
	ctx, stop := context.WithCancel(cmd.Context())
	defer stop()
	p := preview{v, cmd, serve.New(), logger(cmd.ErrOrStderr(), o.quiet), o.jobs, o.quiet}
	web := &http.Server{Handler: serve.Guard(p.server, append(o.hosts, o.address)...), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	p.log.Info("serving", "address", "http://"+listener.Addr().String()+"/", "stop", "Ctrl-C")
	failed := make(chan error, 1)
	go func() {
		failed <- web.Serve(listener)
		stop()
	}()
	p.rebuild(ctx)
	err = watcher.Run(ctx, func() { p.rebuild(ctx) })
	stop()
	web.Close()
	if served := <-failed; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	if err != nil {
		return exit{couldNotRun, err}
	}
	return nil // an interrupt is how serving ends
}

// preview builds the site again and again for one server.
type preview struct {
	vigie
	cmd    *cobra.Command
	server *serve.Server
	log    *slog.Logger
	jobs   int
	quiet  bool
}

// rebuild shows the site as it is now, or what keeps it from being built.
func (p preview) rebuild(ctx context.Context) {
	start := time.Now()
	project := tree.Project(".")
	memory := output.NewMemory()
	report, found, err := p.build(ctx, project, memory)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		p.log.Error(err.Error())
		p.server.Complain(err.Error())
	case found.Errors() > 0:
		problem.Print(p.cmd.ErrOrStderr(), errorsOf(found), project, colourful(p.cmd.ErrOrStderr()))
		p.log.Error("the last good site stays", "found", found.Total())
		p.server.Complain(inWords(found, project))
	default:
		p.server.Show(memory)
		p.log.Info("built", "pages", report.Pages, "files", memory.Written().Files, "found", found.Total(),
			"took", time.Since(start).Round(time.Millisecond))
	}
}

func (p preview) build(ctx context.Context, project fs.FS, sink output.Sink) (build.Report, problem.List, error) {
	c, found, err := p.settings(project, p.cmd)
	if err != nil || found.Errors() > 0 {
		return build.Report{}, found, err
	}
	report, more, err := makeSite(ctx, p.cmd.ErrOrStderr(), p.log, true, p.options(project, c, sink, p.jobs))
	return report, append(found, more...), err
}

// inWords is what the browser shows of problems.
func inWords(found problem.List, project fs.FS) string {
	var b strings.Builder
	problem.Print(&b, errorsOf(found), project, false) // a builder takes everything
	return b.String() + "\n" + found.Total() + "; the page shows the last good site."
}
