package cli

import (
	"fmt"
	"io"
	"slices"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

func (v vigie) fmtCommand() *cobra.Command {
	var only, up bool
	cmd := &cobra.Command{
		Use:   "fmt",
		Short: "Put the files of data/ in their canonical form",
		Long: `Put the files of data/ in their canonical form: keys in the order of doc/format.md,
the line that names the schema first, no blank at the end of lines. Lines are moved
and never rewritten: comments, quotes and folded texts stay as they were written.

A project that was written for an older Vigie is brought to the format of today with
--upgrade, which rewrites what changed and nothing beside it; what the program of its day
had built in (lists of words, questions, the arrangement of pages) is written as files.
Editions stay as they are: they are read in the format of their day.`,
		Example: `  vigie fmt
  vigie fmt --check      names the files that would change, and changes none
  vigie fmt --upgrade    brings the files of an older format to that of today`,
		RunE: func(cmd *cobra.Command, _ []string) error { return v.runFmt(cmd, only, up) },
	}
	cmd.Flags().BoolVar(&only, "check", false,
		"name the files that would change, change none, and exit with 1 if there are any")
	cmd.Flags().BoolVar(&up, "upgrade", false,
		"bring the files of an older format to that of today, then put them in their canonical form")
	return cmd
}

func (v vigie) runFmt(cmd *cobra.Command, only, up bool) error {
	project, w := tree.Project("."), cmd.OutOrStdout()
	lacking, err := v.bring(w, project, up && !only)
	if err != nil {
		return err
	}
	older, faults, err := upgradeFiles(w, lacking.Lists, up && !only)
	if err != nil {
		return err
	}
	rewrites, found, err := corpus.Canonical(project, dataFolder)
	if err != nil {
		return exit{couldNotRun, err}
	}
	if err := problem.Print(w, found, project, colourful(w)); err != nil {
		return exit{couldNotRun, err}
	}
	for _, r := range rewrites {
		if slices.Contains(older, r.Path) {
			continue // its keys of an older format have no place in the order
		}
		if err := rewriteFile(w, r, !only, ""); err != nil {
			return err
		}
	}
	if err := bid(w, lacking, up && !only); err != nil {
		return err
	}
	lacks := len(lacking.Files) > 0 && (only || !up)
	if found.Errors() > 0 || faults || lacks || len(older) > 0 || only && len(rewrites) > 0 {
		return exit{problems, nil}
	}
	return nil
}

// upgradeFiles brings the files of an older format to that of today, or names those that
// it leaves, and reports what no step can rewrite.
func upgradeFiles(w io.Writer, gained []record.Vocabulary, write bool) (left []string, faults bool, err error) {
	project := tree.Project(".")
	rewrites, found, err := corpus.Upgraded(project, dataFolder, gained...)
	if err != nil {
		return nil, false, exit{couldNotRun, err}
	}
	if err := problem.Print(w, found, project, colourful(w)); err != nil {
		return nil, false, exit{couldNotRun, err}
	}
	why := ""
	if !write {
		why = ": in an older format, run vigie fmt --upgrade"
	}
	for _, r := range rewrites {
		if err := rewriteFile(w, r, write, why); err != nil {
			return nil, false, err
		}
		if !write {
			left = append(left, r.Path)
		}
	}
	for _, p := range found {
		left = append(left, p.File)
	}
	return left, found.Errors() > 0, nil
}

// rewriteFile names a file, and writes it where that is asked for.
func rewriteFile(w io.Writer, r corpus.Rewrite, write bool, why string) error {
	if write {
		if err := renameio.WriteFile(r.Path, r.Content, 0o644); err != nil {
			return exit{couldNotRun, fmt.Errorf("writing %s: %w", r.Path, err)}
		}
	}
	if _, err := fmt.Fprintln(w, r.Path+why); err != nil {
		return exit{couldNotRun, err}
	}
	return nil
}
