package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"vigie/internal/collect"
	"vigie/internal/value/inert"
	"vigie/internal/value/lang"
)

func (v vigie) sourceCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "source",
		Short: "Work on how a source is read, and keep what was read",
		Example: `  vigie source try port-register --file saved.pdf
  vigie source keep port-report-2024 saved.pdf --claim port-ships-2024 --at "p. 17"`,
		Args: cobra.ArbitraryArgs,
		RunE: unknownCommand,
	}
	cmd.AddCommand(v.sourceTryCommand(), v.sourceKeepCommand())
	return cmd
}

func (v vigie) sourceTryCommand() *cobra.Command {
	var file string
	var loopback bool
	cmd := &cobra.Command{
		Use:   "try source",
		Short: "Show what is read of a source, row by row, and write nothing",
		Long: `Show what the reader or the recipe of a source finds, row by row, with what it
could not read and what it left aside, and whether that is within the bounds of the
source. Without --file the source is visited. Nothing is written.`,
		Example: `  vigie source try port-register --file saved.pdf
  vigie source try port-register`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return exit{wrongUse, fmt.Errorf("%s takes the name of one source", cmd.CommandPath())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return hushed(cmd, func() error { return v.runTry(cmd, args[0], file, loopback) })
		},
	}
	cmd.Flags().StringVar(&file, "file", "", "read this `FILE`, saved by hand, instead of visiting")
	cmd.Flags().BoolVar(&loopback, "loopback", false, "visit this machine too, without pause: for tests")
	_ = cmd.Flags().MarkHidden("loopback") // the flag is there: it is made above
	return cmd
}

func (v vigie) runTry(cmd *cobra.Command, name, file string, loopback bool) error {
	c, sources, err := v.collectable(cmd, []string{name}, file == "")
	if err != nil {
		return err
	}
	tasks, err := v.tasksOf(cmd, sources)
	if err != nil {
		return err
	}
	o, done, err := collectOptions(c, loopback)
	if err != nil {
		return exit{couldNotRun, err}
	}
	defer done()
	trial, err := collect.Try(cmd.Context(), o, tasks[0], file)
	if errors.Is(err, context.Canceled) {
		return exit{couldNotRun, errors.New("interrupted; nothing was written")}
	}
	if err != nil {
		return exit{problems, err}
	}
	if _, err := io.WriteString(cmd.OutOrStdout(), inFull(trial)); err != nil {
		return exit{couldNotRun, err}
	}
	if trial.Verdict != nil {
		return exit{problems, nil}
	}
	return nil
}

// inFull writes a trial for the person who works on the reader.
func inFull(t collect.Trial) string {
	var b strings.Builder
	for _, d := range t.Documents {
		fmt.Fprintf(&b, "document %s: %s bytes, SHA-256 %s\n", d.URL, grouped(d.Bytes), d.SHA256)
	}
	if !t.Edition.IsZero() {
		fmt.Fprintf(&b, "dated %s\n", t.Edition)
	}
	for i, row := range t.Rows {
		fmt.Fprintf(&b, "\nrow %d (%s)\n", i+1, inert.Visible(row.At))
		for j, c := range t.Columns {
			fmt.Fprintf(&b, "  %-*s  %s\n", widest(t.Columns), c.Name, inert.Visible(c.Kind.Words(row.Cells[j]).In(lang.EN)))
		}
	}
	b.WriteString("\n")
	for _, bad := range t.Bad {
		fmt.Fprintf(&b, "unreadable: %s %s: found %q, wanted %s\n", inert.Visible(bad.At), bad.Column, bad.Found,
			bad.Wanted)
	}
	if d := t.Damaged; d.Repaired+d.Lost > 0 {
		fmt.Fprintf(&b, "damaged texts: %s repaired, %s with lost letters, for example %q\n", grouped(d.Repaired),
			grouped(d.Lost), d.Example)
	}
	for _, u := range t.Unread {
		fmt.Fprintf(&b, "not known to the reader: %q (%s), for example %q\n", u.In(lang.EN), grouped(u.Count), u.Example)
	}
	for _, u := range t.Ignored {
		fmt.Fprintf(&b, "left aside: %q (%s)\n", u.In(lang.EN), grouped(u.Count))
	}
	fmt.Fprintf(&b, "%s rows of %s, %s unreadable\n", grouped(len(t.Rows)), grouped(t.Found), grouped(t.Unreadable))
	if t.Verdict != nil {
		fmt.Fprintf(&b, "not plausible: %s [%s]\n", inert.Visible(t.Verdict.Reason.In(lang.EN)), t.Verdict.Code)
	} else {
		b.WriteString("within the bounds of the source\n")
	}
	return b.String()
}

func widest(columns []collect.Column) int {
	n := 0
	for _, c := range columns {
		n = max(n, len(c.Name))
	}
	return n
}
