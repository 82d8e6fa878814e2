package corpus

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// readCollected reads the files that `vigie collect` wrote. A source whose files
// have a fault is left out, as there is nothing to rely on, and its fault is reported.
func (c *Corpus) readCollected(fsys fs.FS) (problem.List, error) {
	dir := path.Join(c.root, "collected")
	sources, err := collected.Sources(fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("reading what was collected: %w", err)
	}
	var found problem.List
	for _, source := range sources {
		one, problems, err := collected.Read(fsys, dir, source)
		if err != nil {
			return nil, fmt.Errorf("reading what was collected: %w", err)
		}
		found = append(found, problems...)
		if problems.Errors() == 0 {
			c.Collected = append(c.Collected, one)
		}
	}
	accepted, err := collected.AcceptedSources(fsys, dir)
	if err != nil {
		return nil, err
	}
	for _, source := range accepted {
		_, problems, err := collected.Accepted(fsys, dir, source)
		if err != nil {
			return nil, err
		}
		found = append(found, problems...)
		if !slices.Contains(c.IDs(record.Sources), source) {
			found = append(found,
				problem.Problem{Place: problem.Place{File: path.Join(dir, collected.AcceptedFile(source))}, Severity: problem.Error,
					Rule: collected.Rule, Message: fmt.Sprintf("there is no source %q of which anything could be accepted", source)})
		}
	}
	return found, nil
}
