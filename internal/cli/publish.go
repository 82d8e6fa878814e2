package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/config"
	"vigie/internal/publish"
	"vigie/internal/publish/branch"
	"vigie/internal/publish/bucket"
	"vigie/internal/publish/folder"
	"vigie/internal/value/tree"
)

// publishing is what the flags of publish say.
type publishing struct {
	dryRun, takeOver, quiet bool
	jobs                    int
}

func (v vigie) publishCommand() *cobra.Command {
	var f publishing
	cmd := &cobra.Command{
		Use:   "publish [target]",
		Short: "Bring the built site to where it is read",
		Long: `Bring the site that vigie build made to its target, and touch there only what differs:

  /srv/www/vigie                      a folder
  git:REPOSITORY#BRANCH               a branch, gh-pages where none is named: one commit, pushed
  s3://BUCKET/PREFIX?endpoint=…       a store that speaks S3; region and acl may follow after &

Without a target, that of the setting publish.target. The keys of a store are read from
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and from nowhere else.

Files that pages need go first, pages next; what is no longer of the site is removed
last. What Vigie has at the target is listed there in ` + publish.Manifest + `:
nothing else is ever removed. A run that was cut is finished by the next one.`,
		Example: `  vigie publish /srv/www/vigie
  vigie publish 'git:git@example.org:observatory/vigie.git#gh-pages'
  vigie publish 's3://vigie/?endpoint=https://s3.gra.io.cloud.ovh.net&region=gra' --dry-run
  vigie publish`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return exit{wrongUse, fmt.Errorf("publish takes one target, but was given %d", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return v.runPublish(cmd, strings.Join(args, ""), f) },
	}
	flags := cmd.Flags()
	config.Flag(flags, "output", "site", "FOLDER", "the built site (default: public)")
	config.Flag(flags, "publish.gzip", "gzip", "YES", "whether a store keeps text in gzip: yes or no")
	config.Flag(flags, "publish.compressed", "compressed", "YES",
		"whether gzip and brotli stand beside each text of a folder: yes or no")
	flags.BoolVarP(&f.dryRun, "dry-run", "n", false, "print what would be sent and removed, and touch nothing")
	flags.BoolVar(&f.takeOver, "take-over", false, "replace what others put at addresses of the site")
	flags.IntVarP(&f.jobs, "jobs", "j", 8, "files read and sent at once")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "say nothing but what is wrong")
	return cmd
}

func (v vigie) runPublish(cmd *cobra.Command, address string, f publishing) error {
	start := time.Now()
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return err
	}
	if found.Errors() > 0 {
		return printErrors(cmd.ErrOrStderr(), found, project)
	}
	if address == "" {
		address = c.Publish.Target
	}
	if f.jobs < 1 {
		return exit{wrongUse, errors.New("--jobs wants at least 1")}
	}
	target, err := openTarget(cmd.Context(), address, c.Output, f.dryRun)
	if err != nil {
		return err
	}
	if held, ok := target.(io.Closer); ok {
		defer held.Close()
	}
	shown := newProgress(cmd.ErrOrStderr(), f.quiet)
	run := publish.Run{Site: os.DirFS(c.Output), Target: target, Gzip: c.Publish.Gzip,
		Compressed: c.Publish.Compressed, TakeOver: f.takeOver, Jobs: f.jobs, Progress: shown.step}
	plan, err := run.Plan(cmd.Context())
	var done publish.Report
	if err == nil && !f.dryRun {
		done, err = run.Do(cmd.Context(), plan)
	}
	shown.end()
	switch {
	case errors.Is(err, publish.ErrTaken):
		return exit{couldNotRun, fmt.Errorf("%w: move it away, or publish with --take-over", err)}
	case errors.Is(err, context.Canceled):
		return exit{couldNotRun, errors.New("interrupted; vigie publish goes on from there")}
	case err != nil:
		return exit{couldNotRun, err}
	case f.quiet && !f.dryRun:
		return nil
	}
	return publication{target, plan, done, f.dryRun, time.Since(start)}.print(cmd.OutOrStdout())
}

// openTarget opens what an address names.
func openTarget(ctx context.Context, address, site string, dryRun bool) (publish.Target, error) {
	switch {
	case address == "":
		return nil, exit{wrongUse, errors.New("no target: name one, or set publish.target in " + config.File)}
	case strings.HasPrefix(address, bucket.Scheme):
		place, keys, err := bucket.Parse(address, os.Getenv)
		if err != nil {
			return nil, exit{wrongUse, err}
		}
		store, err := bucket.Open(place, keys, nil, 0)
		if err != nil {
			return nil, exit{wrongUse, err}
		}
		return store, nil
	case strings.HasPrefix(address, branch.Scheme):
		place, err := branch.Parse(address)
		if err != nil {
			return nil, exit{wrongUse, err}
		}
		pages, err := branch.Open(ctx, place)
		if err != nil {
			return nil, exit{couldNotRun, err}
		}
		return pages, nil
	case strings.Contains(address, "://"):
		return nil, exit{wrongUse, fmt.Errorf("a target is a folder, %s or %s", branch.Example, bucket.Example)}
	}
	if within(address, site) || within(site, address) {
		return nil, exit{wrongUse, fmt.Errorf("%s and the built site %s stand one in the other: name another folder",
			address, site)}
	}
	if dryRun {
		if _, err := os.Stat(address); err != nil {
			return nil, exit{couldNotRun, fmt.Errorf("there is no folder to compare with: %w", err)}
		}
	}
	place, err := folder.Open(address)
	if err != nil {
		return nil, exit{couldNotRun, err}
	}
	return place, nil
}

// within says that one folder is another one, or stands in it, links followed.
func within(inner, outer string) bool {
	real := func(name string) string {
		whole, err := filepath.Abs(name)
		if err != nil {
			return name
		}
		if followed, err := filepath.EvalSymlinks(whole); err == nil {
			return followed
		}
		return whole
	}
	rel, err := filepath.Rel(real(outer), real(inner))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
