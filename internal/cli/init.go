package cli

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"vigie/internal/value/lang"
)

// starter is the made-up observatory that init writes: each file is a template of
// package text/template between <% and %>, so that a text stands beside its
// translation, and a copy of a source is left as it is.
//
//go:embed all:starter
var starter embed.FS

func initCommand() *cobra.Command {
	var language string
	cmd := &cobra.Command{
		Use:   "init FOLDER",
		Short: "Write a small made-up observatory, to be replaced by your own",
		Long: `Write a small observatory into a folder that is not there yet, or is empty: about
ten records, a list that a recipe reads, two charts, three pages. All of it is made
up, and its files say what to put in their place. It checks, builds and verifies as
it stands.`,
		Example: `  vigie init my-observatory
  vigie init mon-observatoire --language fr`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return exit{wrongUse, errors.New("init wants one folder, such as: vigie init my-observatory")}
			}
			return runInit(cmd, args[0], lang.Lang(language))
		},
	}
	cmd.Flags().StringVar(&language, "language", string(lang.EN),
		"`LANGUAGE` that the site and its files are written in: en or fr")
	return cmd
}

func runInit(cmd *cobra.Command, folder string, l lang.Lang) error {
	if l != lang.EN && l != lang.FR {
		return exit{wrongUse, fmt.Errorf("--language is en or fr, not %q", l)}
	}
	if err := empty(folder); err != nil {
		return exit{couldNotRun, err}
	}
	files, err := started(l)
	if err != nil {
		return exit{couldNotRun, err}
	}
	for _, f := range files {
		whole := filepath.Join(folder, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(whole), 0o755); err != nil {
			return exit{couldNotRun, fmt.Errorf("init: %w", err)}
		}
		if err := os.WriteFile(whole, f.content, 0o644); err != nil {
			return exit{couldNotRun, fmt.Errorf("init: %w", err)}
		}
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), `%d files in %s: a small observatory, all of it made up

  cd %s
  vigie check          says what should be mended: nothing yet
  vigie serve          the site, at http://127.0.0.1:8080/, anew at each change
  vigie build          the site, in public/
  vigie verify         proves every number in it

Then read README.md there: what to replace, and in which order.
`, len(files), folder, folder)
	return err
}

// empty wants a folder that is not there, or in which nothing is but the folder of
// git.
func empty(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	for _, e := range entries {
		if e.Name() != ".git" {
			return fmt.Errorf("%s is not empty: it holds %s. Give a folder that is not there yet", folder, e.Name())
		}
	}
	return nil
}

// startedFile is one file of the made-up observatory.
type startedFile struct {
	name    string // from the folder, with slashes
	content []byte
}

// started are the files of the made-up observatory in a language.
func started(l lang.Lang) ([]startedFile, error) {
	in := func(en, fr string) string {
		if l == lang.FR {
			return fr
		}
		return en
	}
	words := template.FuncMap{
		"in":   in,
		"note": func(en, fr string) string { return "# " + in(en, fr) },
		"text": func(en, fr string) string { return fmt.Sprintf("{%s: %q}", l, in(en, fr)) },
		// as collect writes it
		"label":    func(en, fr string) string { return fmt.Sprintf("{fr: %q, en: %[1]q}", in(en, fr)) },
		"language": func() lang.Lang { return l },
	}
	var out []startedFile
	err := fs.WalkDir(starter, "starter", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := fs.ReadFile(starter, name)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name, "starter/")
		if other := "content/" + string(otherThan(l)) + "/"; strings.HasPrefix(name, other) {
			return nil
		}
		if !asItIs(name) {
			if content, err = filled(name, content, words); err != nil {
				return err
			}
		}
		if path.Base(name) == "gitignore" { // under its own name it would keep files of ours out of git
			name = path.Join(path.Dir(name), ".gitignore")
		}
		out = append(out, startedFile{name, content})
		return nil
	})
	return out, err
}

// otherThan is the language of the starting files that a site does not have.
func otherThan(l lang.Lang) lang.Lang {
	if l == lang.FR {
		return lang.EN
	}
	return lang.FR
}

// asItIs says whether a file is a copy of a source: its digest is that of its bytes.
func asItIs(name string) bool {
	return strings.HasPrefix(name, "saved/") || strings.HasPrefix(name, "data/snapshots/")
}

func filled(name string, content []byte, words template.FuncMap) ([]byte, error) {
	t, err := template.New(name).Delims("<%", "%>").Funcs(words).Parse(string(content))
	if err != nil {
		return nil, fmt.Errorf("init: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, nil); err != nil {
		return nil, fmt.Errorf("init: %w", err)
	}
	return b.Bytes(), nil
}
