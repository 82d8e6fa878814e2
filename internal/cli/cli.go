// Package cli is the command line: it reads the clock, the flags and the
// settings, calls the other packages and turns what they answer into words and
// an exit code.
package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// The exit codes of every command.
const (
	fine        = 0
	problems    = 1 // in data or prose
	wrongUse    = 2
	couldNotRun = 3
)

// exit is an error that carries the code to leave with.
type exit struct {
	code int
	err  error // told to the person; nil when everything was said
}

func (e exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

// Run runs one command and gives its exit code.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := &cobra.Command{
		Use:           "vigie",
		Short:         "A lookout over the French State's move to the cloud",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.AddCommand(checkCommand())

	err := root.Execute()
	var left exit
	switch {
	case err == nil:
		return fine
	case errors.As(err, &left):
		if left.err != nil {
			fmt.Fprintln(stderr, "vigie:", left.err)
		}
		return left.code
	}
	fmt.Fprintln(stderr, "vigie:", err)
	return wrongUse
}
