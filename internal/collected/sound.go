package collected

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v4"
)

var columnName = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// CheckColumns says what is wrong with the columns of a reader; nothing when all
// is well.
func CheckColumns(columns []Column) error {
	seen, keys := map[string]bool{}, 0
	for _, c := range columns {
		switch {
		case !columnName.MatchString(c.Name):
			return fmt.Errorf("the column name %q is not in snake_case", c.Name)
		case slices.Contains(added, c.Name):
			return fmt.Errorf("the column name %q is one that collect adds", c.Name)
		case seen[c.Name]:
			return fmt.Errorf("two columns are named %q", c.Name)
		case !slices.Contains(Kinds(), c.Kind):
			return fmt.Errorf("the column %s is of the kind %q, which does not exist", c.Name, c.Kind)
		case c.Label.FR == "" || c.Label.EN == "":
			return fmt.Errorf("the column %s has no label in French and in English", c.Name)
		}
		seen[c.Name] = true
		if c.Key {
			keys++
		}
	}
	if keys == 0 {
		return errors.New("no column is a key")
	}
	return nil
}

var digest = regexp.MustCompile(`^[0-9a-f]{64}$`)

// unsound says what in a state cannot be.
func unsound(c *Collected, source string) string {
	s := c.State
	switch {
	case s.Source != source:
		return fmt.Sprintf("it speaks of the source %q", s.Source)
	case !slices.Contains(Standings(), s.Standing):
		return fmt.Sprintf("state: %q is not in the list", s.Standing)
	case (s.Standing == Good) != (s.Since.IsZero() && s.Code == "" && s.Reason.IsZero()):
		return "a source that is good has no reason, any other has a day, a code and a reason"
	}
	for _, d := range slices.Concat(s.Documents, s.Refused) {
		if !digest.MatchString(d.SHA256) {
			return fmt.Sprintf("sha256: %q is not a digest", d.SHA256)
		}
	}
	if err := CheckColumns(c.Columns); err != nil {
		return err.Error()
	}
	return ""
}

// disorder says which line is not where its key wants it, or has the key of
// another.
func disorder(c *Collected) (line int, what string) {
	for i := 1; i < len(c.Rows); i++ {
		before, here := Key(c.Columns, c.Rows[i-1].Cells), Key(c.Columns, c.Rows[i].Cells)
		switch order := slices.Compare(before, here); {
		case order == 0:
			return i + 2, fmt.Sprintf("two rows have the key %q", here)
		case order > 0:
			return i + 2, fmt.Sprintf("the row %q is not in its place", here)
		}
	}
	return 0, ""
}

// firstDifference gives the first line at which two files differ.
func firstDifference(a, b []byte) (line int, differs bool) {
	if bytes.Equal(a, b) {
		return 0, false
	}
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	return 1 + bytes.Count(a[:same], []byte("\n")), true
}

func lineOf(err error) int {
	var row lineError
	if errors.As(err, &row) {
		return row.line
	}
	var load *yaml.LoadError
	if errors.As(err, &load) {
		return load.Mark.Line
	}
	return 0
}
