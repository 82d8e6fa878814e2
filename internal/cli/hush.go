package cli

import (
	"io"
	"os"

	"github.com/spf13/cobra"
)

// hushed runs a command that reads documents, without what libraries print of them.
func hushed(cmd *cobra.Command, run func() error) error {
	if cmd.ErrOrStderr() != io.Writer(os.Stderr) {
		return run()
	}
	stderr, restore, err := hush()
	if err != nil {
		return run() // it prints more, and does the same
	}
	defer restore()
	cmd.SetErr(stderr)
	defer cmd.SetErr(os.Stderr)
	return run()
}
