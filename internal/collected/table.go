package collected

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"

	"vigie/internal/value/cal"
)

// encodeTable writes the rows, which are sorted.
func encodeTable(c *Collected) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b) // a buffer takes everything
	w.Write(header(c.Columns))
	for _, r := range c.Rows {
		w.Write(append(slices.Clone(r.Cells), r.FirstSeen.String(), r.GoneSince.String(), r.Snapshot, r.At))
	}
	w.Flush()
	return b.Bytes()
}

func header(columns []Column) []string {
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	return append(names, added...)
}

// lineError is a fault in one line of a file.
type lineError struct {
	line int
	what string
}

func (e lineError) Error() string { return e.what }

// decodeTable reads what encodeTable wrote for these columns.
func decodeTable(src []byte, columns []Column) ([]Row, error) {
	r := csv.NewReader(bytes.NewReader(src))
	r.FieldsPerRecord = len(columns) + len(added)
	names, err := r.Read()
	if err != nil {
		return nil, atLine(err)
	}
	if want := header(columns); !slices.Equal(names, want) {
		return nil, lineError{1, fmt.Sprintf("its columns are %q, the state says %q", names, want)}
	}
	lines, err := r.ReadAll()
	if err != nil {
		return nil, atLine(err)
	}
	var rows []Row
	n := len(columns)
	for i, cells := range lines {
		row := Row{Cells: cells[:n:n], Snapshot: cells[n+2], At: cells[n+3]}
		if err := errors.Join(day(&row.FirstSeen, cells[n]), day(&row.GoneSince, cells[n+1])); err != nil {
			return nil, lineError{i + 2, err.Error()}
		}
		for j, c := range columns {
			if canonical, ok := c.Kind.Canonical(cells[j]); !ok || canonical != cells[j] {
				return nil, lineError{i + 2,
					fmt.Sprintf("%s: %q is not %s as it is written here", c.Name, cells[j], c.Kind.Wanted())}
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func day(d *cal.Day, cell string) (err error) {
	if cell != "" {
		*d, err = cal.ParseDay(cell)
	}
	return err
}

func atLine(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return lineError{parse.Line, parse.Err.Error()}
	}
	return lineError{1, err.Error()}
}
