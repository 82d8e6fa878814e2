package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/google/renameio/v2"

	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/corpus/builtin"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// bring writes what an older project lacks of what its program had built in, or names it.
func (v vigie) bring(w io.Writer, project fs.FS, write bool) (builtin.Plan, error) {
	if _, err := fs.Stat(project, config.File); errors.Is(err, fs.ErrNotExist) {
		return builtin.Plan{}, nil // a folder of records alone, which no site is made of
	}
	c, found, err := config.Load(project, nil, v.country.Settings...)
	if err != nil {
		return builtin.Plan{}, exit{couldNotRun, err}
	}
	if found.Errors() > 0 {
		return builtin.Plan{}, nil // vigie check finds what is wrong with it
	}
	plan, err := builtin.Lacking(project, v.country.BuiltIn, dataFolder, c.Languages)
	if err != nil {
		return plan, exit{couldNotRun, err}
	}
	why := ""
	if write {
		if err := writeNew(plan.Files); err != nil {
			return plan, exit{couldNotRun, err}
		}
	} else {
		why = ": an older program had it built in, run vigie fmt --upgrade"
	}
	for _, f := range plan.Files {
		if _, err := fmt.Fprintln(w, f.Path+why); err != nil {
			return plan, exit{couldNotRun, err}
		}
	}
	return plan, nil
}

// bid prints what a person should look at in a project that was brought up.
func bid(w io.Writer, plan builtin.Plan, written bool) error {
	if len(plan.Files) == 0 {
		return nil
	}
	if err := problem.Print(w, plan.Left, os.DirFS("."), colourful(w)); err != nil {
		return exit{couldNotRun, err}
	}
	if !written || !plan.Older {
		return nil
	}
	const last = "The project has the form of today. What rules that came since ask of its records, vigie check says.\n"
	if _, err := io.WriteString(w, last); err != nil {
		return exit{couldNotRun, err}
	}
	return nil
}

// writeNew writes files, with their folders. The lists of a project that had none come
// at once and last: a run that is killed before leaves a project that counts as older.
func writeNew(files []corpus.Rewrite) error {
	lists := path.Join(dataFolder, string(record.Vocabularies))
	_, err := os.Stat(lists)
	whole := errors.Is(err, fs.ErrNotExist)
	aside := ""
	for _, f := range files {
		target := filepath.FromSlash(f.Path)
		if whole && path.Dir(f.Path) == lists {
			if aside == "" {
				if aside, err = os.MkdirTemp(".", ".lists-"); err != nil {
					return err
				}
				defer os.RemoveAll(aside)
			}
			target = filepath.Join(aside, path.Base(f.Path))
		} else if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := renameio.WriteFile(target, f.Content, 0o644); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
	}
	if aside == "" {
		return nil
	}
	if err := os.Chmod(aside, 0o755); err != nil {
		return err
	}
	return os.Rename(aside, filepath.FromSlash(lists))
}
