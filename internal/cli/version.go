package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Say which version of Vigie this is",
		Example: "  vigie version",
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "vigie %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS,
				runtime.GOARCH)
			return err
		},
	}
}

// version is what git said when the program was built: a tag, or the day and the
// commit, with +dirty when the tree had changes.
func version() string {
	made, ok := debug.ReadBuildInfo()
	if !ok || made.Main.Version == "" {
		return "of no known version"
	}
	return made.Main.Version
}
