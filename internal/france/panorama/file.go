package panorama

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"vigie/internal/collect/read/budget"
)

// ofFile reads an edition published as CSV, whatever its separator. Rows without
// any text are the margin of a spreadsheet.
func ofFile(taken *budget.Budget, content []byte) (table, error) {
	first, _, _ := bytes.Cut(content, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord = -1 // a row of another length is reported with its line
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';'
	}
	names, err := r.Read()
	if err != nil {
		return table{}, fmt.Errorf("reading the names of the columns: %w", err)
	}
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
	}
	var lines []int
	t := table{names: names, at: func(i int) string { return fmt.Sprintf("line %d", lines[i]) }}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return table{}, fmt.Errorf("reading the file: %w", err)
		}
		if slices.ContainsFunc(cells, func(c string) bool { return c != "" }) {
			line, _ := r.FieldPos(0)
			lines = append(lines, line)
			t.rows = append(t.rows, cells)
			if err := taken.Bytes(cellBytes * len(cells)); err != nil {
				return table{}, err
			}
		}
	}
}
