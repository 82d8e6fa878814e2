package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/record/schema"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

func schemasCommand() *cobra.Command {
	var only bool
	cmd := &cobra.Command{
		Use:   "schemas",
		Short: "Write the JSON Schemas of data/, with the words of this site",
		Long: `Write doc/schemas, which editors complete and check by while one types. Keys and forms are
those of the program, words those of data/vocabulary: write them again when it changes.`,
		Example: `  vigie schemas
  vigie schemas --check    names the schemas that would change, and changes none`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runSchemas(cmd, only) },
	}
	cmd.Flags().BoolVar(&only, "check", false,
		"name the schemas that would change, change none, and exit with 1 if there are any")
	return cmd
}

func runSchemas(cmd *cobra.Command, only bool) error {
	w, project := cmd.OutOrStdout(), tree.Project(".")
	c, _, err := config.Load(project, cmd.Flags())
	if err != nil {
		return exit{couldNotRun, err}
	}
	read, found, err := corpus.Load(project, dataFolder, c.Languages)
	if err != nil {
		return exit{couldNotRun, err}
	}
	var inWords problem.List
	for _, p := range found { // what is wrong elsewhere changes no schema
		if path.Base(path.Dir(p.File)) == string(record.Vocabularies) {
			inWords = append(inWords, p)
		}
	}
	if err := problem.Print(w, inWords, project, colourful(w)); err != nil {
		return exit{couldNotRun, err}
	}
	if inWords.Errors() > 0 {
		return exit{problems, nil}
	}
	changed := 0
	for _, k := range schema.Kinds() {
		text, err := schema.Of(k, read.Words())
		if err != nil {
			return exit{couldNotRun, err}
		}
		old, err := fs.ReadFile(tree.Folder("."), schema.File(k))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return exit{couldNotRun, err}
		}
		if bytes.Equal(old, text) {
			continue
		}
		changed++
		if !only {
			if err := put(schema.File(k), text); err != nil {
				return exit{couldNotRun, err}
			}
		}
		if _, err := fmt.Fprintln(w, schema.File(k)); err != nil {
			return exit{couldNotRun, err}
		}
	}
	if only && changed > 0 {
		return exit{problems, nil}
	}
	return nil
}

// put writes a file whole or not at all, with the folder that it stands in.
func put(name string, text []byte) error {
	file := filepath.FromSlash(name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err := renameio.WriteFile(file, text, 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
