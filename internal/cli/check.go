package cli

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vigie/internal/build"
	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/output"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

const dataFolder = "data"

func (v vigie) checkCommand() *cobra.Command {
	var format string
	var dataOnly, fresh bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Read the data strictly, apply every rule, rehearse the site",
		Long: `Read the settings and the data strictly and apply every rule to them; then
rehearse the site, to know what is wrong in prose, templates and links. Each
problem is printed with its file, line and column, and a hint on how to mend it.
Errors fail the check; warnings are printed and let it pass.

With --freshness it applies no rule: it lists the sources that should have been
renewed or read again by the day of reference, with what to do, and leaves with 1
when there are some, so that a schedule can call somebody.`,
		Example: `  vigie check
  vigie check --as-of 2027-06-30
  vigie check --data-only
  vigie check --format github
  vigie check --freshness`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			print, ok := printers[format]
			if !ok {
				return exit{wrongUse, fmt.Errorf("--format is text, json, github or gitlab, not %q", format)}
			}
			project := tree.Project(".")
			c, found, err := v.settings(project, cmd)
			if err != nil {
				return err
			}
			if fresh {
				return v.checkFreshness(cmd.OutOrStdout(), project, c, format)
			}
			f, err := v.look(cmd.Context(), project, c, found, dataOnly)
			if err != nil {
				return exit{couldNotRun, err}
			}
			if err := print(cmd.OutOrStdout(), f); err != nil {
				return exit{couldNotRun, err}
			}
			if f.problems.Errors() > 0 {
				return exit{problems, nil}
			}
			return nil
		},
	}
	asOfFlag(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "text, json, github or gitlab")
	cmd.Flags().BoolVar(&dataOnly, "data-only", false, "do not rehearse the site: quicker")
	cmd.Flags().BoolVar(&fresh, "freshness", false, "list the sources that are late, silent or gone, and nothing else")
	return cmd
}

// findings are what a check leads to.
type findings struct {
	vigie
	project  fs.FS
	read     *corpus.Corpus
	asOf     cal.Day
	problems problem.List
}

// printers write findings in the formats of --format.
var printers = map[string]func(io.Writer, findings) error{
	"text": func(w io.Writer, f findings) error {
		if err := problem.Print(w, f.problems, f.project, colourful(w)); err != nil {
			return err
		}
		return f.count(w)
	},
	"json":   func(w io.Writer, f findings) error { return problem.PrintJSON(w, f.problems) },
	"github": func(w io.Writer, f findings) error { return problem.PrintGitHub(w, f.problems) },
	"gitlab": func(w io.Writer, f findings) error { return problem.PrintGitLab(w, f.problems) },
}

// look finds the problems of a project; found are those of its settings. The site
// is rehearsed once the data are sound.
func (v vigie) look(ctx context.Context, project fs.FS, c config.Config, found problem.List,
	dataOnly bool) (findings, error) {
	if slices.ContainsFunc(found, func(p problem.Problem) bool { return p.Rule == tree.Rule }) {
		return findings{v, project, nil, c.AsOf, found}, nil // what may not be read hides the rest
	}
	read, inData, err := corpus.Load(project, dataFolder, c.Languages)
	if err != nil {
		return findings{}, err
	}
	inData = append(inData, v.country.Checks().Run(read, c.AsOf)...)
	all, inReaders, err := v.country.ReadersOf(project, dataFolder)
	if err != nil {
		return findings{}, err
	}
	found = append(found, inReaders...)
	kept, err := unkept(read, openArchive(c))
	if err != nil {
		return findings{}, err
	}
	found = append(found, kept...)
	found = append(found, inCollecting(read, all, inData)...)
	if !dataOnly && inData.Errors() == 0 && found.Errors() == 0 {
		// a rehearsal reports on the data too
		rehearsal := v.options(project, c, output.NewNowhere(), 0)
		rehearsal.Rehearsal = true
		if _, inData, err = build.Run(ctx, rehearsal); err != nil {
			return findings{}, err
		}
	}
	if dataOnly && inData.Errors() == 0 {
		changed, err := v.sinceTheEdition(project, c, read)
		if err != nil {
			return findings{}, err
		}
		inData = append(inData, changed...)
	}
	found = append(found, inData...)
	found.Sort()
	return findings{v, project, read, c.AsOf, found}, nil
}

// inCollecting are the mistakes in how sources are collected, but for the lines of
// which something is reported already: they were not read as they are written.
func inCollecting(read *corpus.Corpus, all []collect.Reader, reported problem.List) problem.List {
	return slices.DeleteFunc(readers.Check(read, all), func(p problem.Problem) bool {
		return slices.ContainsFunc(reported, func(q problem.Problem) bool { return p.File == q.File && p.Line == q.Line })
	})
}

// sinceTheEdition lists what changed since the last edition without a declared cause.
func (v vigie) sinceTheEdition(project fs.FS, c config.Config, read *corpus.Corpus) (problem.List, error) {
	ds := v.country.Data().New(read, c.AsOf)
	_, found, err := build.Past(v.options(project, c, output.NewNowhere(), 0), read, ds, indicator.Results(ds))
	return found, err
}

// count prints what was read, what is disputed and how many problems there are.
func (f findings) count(w io.Writer) error {
	if f.read == nil {
		_, err := fmt.Fprintf(w, "nothing was read: %s\n", f.problems.Total())
		return err
	}
	var kinds []string
	records := 0
	for _, k := range record.Kinds() {
		if n := len(f.read.IDs(k)); n > 0 {
			records += n
			kinds = append(kinds, fmt.Sprintf("%d %s", n, numbered(k, n)))
		}
	}
	ds := f.country.Data().New(f.read, f.asOf)
	disputed := 0
	for _, s := range ds.Series {
		for _, p := range s.Points {
			if p.Figure.State == figure.Disputed {
				disputed++
			}
		}
	}
	placedClaims, copied := 0, 0
	for _, c := range ds.Claims {
		if c.At != "" {
			placedClaims++
		}
		if c.Snapshot != "" {
			copied++
		}
	}
	_, err := fmt.Fprintf(w,
		"%d records: %s\n%d claims (%d with a place, %d with a copy), %d sources, %d disputed values\n"+
			"checked under %d rules as of %s: %s\n",
		records, strings.Join(kinds, ", "), len(ds.Claims), placedClaims, copied,
		len(ds.Sources), disputed, len(f.country.Checks().All()),
		f.asOf, f.problems.Total())
	return err
}

// numbered is the name of a kind after a number: each is an English plural.
func numbered(k record.Kind, n int) string {
	if n == 1 && k != record.SeriesKind {
		return strings.TrimSuffix(string(k), "s")
	}
	return string(k)
}
