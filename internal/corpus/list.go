package corpus

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// besides are what stands in data/ that is not a record: corrections, filters, letters, and
// what extractors and archives write.
var besides = []string{"collected", "editions", "filters", "letters", "snapshots", correctionsFile, "README.md"}

var identifier = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// list finds the files to read, sorted, and what should not be in the folder.
func list(fsys fs.FS, root string) ([]file, problem.List, error) {
	entries, err := fs.ReadDir(fsys, root)
	if err != nil {
		return nil, nil, err
	}
	var stray problem.List
	for _, e := range entries {
		if slices.Contains(besides, e.Name()) {
			continue
		}
		if !slices.Contains(record.Kinds(), record.Kind(e.Name())) {
			p := problem.Problem{Place: problem.Place{File: path.Join(root, e.Name())}, Severity: problem.Error,
				Rule: RuleIdentifier, Message: fmt.Sprintf("%q is not a kind of record", e.Name())}
			if near, ok := problem.Nearest(e.Name(), kindNames()); ok {
				p.Hint = fmt.Sprintf("did you mean %s?", near)
			}
			stray = append(stray, p)
		}
	}
	var files []file
	for _, k := range record.Kinds() {
		dir := path.Join(root, string(k))
		inside, err := fs.ReadDir(fsys, dir)
		if err != nil {
			if i := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return e.Name() == string(k) }); i < 0 {
				continue // a kind without any record has no folder
			}
			return nil, nil, err
		}
		for _, e := range inside {
			name := path.Join(dir, e.Name())
			if fault, hint := misnamed(e); fault != "" {
				stray = append(stray, problem.Problem{Place: problem.Place{File: name}, Severity: problem.Error,
					Rule: RuleIdentifier, Message: fault, Hint: hint})
				if e.IsDir() || path.Ext(e.Name()) != ".yaml" {
					continue
				}
			}
			files = append(files, file{kind: k, path: name})
		}
	}
	slices.SortStableFunc(files, func(a, b file) int { // "eur" before "eur-per-year", as the full names are not
		return cmp.Or(cmp.Compare(slices.Index(record.Kinds(), a.kind), slices.Index(record.Kinds(), b.kind)),
			cmp.Compare(a.id(), b.id()))
	})
	return files, stray, nil
}

func misnamed(e fs.DirEntry) (fault, hint string) {
	id, yaml := strings.CutSuffix(e.Name(), ".yaml")
	switch {
	case e.IsDir():
		return "a folder stands where records are files", "records of a kind stand side by side in one folder"
	case !yaml:
		return fmt.Sprintf("%q is not the name of a record", e.Name()), "records are files that end in .yaml"
	case !identifier.MatchString(id):
		return fmt.Sprintf("the identifier %q is not made of a-z, 0-9 and single hyphens", id),
			"identifiers are for ever and stand in addresses: region-bretagne, not Région_Bretagne"
	}
	return "", ""
}

func kindNames() []string {
	var names []string
	for _, k := range record.Kinds() {
		names = append(names, string(k))
	}
	return names
}
