package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/output"
	"vigie/internal/site/trace"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

func (v vigie) buildCommand() *cobra.Command {
	var jobs int
	var quiet, inPlace, force bool
	var explain string
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Make the site, whole or not at all",
		Long: `Make the site in the folder public/, whole or not at all: when data, prose or
theme have errors, or when the run ends early, the former site stays as it was.
The same tree and the same day give the same bytes: where the folder holds the site
of the same files, settings, program and day, nothing is made or written (--force
makes it again). A file whose bytes have not changed keeps its time.

What no build wrote in that folder (.git, CNAME, .well-known…) stays. A folder that
is a mount, or that a container sees through one, is filled file by file instead of
being exchanged; --in-place asks for that where the program cannot find it out.

--explain names a page or a file, and reports whether this build rewrote it, and which
of the files that changed since the build before it is made from.`,
		Example: `  vigie build
  vigie build --as-of 2027-06-30 --out /srv/www/vigie
  vigie build --base-url https://example.org/vigie/ --quiet
  vigie build --explain /organisations/example-ministry/
  vigie build --out /srv/www/shown-in-a-container --in-place`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return v.runBuild(cmd, jobs, quiet, inPlace, force, explain)
		},
	}
	config.Flag(cmd.Flags(), "output", "out", "FOLDER", "folder of the site (default: public)")
	cmd.Flags().BoolVar(&inPlace, "in-place", false, "fill the folder file by file, even where it could be exchanged")
	cmd.Flags().BoolVar(&force, "force", false, "make the site again, even where nothing has changed")
	cmd.Flags().StringVar(&explain, "explain", "", "report why the page or file at this `ADDRESS` was rewritten")
	buildFlags(cmd, &jobs, &quiet)
	return cmd
}

func (v vigie) runBuild(cmd *cobra.Command, jobs int, quiet, inPlace, force bool, explain string) error {
	start := time.Now()
	project, stderr := tree.Project("."), cmd.ErrOrStderr()
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return err
	}
	if found.Errors() > 0 {
		return printErrors(stderr, found, project)
	}
	folder, err := output.Open(c.Output, output.Settings{Sources: build.Folders(), InPlace: inPlace})
	if err != nil {
		return exit{couldNotRun, err}
	}
	defer folder.Abort()

	options := v.options(project, c, folder, jobs)
	from, unknown := inputs(options) // of what cannot be read, the build says more
	asked, err := whyOf(explain, c.Output, c.Cache)
	if err != nil {
		return exit{couldNotRun, err}
	}
	former, known := asked.former(folder.From())
	options.Explain = asked.file
	if there, ok := folder.Stands(from.Digest()); ok && !force {
		if quiet {
			return nil
		}
		if err := unchanged(cmd.OutOrStdout(), there, c, time.Since(start), previewOf(project)); err != nil || explain == "" {
			return err
		}
		asked.print(cmd.OutOrStdout(), former, known, from, &trace.Trace{})
		return nil
	}
	report, more, err := makeSite(cmd.Context(), stderr, logger(stderr, quiet), quiet, options)
	found = append(found, more...)
	switch {
	case errors.Is(err, context.Canceled):
		return exit{couldNotRun, fmt.Errorf("interrupted; %s is as it was", c.Output)}
	case err != nil:
		return exit{couldNotRun, err}
	case found.Errors() > 0:
		return printErrors(stderr, found, project)
	}
	now, err := inputs(options)
	still := unknown == nil && err == nil && now.Digest() == from.Digest() // nobody wrote meanwhile
	if still {
		folder.MadeFrom(from.Digest())
	}
	written, err := folder.Commit()
	if err != nil {
		return exit{couldNotRun, err}
	}
	if still {
		asked.keep(from)
	}
	if quiet && explain == "" {
		return nil
	}
	summary := buildSummary{report, written, folder.InPlace(), found, c, time.Since(start), previewOf(project)}
	if !quiet {
		err = summary.print(cmd.OutOrStdout())
	}
	if explain != "" {
		asked.print(cmd.OutOrStdout(), former, known, from, report.Explained)
	}
	return err
}

// inputs are what a site is made from, by this program.
func inputs(o build.Options) (build.Inputs, error) {
	program, err := os.Executable()
	if err != nil {
		return build.Inputs{}, err
	}
	file, err := os.Open(program)
	if err != nil {
		return build.Inputs{}, err
	}
	defer file.Close()
	return build.InputsOf(o, file)
}

// printErrors prints what keeps a site from being built, and gives the exit that
// goes with it. Warnings are for vigie check.
func printErrors(w io.Writer, found problem.List, project fs.FS) error {
	if err := problem.Print(w, errorsOf(found), project, colourful(w)); err != nil {
		return exit{couldNotRun, err}
	}
	return exit{problems, fmt.Errorf("nothing was built: %s", found.Total())}
}

// errorsOf keeps the problems that are errors, in order.
func errorsOf(found problem.List) problem.List {
	var kept problem.List
	for _, p := range found {
		if p.Severity == problem.Error {
			kept = append(kept, p)
		}
	}
	kept.Sort()
	return kept
}
