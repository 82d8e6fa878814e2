package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"vigie/internal/build"
	"vigie/internal/corpus"
	"vigie/internal/edition"
	"vigie/internal/indicator"
	"vigie/internal/output"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// writers write changes in the formats of --format.
var writers = map[string]func(io.Writer, []edition.Change) error{
	"text": edition.WriteText,
	"md":   edition.WriteMarkdown,
	"json": func(w io.Writer, changes []edition.Change) error {
		out, err := edition.WriteChanges(changes)
		if err != nil {
			return err
		}
		_, err = w.Write(out)
		return err
	},
}

func (v vigie) diffCommand() *cobra.Command {
	var format, without string
	cmd := &cobra.Command{
		Use:   "diff [from] [to]",
		Short: "Show what changed between editions, or since one of them",
		Long: `Show what changed: since the last edition; since the edition of a day; or from the
edition of one day to that of another. Each change has its type (new, revised by the
source, our correction, method, perimeter, no longer listed, withdrawn, wording…),
what was published and what is, and why. A published value that changed without a
declared cause comes first, and the command then exits with 1.

With --without, changes that are in a file of --format json are left out: what a
proposal brings is what differs now, without what differed before it. As Markdown,
changes fit in one comment of a forge, and none of their text is markup.`,
		Example: `  vigie diff
  vigie diff 2026-11-30
  vigie diff 2026-11-30 2026-12-31 --format md
  vigie diff --without before.json --format md > comment.md`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := writers[format]
			if !ok {
				return exit{wrongUse, fmt.Errorf("--format is text, json or md, not %q", format)}
			}
			changes, err := v.changed(cmd, args)
			if err != nil {
				return err
			}
			if without != "" {
				if changes, err = leftOut(changes, without); err != nil {
					return exit{wrongUse, err}
				}
			}
			if err := write(cmd.OutOrStdout(), changes); err != nil {
				return exit{couldNotRun, err}
			}
			if n := undeclared(changes); n > 0 {
				return exit{problems, fmt.Errorf("changes without a declared cause: %s, what follows from them apart; vigie "+
					"check says how to declare one", grouped(n))}
			}
			return nil
		},
	}
	asOfFlag(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "text, json or md")
	cmd.Flags().StringVar(&without, "without", "", "leave out the changes that are in this `FILE` of --format json")
	return cmd
}

// leftOut gives the changes that are not in a file of --format json.
func leftOut(changes []edition.Change, name string) ([]edition.Change, error) {
	before, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("--without: %w", err)
	}
	left, err := edition.Without(changes, before)
	if err != nil {
		return nil, fmt.Errorf("--without %s: %w", name, err)
	}
	return left, nil
}

// changed gives the changes between the editions that were named.
func (v vigie) changed(cmd *cobra.Command, args []string) ([]edition.Change, error) {
	store, err := v.theEditions(cmd)
	if err != nil {
		return nil, err
	}
	last, ok := store.Last()
	if !ok {
		return nil, exit{wrongUse, errors.New("there is no edition yet: vigie edition create makes one")}
	}
	from, to := last.Day, cal.Day{}
	for i, day := range []*cal.Day{&from, &to} {
		if i < len(args) {
			if *day, err = dayOf(store, args[i]); err != nil {
				return nil, exit{wrongUse, err}
			}
		}
	}
	history, err := v.theHistory(cmd)
	if err != nil {
		return nil, err
	}
	return history.Between(from, to), nil
}

// dayOf gives the day of an edition that there is.
func dayOf(store *edition.Store, word string) (cal.Day, error) {
	day, err := cal.ParseDay(word)
	if err != nil {
		return day, fmt.Errorf("%q is no day such as 2026-11-30", word)
	}
	if _, ok := store.Of(day); !ok {
		return day, fmt.Errorf("there is no edition of %s; vigie edition list prints those that there are", day)
	}
	return day, nil
}

// theHistory compares the data of the project, which must read, with its editions.
func (v vigie) theHistory(cmd *cobra.Command) (*edition.History, error) {
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return nil, err
	}
	if err := unfit(cmd, project, found); err != nil {
		return nil, err
	}
	read, found, err := corpus.Load(project, dataFolder, c.Languages)
	if err != nil {
		return nil, exit{couldNotRun, err}
	}
	if found.Errors() > 0 {
		if err := problem.Print(cmd.ErrOrStderr(), found, project, colourful(cmd.ErrOrStderr())); err != nil {
			return nil, exit{couldNotRun, err}
		}
		return nil, exit{problems, errors.New("the data do not read")}
	}
	ds := v.country.Data().New(read, c.AsOf)
	history, _, err := build.Past(v.options(project, c, output.NewNowhere(), 0), read, ds, indicator.Results(ds))
	if err != nil {
		return nil, exit{couldNotRun, err}
	}
	return history, nil
}

// undeclared counts the changes that lack a cause, those that follow from them apart.
func undeclared(changes []edition.Change) int {
	n := 0
	for _, c := range changes {
		if c.Type == edition.Undeclared && len(c.Because) == 0 {
			n += c.Count
		}
	}
	return n
}
