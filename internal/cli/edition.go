package cli

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"vigie/internal/build"
	"vigie/internal/edition"
	"vigie/internal/output"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// editionsFolder holds the editions, in the project.
var editionsFolder = path.Join(dataFolder, "editions")

func (v vigie) editionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "edition",
		Short: "Freeze the data of a day, list or verify the editions",
		Long: `An edition is the data of one day, frozen for ever in data/editions/: the records,
what was collected, every figure, the published tables, and what changed since the
edition before. Its manifest bears the digest of the one before it. What differs
from the last edition without a declared cause fails vigie check.`,
		Example: `  vigie edition create
  vigie edition list
  vigie edition verify`,
		Args: cobra.ArbitraryArgs,
		RunE: unknownCommand,
	}
	cmd.AddCommand(v.editionCreateCommand(), v.editionListCommand(), v.editionVerifyCommand())
	return cmd
}

func (v vigie) editionCreateCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "create",
		Short: "Freeze the data as they are, as of a day",
		Long: `Freeze the data as they are, as of a day that bears no edition yet and lies after
the last one. The check must find no error: what changed since the last edition
has its declared cause. The edition is written whole or not at all.`,
		Example: `  vigie edition create
  vigie edition create --as-of 2026-11-30`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			project := tree.Project(".")
			c, found, err := v.settings(project, cmd)
			if err != nil {
				return err
			}
			f, err := v.look(cmd.Context(), project, c, found, false)
			if err != nil {
				return exit{couldNotRun, err}
			}
			if err := refuse(cmd, f.problems); err != nil {
				return err
			}
			store, content, undeclared, err := build.Prepare(cmd.Context(), v.options(project, c, output.NewNowhere(), 0))
			if err != nil {
				return exit{couldNotRun, err}
			}
			if err := refuse(cmd, undeclared); err != nil {
				return err
			}
			return create(cmd.Context(), cmd, store, content)
		},
	}
	asOfFlag(cmd)
	return cmd
}

// refuse prints the problems that keep an edition from being made.
func refuse(cmd *cobra.Command, found problem.List) error {
	if found.Errors() == 0 {
		return nil
	}
	if err := problem.Print(cmd.ErrOrStderr(), found, tree.Project("."), colourful(cmd.ErrOrStderr())); err != nil {
		return exit{couldNotRun, err}
	}
	return exit{problems, fmt.Errorf("no edition was made: %s", found.Total())}
}

func create(ctx context.Context, cmd *cobra.Command, store *edition.Store, content edition.Content) error {
	done, err := store.Create(ctx, filepath.FromSlash(editionsFolder), content)
	if errors.Is(err, edition.ErrExists) {
		return exit{wrongUse, err}
	}
	if err != nil {
		return exit{couldNotRun, err}
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(),
		"edition of %s: %s files, %s bytes; %s objects are new, %s bytes\nmanifest: %s %s\n",
		done.Edition.Day, grouped(len(done.Edition.Files)), grouped(done.Edition.Size), grouped(done.Objects),
		grouped(done.Bytes),
		done.Edition.Path, done.Edition.Sum)
	return err
}

func (v vigie) editionListCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the editions, the oldest first",
		Example: "  vigie edition list",
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := v.theEditions(cmd)
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			fmt.Fprintln(table, "DAY\tFILES\tBYTES\tMANIFEST (SHA-256)")
			for _, e := range store.Editions() {
				fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", e.Day, grouped(len(e.Files)), grouped(e.Size), e.Sum)
			}
			return table.Flush()
		},
	}
}

func (v vigie) editionVerifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Compute every digest and the chain of the editions again",
		Long: `Compute the digest of every object and of every manifest again, and follow the
chain from one edition to the next. One altered byte is a fault, and the file that
holds it is named, with the files of the editions that it stands for.`,
		Example: "  vigie edition verify",
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, found, err := edition.Load(tree.Project("."), dataFolder)
			if err != nil {
				return exit{couldNotRun, err}
			}
			done, altered, err := store.Verify()
			if err != nil {
				return exit{couldNotRun, err}
			}
			found = append(found, altered...)
			if err := problem.Print(cmd.ErrOrStderr(), found, nil, colourful(cmd.ErrOrStderr())); err != nil {
				return exit{couldNotRun, err}
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s editions: %s files in %s objects (%s bytes): %s\n",
				grouped(done.Editions), grouped(done.Files), grouped(done.Objects), grouped(done.Bytes), found.Total())
			if found.Errors() > 0 {
				return exit{problems, nil}
			}
			return nil
		},
	}
}

// theEditions reads the manifests of the project, which must be sound.
func (v vigie) theEditions(cmd *cobra.Command) (*edition.Store, error) {
	store, found, err := edition.Load(tree.Project("."), dataFolder)
	if err != nil {
		return nil, exit{couldNotRun, err}
	}
	if found.Errors() > 0 {
		if err := problem.Print(cmd.ErrOrStderr(), found, nil, colourful(cmd.ErrOrStderr())); err != nil {
			return nil, exit{couldNotRun, err}
		}
		return nil, exit{problems, nil}
	}
	return store, nil
}
