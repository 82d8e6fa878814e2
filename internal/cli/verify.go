package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/tree"
	"vigie/internal/verify"
)

// verifying is what the flags of verify say.
type verifying struct {
	format      string
	quiet       bool
	withoutCopy bool
}

func (v vigie) verifyCommand() *cobra.Command {
	var f verifying
	cmd := &cobra.Command{
		Use:   "verify [file]",
		Short: "Prove every number of the built site",
		Long: `Read the built site back, page by page and file by file, and prove every number
in it: a figure has its proof and is that of the data, digit by digit; a computed
one is computed again from its inputs; words with a number are those of the record
that they are said to be; a day is one of the data; downloads, charts and feeds hold the same values; copies
of sources have the digest that was noted, and give the same rows when read again.

The data are taken as of the day that the site gives. A number without proof, or
that differs, fails: it is printed with its file and figure.

With a file that was downloaded (CSV, JSON, XLSX or SQLite): say what it is by its
digest, a published file of this tree or of an edition, and hold each row of it
against the published one, found by its key. A value that differs is printed with its
row, its column, what was found and what is published. Files may be hostile: at most
512 MB and 10 million cells are read, results of formulas are refused, hidden cells
are counted, and nothing in a database runs.`,
		Example: `  vigie verify
  vigie verify --site /srv/www/vigie
  vigie verify --format json > proofs.json
  vigie verify ~/Downloads/series.xlsx
  vigie verify series.csv --as-of 2026-11-23`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return exit{wrongUse, fmt.Errorf("verify takes one file at most, but was given %d", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.format != "text" && f.format != "json" {
				return exit{wrongUse, fmt.Errorf("--format is text or json, not %q", f.format)}
			}
			if len(args) == 1 {
				return v.runVerifyFile(cmd, args[0], f)
			}
			return v.runVerify(cmd, f)
		},
	}
	flags := cmd.Flags()
	config.Flag(flags, "as_of", "as-of", "DAY", "day of what a file is held against (default: today, UTC)")
	config.Flag(flags, "output", "site", "FOLDER", "the built site (default: public)")
	config.Flag(flags, "base_url", "base-url", "ADDRESS", "address that the site was built for")
	flags.StringVar(&f.format, "format", "text", "text or json")
	flags.BoolVar(&f.withoutCopy, "without-copies", false, "do not read the copies of sources again: quicker")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "say nothing but what is wrong")
	return cmd
}

func (v vigie) runVerify(cmd *cobra.Command, f verifying) error {
	start := time.Now()
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return err
	}
	if err := unfit(cmd, project, found); err != nil {
		return err
	}
	shown := newProgress(cmd.ErrOrStderr(), f.quiet)
	o := verify.Options{Site: os.DirFS(c.Output), Project: project, Config: c, Country: v.country,
		Jobs: runtime.GOMAXPROCS(0), Progress: shown.step}
	if !f.withoutCopy {
		if o.Evidence, err = v.evidence(cmd, c); err != nil {
			return err
		}
	}
	report, err := verify.Run(cmd.Context(), o)
	shown.end()
	var outdated verify.Outdated
	switch {
	case errors.As(err, &outdated):
		return exit{problems, err}
	case errors.Is(err, context.Canceled):
		return exit{couldNotRun, errors.New("interrupted")}
	case err != nil:
		return exit{couldNotRun, err}
	}
	if err := printProofs(cmd.OutOrStdout(), f, report, time.Since(start)); err != nil {
		return exit{couldNotRun, err}
	}
	if !report.Sound() {
		return exit{problems, nil}
	}
	return nil
}

// evidence is where the copies are, and what reads them.
func (v vigie) evidence(cmd *cobra.Command, c config.Config) (*verify.Evidence, error) {
	read, _, err := corpus.Load(tree.Project("."), dataFolder, c.Languages)
	if err != nil {
		return nil, exit{couldNotRun, err}
	}
	var sources []record.Source
	for _, s := range read.Sources {
		if s.Collect != nil {
			sources = append(sources, s)
		}
	}
	tasks, err := v.tasksOf(cmd, sources)
	if err != nil {
		return nil, err
	}
	return &verify.Evidence{Archive: openArchive(c), Collected: collectedFolder, Tasks: tasks, Now: time.Now}, nil
}

// mostFaults is how many faults are printed one by one: a site that was made from
// other data has thousands.
const mostFaults = 50

