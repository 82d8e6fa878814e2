package collected

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigie/internal/value/problem"
)

// Rule is the name under which problems of these files are reported.
const Rule = "collected"

const (
	tableEnd = ".csv"
	stateEnd = ".state.yaml"
)

// Files are the names of the two files of a source.
func Files(source string) (table, state string) { return source + tableEnd, source + stateEnd }

// Sources lists the sources of a folder, by name. A folder that does not exist
// has none.
func Sources(fsys fs.FS, dir string) ([]string, error) { return named(fsys, dir, stateEnd) }

// named lists what stands before an ending in the names of a folder.
func named(fsys fs.FS, dir, ending string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading what was collected: %w", err)
	}
	var out []string
	for _, e := range entries {
		if source, ok := strings.CutSuffix(e.Name(), ending); ok {
			out = append(out, source)
		}
	}
	slices.Sort(out)
	return out, nil
}

// Encode gives the bytes of the two files.
func (c *Collected) Encode() (table, state []byte) { return encodeTable(c), encodeState(c) }

// Read reads the two files of a source, strictly: what Encode would not have
// written is a problem, and then there is nothing to rely on. The error is about
// the file system only; fs.ErrNotExist says that nothing was collected.
func Read(fsys fs.FS, dir, source string) (*Collected, problem.List, error) {
	tableName, stateName := Files(source)
	tableName, stateName = path.Join(dir, tableName), path.Join(dir, stateName)
	stateBytes, err := fs.ReadFile(fsys, stateName)
	if err != nil {
		return nil, nil, fmt.Errorf("reading what was collected: %w", err)
	}
	tableBytes, err := fs.ReadFile(fsys, tableName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, problem.List{fault(source, stateName, 0, fmt.Sprintf("it stands without %s", tableName))}, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading what was collected: %w", err)
	}
	c := &Collected{}
	if c.State, c.Columns, err = decodeState(stateBytes); err != nil {
		return nil, problem.List{fault(source, stateName, lineOf(err), err.Error())}, nil
	}
	if what := unsound(c, source); what != "" {
		return nil, problem.List{fault(source, stateName, 0, what)}, nil
	}
	if c.Rows, err = decodeTable(tableBytes, c.Columns); err != nil {
		return nil, problem.List{fault(source, tableName, lineOf(err), err.Error())}, nil
	}
	if line, what := disorder(c); what != "" {
		return nil, problem.List{fault(source, tableName, line, what)}, nil
	}
	table, state := c.Encode()
	if line, differs := firstDifference(stateBytes, state); differs {
		return nil, problem.List{fault(source, stateName, line, "it is not as vigie collect writes it")}, nil
	}
	if line, differs := firstDifference(tableBytes, table); differs {
		return nil, problem.List{fault(source, tableName, line, "it is not as vigie collect writes it")}, nil
	}
	return c, nil, nil
}

func fault(source, file string, line int, what string) problem.Problem {
	return problem.Problem{Place: problem.Place{File: file, Line: line}, Severity: problem.Error, Rule: Rule,
		Message: what,
		Hint:    "only vigie collect writes here; vigie collect --replay " + source + " makes it again from the snapshots"}
}
