package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/cal"
	"vigie/internal/check"
	"vigie/internal/corpus"
	"vigie/internal/problem"
	"vigie/internal/record"
)

const dataFolder = "data"

func checkCommand() *cobra.Command {
	var day, format string
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Read the data strictly and apply every rule to it",
		Example: `  vigie check
  vigie check --as-of 2027-06-30
  vigie check --format github`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			asOf, err := dayOf(day)
			if err != nil {
				return exit{wrongUse, fmt.Errorf("--as-of: %w", err)}
			}
			return runCheck(cmd.OutOrStdout(), os.DirFS("."), asOf, format)
		},
	}
	cmd.Flags().StringVar(&day, "as-of", "", "day of reference, YYYY-MM-DD (default: today, UTC)")
	cmd.Flags().StringVar(&format, "format", "text", "text, json or github")
	return cmd
}

// dayOf reads a day of reference; none means today, in UTC.
func dayOf(s string) (cal.Day, error) {
	if s == "" {
		return cal.FromTime(time.Now().UTC()), nil
	}
	return cal.ParseDay(s)
}

func runCheck(w io.Writer, project fs.FS, asOf cal.Day, format string) error {
	read, found, err := corpus.Load(project, dataFolder)
	if err != nil {
		return exit{couldNotRun, err}
	}
	found = append(found, check.Run(read, asOf)...)
	found.Sort()
	switch format {
	case "json":
		err = problem.PrintJSON(w, found)
	case "github":
		err = problem.PrintGitHub(w, found)
	case "text":
		if err = problem.Print(w, found, project, false); err == nil {
			err = summary(w, read, found, asOf)
		}
	default:
		return exit{wrongUse, fmt.Errorf("--format: %q is none of text, json, github", format)}
	}
	switch {
	case err != nil:
		return exit{couldNotRun, err}
	case found.Errors() > 0:
		return exit{problems, nil}
	}
	return nil
}

// summary tells what was read and what was found.
func summary(w io.Writer, read *corpus.Corpus, found problem.List, asOf cal.Day) error {
	claims := 0
	read.EachClaim(func(record.Ref, string, *record.Claim) { claims++ })
	_, err := fmt.Fprintf(w, "checked as of %s: %d sources, %d claims: %s\n", asOf, len(read.Sources), claims, found.Total())
	return err
}