func printProofs(w io.Writer, f verifying, r verify.Report, took time.Duration) error {
	if f.format == "json" {
		return indented(w, r)
	}
	for i, fault := range r.Faults {
		if i == mostFaults {
			fmt.Fprintf(w, "… and %s more\n", grouped(len(r.Faults)-mostFaults))
			break
		}
		printFault(w, fault)
	}
	if f.quiet && (r.Sound() || len(r.Faults) > 0) { // faults are what is wrong; the rest is how much is right
		return nil
	}
	all, copies := r.Total(), "left alone"
	if !f.withoutCopy {
		copies = fmt.Sprintf("%s, %s digested again (%s bytes), %s%s; %s sources read again, %s rows",
			grouped(r.Copies.Snapshots), grouped(r.Copies.Digested),
			grouped(r.Copies.Bytes), grouped(r.Copies.Absent), elsewhere(r.Copies.AbsentOf), grouped(r.Copies.Replayed),
			grouped(r.Copies.Rows))
	}
	_, err := fmt.Fprintf(w, `as of:      %s, %s pages, %s files
figures:    %s in pages (%s distinct), %s with proof; %s of %s proof pages whole
words:      %s numbers in the words of records, %s theirs; %s of %s row counts and %s of %s days right
drawings:   %s numbers, %s of the data; feeds: %s, %s of the data
downloads:  %s values, %s of the data
recomputed: %s of %s calculations, %s of %s counts, %s of %s stated by sources
copies:     %s
proven:     %s of %s numbers%s
took:       %.1f s
`,
		r.AsOf, grouped(r.Pages), grouped(r.Files),
		grouped(r.Figures.Found), grouped(r.Distinct), grouped(r.Figures.Proven), grouped(r.Proofs.Proven),
		grouped(r.Proofs.Found),
		grouped(r.Words.Found), grouped(r.Words.Proven), grouped(r.Counts.Proven), grouped(r.Counts.Found),
		grouped(r.Dates.Proven), grouped(r.Dates.Found),
		grouped(r.Drawn.Found), grouped(r.Drawn.Proven), grouped(r.Feeds.Found), grouped(r.Feeds.Proven),
		grouped(r.Values.Found), grouped(r.Values.Proven),
		grouped(r.Computed.Proven), grouped(r.Computed.Found), grouped(r.Counted.Proven), grouped(r.Counted.Found),
		grouped(r.Stated.Proven), grouped(r.Stated.Found),
		copies,
		grouped(all.Proven), grouped(all.Found), verdict(all, len(r.Faults)), took.Seconds())
	if err == nil && !r.Sound() {
		_, err = fmt.Fprintln(w, "what now:   vigie build, when data, prose or theme changed since; a fault that "+
			"stays is the program's, or that of an altered copy")
	}
	return err
}

func printFault(w io.Writer, f verify.Fault) {
	fmt.Fprintf(w, "%s: %s", f.File, f.What)
	if f.Figure != "" {
		fmt.Fprintf(w, " [%s]", f.Figure)
	}
	if f.Found != "" {
		fmt.Fprintf(w, "\n    found: %s", f.Found)
	}
	if f.Want != "" {
		fmt.Fprintf(w, "\n    data:  %s", f.Want)
	}
	fmt.Fprintln(w)
}

// elsewhere names the sources of which no copy is on this machine: nothing here says
// that their rows are those of a copy.
func elsewhere(sources []string) string {
	if len(sources) == 0 {
		return " elsewhere"
	}
	return " elsewhere (not read again: " + strings.Join(sources, ", ") + ")"
}

// verdict ends the line of what is proven. A share is given of a site in which nothing
// is amiss, and of one in which numbers are: "100 %" beside faults would hide them.
func verdict(t verify.Tally, faults int) string {
	switch {
	case faults == 0:
		return fmt.Sprintf(" (%s); no fault", share(t))
	case t.Proven == t.Found:
		return fmt.Sprintf(", but the site is not what the data make: %s", counted(faults))
	}
	return fmt.Sprintf(" (%s); %s", share(t), counted(faults))
}

// share is the coverage, rounded down: 100 % is said of all, and of nothing less.
func share(t verify.Tally) string {
	if t.Found == 0 {
		return "nothing to prove"
	}
	thousandths := t.Proven * 1000 / t.Found
	return fmt.Sprintf("%d.%d %%", thousandths/10, thousandths%10)
}

func counted(n int) string {
	switch n {
	case 1:
		return "1 fault"
	}
	return grouped(n) + " faults"
}
