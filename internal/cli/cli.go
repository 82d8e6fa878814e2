// Package cli is the command line: it reads the clock, the flags and the
// settings, calls the other packages and turns what they answer into words and
// an exit code.
//
// What a command finds or makes goes to the standard output, how it is getting
// on to the standard error: bars on a terminal, plain lines elsewhere, nothing
// with --quiet. An interrupt (Ctrl-C) ends a run cleanly: nothing half done is
// left behind. A second one ends it at once.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"vigie/internal/country"
	"vigie/internal/value/problem"
)

// The exit codes of every command.
const (
	fine        = 0
	problems    = 1 // in data or prose, or with a source
	wrongUse    = 2
	couldNotRun = 3
)

const exitCodes = `Exit codes:
  0  fine
  1  problems in data, prose or settings; a source that failed or is doubtful
  2  wrong use of the command
  3  the run could not go on`

// exit is an error that carries the code to leave with.
type exit struct {
	code int
	err  error // printed for the person; nil when everything was printed already
}

func (e exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

// vigie is the program with what a country adds to it.
type vigie struct{ country country.Extension }

// Run runs one command and gives its exit code; added is what a country adds to the
// engine.
func Run(added country.Extension, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the next interrupt is the system's to handle

	log.SetOutput(io.Discard) // libraries may print nothing: what matters they return

	root := vigie{added}.rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	ran, err := root.ExecuteContextC(ctx)
	var left exit
	switch {
	case err == nil:
		return fine
	case !errors.As(err, &left):
		left = exit{couldNotRun, err}
	}
	if left.err != nil {
		fmt.Fprintln(stderr, "vigie:", left.err)
	}
	if left.code == wrongUse {
		fmt.Fprintf(stderr, "See %s --help.\n", ran.CommandPath())
	}
	return left.code
}

func (v vigie) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "vigie",
		Short: "A lookout over what was promised, with the proof of every number",
		Long: `Vigie keeps an observatory of promises: what was promised, what is known to have
been done, and the proof of every number. It reads the data, the prose and the
settings of the folder it runs in, checks them, and makes a static site.

` + exitCodes,
		Example: `  vigie init           a small made-up observatory to start from
  vigie check          what should be mended, with file and line
  vigie collect        new records of the public sources, in data/
  vigie build          the site, in public/
  vigie serve          the site at http://127.0.0.1:8080/, anew at each change`,
		Args:              cobra.ArbitraryArgs,
		RunE:              unknownCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(v.buildCommand(), v.checkCommand(), v.collectCommand(), v.explainCommand(), v.diffCommand(),
		v.editionCommand(), v.fmtCommand(), initCommand(), schemasCommand(), sentencesCommand(), v.serveCommand(),
		v.publishCommand(), v.snapshotsCommand(), v.sampleCommand(), v.sourceCommand(), v.verifyCommand(), versionCommand())
	finish(root.Commands())
	return root
}

// finish gives every command what all of them have.
func finish(commands []*cobra.Command) {
	for _, c := range commands {
		if c.Args == nil {
			c.Args = noArguments
		}
		if c.Long == "" {
			c.Long = c.Short + "."
		}
		c.Long += "\n\n" + exitCodes
		finish(c.Commands())
	}
}

// unknownCommand answers a word that is no command with the nearest one.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	var names []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return exit{wrongUse, fmt.Errorf("there is no command %q; %s", args[0], meant(args[0], names, ""))}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return exit{wrongUse, fmt.Errorf("%s takes no argument, but was given %q", cmd.Name(), args[0])}
	}
	return nil
}

// flagError answers a flag that does not exist with the nearest one.
func flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if errors.As(err, &missing) && missing.GetSpecifiedShortnames() == "" {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		err = fmt.Errorf("there is no flag --%s; %s", missing.GetSpecifiedName(),
			meant(missing.GetSpecifiedName(), names, "--"))
	}
	return exit{wrongUse, err}
}

// meant names the nearest word, or all of them when none is near.
func meant(word string, words []string, dashes string) string {
	if near, ok := problem.Nearest(word, words); ok {
		return "did you mean " + dashes + near + "?"
	}
	return "there are " + dashes + strings.Join(words, ", "+dashes)
}
