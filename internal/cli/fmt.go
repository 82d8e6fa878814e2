package cli

import (
	"fmt"
	"io"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"vigie/internal/corpus"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

func fmtCommand() *cobra.Command {
	var only bool
	cmd := &cobra.Command{
		Use:   "fmt",
		Short: "Put the files of data/ in their canonical form",
		Long: `Put the files of data/ in their canonical form: keys in the order of doc/format.md,
the line that names the schema first, no blank at the end of lines. Lines are moved
and never rewritten: comments, quotes and folded texts stay as they were written.`,
		Example: `  vigie fmt
  vigie fmt --check    names the files that would change, and changes none`,
		RunE: func(cmd *cobra.Command, _ []string) error { return runFmt(cmd.OutOrStdout(), only) },
	}
	cmd.Flags().BoolVar(&only, "check", false, "name the files that would change, change none, and exit with 1 if there are any")
	return cmd
}

func runFmt(w io.Writer, only bool) error {
	project := tree.Project(".")
	rewrites, found, err := corpus.Canonical(project, dataFolder)
	if err != nil {
		return exit{couldNotRun, err}
	}
	if err := problem.Print(w, found, project, colourful(w)); err != nil {
		return exit{couldNotRun, err}
	}
	for _, r := range rewrites {
		if !only {
			if err := renameio.WriteFile(r.Path, r.Content, 0o644); err != nil {
				return exit{couldNotRun, fmt.Errorf("writing %s: %w", r.Path, err)}
			}
		}
		if _, err := fmt.Fprintln(w, r.Path); err != nil {
			return exit{couldNotRun, err}
		}
	}
	if found.Errors() > 0 || only && len(rewrites) > 0 {
		return exit{problems, nil}
	}
	return nil
}
