package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vigie/internal/collect"
	"vigie/internal/value/lang"
)

// collecting is what the flags of collect say.
type collecting struct {
	dryRun, replay, quiet bool
	from, report, lang    string
	accept, because       string
	jobs                  int
	loopback              bool
}

func (v vigie) collectCommand() *cobra.Command {
	var f collecting
	cmd := &cobra.Command{
		Use:   "collect [source...]",
		Short: "Visit public sources and keep their records, with the evidence",
		Long: `Visit public sources, keep a dated copy of what they brought, and read their
records into data/collected/. Without names, all sources that are collected.

A source that fails, or whose harvest is not plausible, keeps its last good records
and is marked stale or doubtful: nothing is ever emptied by a bad visit. A run that
brings nothing new writes nothing. The report says what changed, record by record.

Sites are visited slowly (one request a second and a host), as their robots.txt
asks, under the contact of config.yaml. Without network, or in front of a wall, save
the documents in a browser and give their folder with --from: the file of an address
under its own name, or the files of a source in a folder of its name, in order.

Where what came is right and a bound is not (a long gap, a list that was cut), look at
its copy, then accept it with --accept and --because. The decision is written into
data/collected/SOURCE.accepted.yaml, holds for these documents and this bound alone,
and is shown in the report. Whoever may commit it may take it.`,
		Example: `  vigie collect
  vigie collect port-register --dry-run
  vigie collect --from ~/saved
  vigie collect --replay          reads every stored copy again, without network
  vigie collect --accept panorama-grands-projets --because "40 projects ended since 2021: read beside the page"
  vigie collect --quiet --report md > report.md`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return hushed(cmd, func() error { return v.runCollect(cmd, args, f) })
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.dryRun, "dry-run", false, "visit and report, and write nothing")
	flags.BoolVar(&f.replay, "replay", false, "read every stored copy again instead of visiting")
	flags.StringVar(&f.from, "from", "", "read the files saved by hand in this `FOLDER` instead of visiting")
	flags.StringVar(&f.accept, "accept", "", "take what came last of this `SOURCE`, though it is out of a bound")
	flags.StringVar(&f.because, "because", "", "why it is accepted: a `SENTENCE` for those who read the decision")
	flags.StringVar(&f.report, "report", "text", "text, md or json")
	flags.StringVar(&f.lang, "lang", "", "language of the report, fr or en (default: that of the site)")
	flags.IntVarP(&f.jobs, "jobs", "j", 4, "sources visited at once")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "say nothing but what is wrong")
	flags.BoolVar(&f.loopback, "loopback", false, "visit this machine too, without pause: for tests")
	_ = flags.MarkHidden("loopback") // the flag is there: it is made above
	return cmd
}

// formats write a report.
var formats = map[string]func(collect.Report, io.Writer, lang.Lang) error{
	"text": collect.Report.Text,
	"md":   collect.Report.Markdown,
	"json": func(r collect.Report, w io.Writer, _ lang.Lang) error { return r.JSON(w) },
}

func (f collecting) check() error {
	switch {
	case formats[f.report] == nil:
		return exit{wrongUse, fmt.Errorf("--report is text, md or json, not %q", f.report)}
	case f.lang != "" && !slices.Contains(lang.Composed(), lang.Lang(f.lang)):
		return exit{wrongUse, fmt.Errorf("--lang is fr or en, not %q", f.lang)}
	case f.replay && f.from != "":
		return exit{wrongUse, errors.New("--replay reads stored copies, --from saved files: one or the other")}
	case f.accept == "" && f.because != "":
		return exit{wrongUse, errors.New("--because goes with --accept SOURCE")}
	case f.accept != "" && strings.TrimSpace(f.because) == "":
		return exit{wrongUse, errors.New("--accept wants --because: a decision that nobody explains is none")}
	case f.accept != "" && (f.replay || f.from != ""):
		return exit{wrongUse, errors.New("--accept reads the stored copies that were refused: without --replay and --from")}
	case f.jobs < 1:
		return exit{wrongUse, errors.New("--jobs is 1 or more")}
	}
	if f.from != "" {
		if info, err := os.Stat(f.from); err != nil || !info.IsDir() {
			return exit{wrongUse, fmt.Errorf("--from: there is no folder %s", f.from)}
		}
	}
	return nil
}

func (v vigie) runCollect(cmd *cobra.Command, names []string, f collecting) error {
	if err := f.check(); err != nil {
		return err
	}
	if f.accept != "" {
		if len(names) > 0 {
			return exit{wrongUse, errors.New("--accept takes the one source that it names, and visits none")}
		}
		names, f.replay = []string{f.accept}, true
	}
	c, sources, err := v.collectable(cmd, names, !f.replay && f.from == "")
	if err != nil {
		return err
	}
	if f.lang == "" { // a site whose first language is neither has its reports in English
		f.lang = string(c.Languages.First().Spoken())
	}
	tasks, err := v.tasksOf(cmd, sources)
	if err != nil {
		return err
	}
	if !f.dryRun {
		free, err := alone(c.Cache)
		if err != nil {
			return exit{couldNotRun, err}
		}
		defer free()
	}
	o, done, err := collectOptions(c, f.loopback)
	if err != nil {
		return exit{couldNotRun, err}
	}
	defer done()
	o.DryRun, o.Replay, o.From, o.Jobs, o.Because = f.dryRun, f.replay, f.from, f.jobs, f.because
	shown := newVisits(cmd.ErrOrStderr(), logger(cmd.ErrOrStderr(), f.quiet), f.quiet)
	o.Progress = shown.note
	report, err := collect.Run(cmd.Context(), o, tasks)
	shown.end()
	return printReport(cmd, f, report, unsaved(report, names), err)
}

// unsaved says that a source was named and that no file was saved for it.
func unsaved(report collect.Report, names []string) bool {
	return slices.ContainsFunc(report.Sources, func(o collect.Outcome) bool {
		return o.Why != nil && o.Why.Code == collect.NotSaved && slices.Contains(names, o.Source)
	})
}

// accepted says that a decision was taken: without the copies, none can be.
func accepted(report collect.Report) bool {
	return slices.ContainsFunc(report.Sources, func(o collect.Outcome) bool { return len(o.Accepted) > 0 })
}

func printReport(cmd *cobra.Command, f collecting, report collect.Report, unsaved bool, err error) error {
	if f.quiet && f.report == "text" && err == nil && report.Wrong() == 0 && !unsaved {
		return nil
	}
	if f.quiet && f.report == "text" {
		report.Sources = slices.DeleteFunc(slices.Clone(report.Sources), func(o collect.Outcome) bool {
			return !o.Status.Wrong() && !(unsaved && o.Why != nil && o.Why.Code == collect.NotSaved)
		})
	}
	if err == nil || len(report.Sources) > 0 { // what was done before the run ended
		if err := formats[f.report](report, cmd.OutOrStdout(), lang.Lang(f.lang)); err != nil {
			return exit{couldNotRun, err}
		}
	}
	switch {
	case errors.Is(err, context.Canceled):
		return exit{couldNotRun, errors.New("interrupted; sources that are not in the report are as they were")}
	case err != nil:
		return exit{couldNotRun, err}
	case report.Wrong() > 0, unsaved, f.accept != "" && !accepted(report):
		return exit{problems, nil}
	}
	return nil
}
