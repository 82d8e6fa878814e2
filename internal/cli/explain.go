package cli

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vigie/internal/config"
	"vigie/internal/value/lang"
	"vigie/internal/value/tree"
	"vigie/internal/verify"
)

func (v vigie) explainCommand() *cobra.Command {
	var format, language string
	cmd := &cobra.Command{
		Use:   "explain figure|claim|series|page|url",
		Short: "Follow a number down to the documents that it rests on",
		Long: `Follow a number down to what it rests on: its formula with the values in it, the
figures and claims behind it, and for each claim the document, the place in it, the
days, the quality and the digest of the copy.

A figure is named by its identifier (as its proof page shows it), a claim and a
series by theirs; the date or state of a record by its kind and identifier, as
vigie sample draws it. A number stands for the figures that show it. A page of the
built site is named by its address, its file or its URL: each figure on it is
followed, in order; then comes what the page was made from: records, figures, words,
files (--format json names all of them).`,
		Example: `  vigie explain orders-per-year/2024
  vigie explain calculation/2022-orders --lang en
  vigie explain 51.6
  vigie explain contradictions/orders-2024-two-totals
  vigie explain /commandes/
  vigie explain https://example.org/vigie/preuves/orders-per-year/2024/`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return exit{wrongUse, fmt.Errorf("explain takes one name, page or address, but was given %d", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return v.runExplain(cmd, args[0], format, lang.Lang(language))
		},
	}
	asOfFlag(cmd)
	config.Flag(cmd.Flags(), "output", "site", "FOLDER", "the built site, for its pages (default: public)")
	config.Flag(cmd.Flags(), "base_url", "base-url", "URL", "address that the site was built for")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().StringVar(&language, "lang", "",
		"language of the data's words, one of those of the site; the first one when it is not given")
	return cmd
}

func (v vigie) runExplain(cmd *cobra.Command, target, format string, l lang.Lang) error {
	switch {
	case format != "text" && format != "json":
		return exit{wrongUse, fmt.Errorf("--format is text or json, not %q", format)}
	}
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return err
	}
	if err := unfit(cmd, project, found); err != nil {
		return err
	}
	if l, err = spoken(c, l); err != nil {
		return err
	}
	e, err := verify.Explain(cmd.Context(),
		verify.Options{Site: os.DirFS(c.Output), Project: project, Config: c, Country: v.country}, target, l)
	var unknown verify.Unknown
	switch {
	case errors.As(err, &unknown):
		return exit{wrongUse, err}
	case err != nil:
		return exit{couldNotRun, err}
	}
	out := cmd.OutOrStdout()
	if format == "json" {
		return indented(out, e)
	}
	if e.Page != "" {
		fmt.Fprintf(out, "%s, figures: %s\n\n", e.Page, grouped(len(e.Chains)))
	}
	for i, chain := range e.Chains {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprint(out, chain.Outline(""))
	}
	if len(e.Made) > 0 {
		fmt.Fprintf(out, "\nmade from:\n%s", madeFrom(e.Made))
	}
	return nil
}

// madeFrom lists what a page was made from, a line per kind: what stands on it by name,
// and how many others were read to make it.
func madeFrom(made []verify.Made) string {
	var b strings.Builder
	for len(made) > 0 {
		kind := made[0].Kind
		n := slices.IndexFunc(made, func(m verify.Made) bool { return m.Kind != kind })
		if n < 0 {
			n = len(made)
		}
		all := made[:n]
		made = made[n:]
		var shown []string
		for _, m := range all {
			if m.Use == "shown" && m.Name != "*" {
				shown = append(shown, m.Name)
			}
		}
		fmt.Fprintf(&b, "  %-15s %s shown, %s read or named", kind, grouped(len(shown)), grouped(len(all)-len(shown)))
		if len(shown) > 0 && len(shown) <= 12 {
			b.WriteString(": " + strings.Join(shown, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}
