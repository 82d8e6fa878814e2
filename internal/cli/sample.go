package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"vigie/internal/config"
	"vigie/internal/value/lang"
	"vigie/internal/value/tree"
	"vigie/internal/verify"
	"vigie/internal/verify/sample"
)

// sampling is what the flags of sample ask for.
type sampling struct {
	seed             uint64
	count            int
	format, language string
	tally            string // a sheet to count instead
}

func (v vigie) sampleCommand() *cobra.Command {
	var f sampling
	cmd := &cobra.Command{
		Use:   "sample",
		Short: "Draw figures, dates and states for a second reader, or count what one found",
		Long: `Draw figures, dates and states as they are published, with the chain of each down
to its documents, and room for what a second reader finds. The same seed and the
same data, as of the same day, draw the same; a record that is added takes one
place at most.

Of forty, ten are values of series, six are numbers of claims outside series, four
are calculations, four are counts, four are terms of qualifications, four are dates
of events, and two of each are what became of promises, tiers of hosting, states of
disagreements, and reasons why something is not known. Who has fewer leaves places
to the others.

With --site, the pages on which each stands are named, and the day is that of the
site. With --tally, a sheet that was filled in is counted by mark; a mark that is
missing or unknown, or a remark that is missing, fails.`,
		Example: `  vigie sample --seed 20261130 > sheet.md
  vigie sample --seed 20261130 --site public --lang en
  vigie sample --seed 7 --count 10 --format json
  vigie sample --tally sheet.md`,
		RunE: func(cmd *cobra.Command, _ []string) error { return v.runSample(cmd, f) },
	}
	asOfFlag(cmd)
	flags := cmd.Flags()
	config.Flag(flags, "output", "site", "FOLDER", "a built site, whose pages are named")
	flags.Uint64Var(&f.seed, "seed", 0, "number that draws: note it, it draws the same again")
	flags.IntVar(&f.count, "count", 40, "how many are drawn")
	flags.StringVar(&f.format, "format", "md", "md, json or text")
	flags.StringVar(&f.language, "lang", "",
		"language of the data's words, one of those of the site; the first one when it is not given")
	flags.StringVar(&f.tally, "tally", "", "count the marks of a `FILE` that was filled in, and draw nothing")
	return cmd
}

func (v vigie) runSample(cmd *cobra.Command, f sampling) error {
	flags := cmd.Flags()
	switch {
	case !slices.Contains([]string{"md", "json", "text"}, f.format):
		return exit{wrongUse, fmt.Errorf("--format is md, json or text, not %q", f.format)}
	case flags.Changed("tally") == flags.Changed("seed"):
		return exit{wrongUse,
			errors.New("sample takes either --seed, a number that draws, or --tally, a sheet that was filled in")}
	case flags.Changed("tally"):
		return tallySheet(cmd.OutOrStdout(), f)
	case f.count < 1:
		return exit{wrongUse, fmt.Errorf("--count is how many are drawn, one at least, not %d", f.count)}
	}
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return err
	}
	if err := unfit(cmd, project, found); err != nil {
		return err
	}
	l, err := spoken(c, lang.Lang(f.language))
	if err != nil {
		return err
	}
	o := verify.Options{Project: project, Config: c, Country: v.country}
	if flags.Changed("site") {
		o.Site = os.DirFS(c.Output)
	}
	s, err := sample.Of(cmd.Context(), o, strconv.FormatUint(f.seed, 10), f.count, l)
	if err != nil {
		return exit{couldNotRun, err}
	}
	out := cmd.OutOrStdout()
	switch f.format {
	case "json":
		err = indented(out, s)
	case "text":
		err = s.Text(out)
	default:
		err = s.Markdown(out)
	}
	if err != nil {
		return exit{couldNotRun, err}
	}
	return nil
}

// tallySheet counts a sheet that a second reader filled in.
func tallySheet(w io.Writer, f sampling) error {
	raw, err := os.ReadFile(f.tally)
	if err != nil {
		return exit{couldNotRun, fmt.Errorf("reading the sheet: %w", err)}
	}
	t, flaws := sample.Read(string(raw))
	for _, flaw := range flaws {
		fmt.Fprintf(w, "%s:%d: %s\n", f.tally, flaw.Line, flaw.What)
	}
	if len(flaws) > 0 {
		return exit{problems, nil}
	}
	if f.format == "json" {
		return indented(w, t)
	}
	fmt.Fprintf(w, "%d drawn with seed %s, as of %s\n", t.Drawn, t.Seed, t.AsOf)
	for _, c := range t.Counts {
		fmt.Fprintf(w, "%4d  %s\n", c.Count, c.Mark)
	}
	return nil
}

// indented writes a value for programs.
func indented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
