package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/value/lang"
	"vigie/internal/value/tree"
)

func sentencesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "sentences LANGUAGE",
		Short: "Print what the program says itself, to be written in another language",
		Long: `Print the file of the sentences that the program composes, in a language of the site
other than French and English: those that the theme has, and the others left empty, to be
filled in. Each stands under its French, after its English. doc/themes.md says where the
file belongs.`,
		Example: `  vigie sentences de > sentences.de.yaml`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			l := lang.Lang(args[0])
			if !lang.IsTag(args[0]) || l == lang.FR || l == lang.EN {
				return exit{wrongUse, fmt.Errorf("%q: wants the tag of a language other than fr and en, such as de", args[0])}
			}
			project := tree.Project(".")
			c, _, err := config.Load(project, cmd.Flags())
			if err != nil {
				return exit{couldNotRun, err}
			}
			composed, err := build.Sentences(build.Options{Project: project, Config: c}, l)
			if err != nil {
				return exit{couldNotRun, err}
			}
			if err := composed.WriteSentences(cmd.OutOrStdout(), l); err != nil {
				return exit{couldNotRun, err}
			}
			return nil
		},
	}
}
