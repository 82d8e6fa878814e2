package verify

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"vigie/internal/export"
)

// sheet is a table of a download, read by the names of its columns.
type sheet struct {
	head    []string
	columns map[string]int
	rows    [][]string
}

func readSheet(name string, raw []byte) (sheet, error) {
	if path.Ext(name) == ".json" {
		return jsonSheet(name, raw)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	if strings.HasSuffix(name, export.ExcelFrench.Suffix) {
		r.Comma = export.ExcelFrench.Comma
	}
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 {
		return sheet{}, fmt.Errorf("%s is no table: %w", name, err)
	}
	s := sheet{head: all[0], columns: map[string]int{}, rows: all[1:]}
	for i, c := range all[0] {
		s.columns[c] = i
	}
	return s, nil
}

// jsonSheet reads a table of objects: the rows of a table, or the points of a chart.
func jsonSheet(name string, raw []byte) (sheet, error) {
	var doc struct{ Rows, Points []map[string]any }
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&doc); err != nil {
		return sheet{}, fmt.Errorf("%s is no table: %w", name, err)
	}
	return sheetOf(append(doc.Rows, doc.Points...)), nil
}

// sheetOf is a table of objects that all have the same members.
func sheetOf(objects []map[string]any) sheet {
	s := sheet{columns: map[string]int{}}
	if len(objects) > 0 {
		s.head = slices.Sorted(maps.Keys(objects[0]))
	}
	for i, c := range s.head {
		s.columns[c] = i
	}
	for _, o := range objects {
		row := make([]string, len(s.head))
		for i, c := range s.head {
			if o[c] != nil {
				row[i] = fmt.Sprint(o[c])
			}
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// cell is a cell of a row by the name of its column; empty when there is none.
func (s sheet) cell(row []string, column string) string {
	if i, ok := s.columns[column]; ok && i < len(row) {
		return row[i]
	}
	return ""
}

// csvDifferences says which cells of two tables are not the same.
func csvDifferences(name string, found, want []byte) []Fault {
	f, err := readSheet(name, found)
	if err != nil {
		return []Fault{{File: name, What: "it cannot be read", Found: err.Error()}}
	}
	w, err := readSheet(name, want)
	if err != nil {
		return nil
	}
	if len(f.rows) != len(w.rows) {
		return []Fault{{File: name, What: "a table does not have as many rows as the data", Found: fmt.Sprint(len(f.rows)),
			Want: fmt.Sprint(len(w.rows))}}
	}
	var out []Fault
	for i, row := range w.rows {
		for at, column := range w.head {
			if got := f.cell(f.rows[i], column); got != row[at] {
				out = append(out,
					Fault{File: name, Figure: rowName(w, row),
						What:  fmt.Sprintf("a cell of a download is not that which the data make (row %d, %s)", i+1, column),
						Found: shortened(got), Want: shortened(row[at])})
			}
		}
	}
	return out
}

// rowName is what a row is about.
func rowName(s sheet, row []string) string {
	for _, column := range naming {
		if v := s.cell(row, column); v != "" {
			return v
		}
	}
	return row[0]
}
