package corpus

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"vigie/internal/corpus/upgrade"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// Upgraded gives the form of today of the files under root that are in an older
// format. A file that no step can rewrite safely is left alone, with a problem. Gained
// are lists that the project will have beside its own.
func Upgraded(fsys fs.FS, root string, gained ...record.Vocabulary) ([]Rewrite, problem.List, error) {
	files, _, err := list(fsys, root)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the folder of the data: %w", err)
	}
	words := &Corpus{spots: map[record.Ref][]spot{}}
	lists := slices.DeleteFunc(slices.Clone(files), func(f file) bool { return f.kind != record.Vocabularies })
	if _, err := words.read(fsys, lists, nil); err != nil {
		return nil, nil, err
	}
	words.Borrow(gained)
	var out []Rewrite
	var found problem.List
	for _, f := range files {
		before, err := fs.ReadFile(fsys, f.path)
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", f.path, err)
		}
		after, err := upgrade.File(words.Steps(), strings.TrimPrefix(f.path, root+"/"), before)
		if err != nil {
			found = append(found, problem.Problem{Place: problem.Place{File: f.path, Line: 1, Col: 1}, Severity: problem.Error,
				Rule: RuleFile, Message: fmt.Sprintf("the file is in an older format, and is left as it is: %v", err),
				Hint: "write it by hand as doc/format.md has it"})
			continue
		}
		if !bytes.Equal(before, after) {
			out = append(out, Rewrite{f.path, after})
		}
	}
	return out, found, nil
}

// Steps are those that bring an older format to that of this corpus.
func (c *Corpus) Steps() []upgrade.Step { return upgrade.Steps(c.Words()) }
