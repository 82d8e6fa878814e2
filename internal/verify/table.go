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
	"vigie/internal/figure"
	"vigie/internal/quantity"
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
	objects := append(doc.Rows, doc.Points...)
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
	return s, nil
}

// cell is a cell of a row by the name of its column; empty when there is none.
func (s sheet) cell(row []string, column string) string {
	if i, ok := s.columns[column]; ok && i < len(row) {
		return row[i]
	}
	return ""
}

// known is a value with the identifier that stands beside it.
type known struct {
	id    string
	value quantity.Value
	has   bool
}

// valued columns of the tables: where a value stands, and what it is a value of.
var valuedColumns = map[string][]struct {
	value string // without _min and _max
	of    func(t *truth, s sheet, row []string) known
}{
	"affirmations": {{"valeur", claimIn("identifiant")}},
	"series":       {{"valeur_publiee", figureIn("observation", "")}, {"valeur", claimIn("affirmation")}},
	"indicateurs":  {{"valeur", figureIn("chiffre", "")}},
	"calculs":      {{"valeur", figureIn("identifiant", "calculation/")}},
	"engagements":  {{"valeur_promise", promised}, {"valeur_mesuree", figureIn("observation", "")}},
}

func claimIn(column string) func(*truth, sheet, []string) known {
	return func(t *truth, s sheet, row []string) known {
		c := t.data.Claim(s.cell(row, column))
		if c == nil || c.Told() == nil {
			return known{id: s.cell(row, column)}
		}
		return known{c.ID, *c.Told(), true} // what the source says, corrected or not
	}
}

func figureIn(column, before string) func(*truth, sheet, []string) known {
	return func(t *truth, s sheet, row []string) known { return ofFigure(t.figures, before+s.cell(row, column)) }
}

func ofFigure(figures map[string]figure.Figure, id string) known {
	f, ok := figures[id]
	return known{id, f.Value, ok && f.Known()}
}

// promised is the number of a commitment: that of the claim that makes it.
func promised(t *truth, s sheet, row []string) known {
	for _, c := range t.data.Commitments {
		if c.ID == s.cell(row, "identifiant") {
			return known{c.ID, c.Promised.Value, c.Promised.Known()}
		}
	}
	return known{id: s.cell(row, "identifiant")}
}

// tableValues checks the values of a table of the data.
func tableValues(t *truth, name string, raw []byte, report *Report) {
	base, _, _ := strings.Cut(path.Base(name), ".")
	columns := valuedColumns[base]
	if len(columns) == 0 {
		return
	}
	s, err := readSheet(name, raw)
	if err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	for _, row := range s.rows {
		for _, c := range columns {
			k := c.of(t, s, row)
			for _, end := range []struct {
				suffix string
				want   quantity.Decimal
			}{{"_min", k.value.Low}, {"_max", k.value.High}} {
				checkCell(report, name, c.value+end.suffix, s.cell(row, c.value+end.suffix), k.id, end.want, k.has)
			}
		}
	}
}

// chartValues checks the points of a chart: each names its figure.
func chartValues(t *truth, name string, raw []byte, report *Report) {
	s, err := readSheet(name, raw)
	if err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	for _, row := range s.rows {
		k := ofFigure(t.figures, s.cell(row, "preuve"))
		sense := k.value.Sense
		checkCell(report, name, "valeur_min", s.cell(row, "valeur_min"), k.id, k.value.Low, k.has && sense != quantity.AtMost)
		checkCell(report, name, "valeur_max", s.cell(row, "valeur_max"), k.id, k.value.High, k.has && sense != quantity.AtLeast && sense != quantity.Over)
	}
}

func checkCell(report *Report, file, column, found, id string, value quantity.Decimal, has bool) {
	want := ""
	if has {
		want = value.Trim(0).String()
	}
	found = strings.Replace(found, ",", ".", 1) // the decimal mark of a French spreadsheet
	if found == "" && want == "" {
		return
	}
	if !report.Values.check(found == want && id != "") {
		report.Faults = append(report.Faults, Fault{File: file, Figure: id, What: "a value of a download is not that of the data (" + column + ")", Found: found, Want: want})
	}
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
		return []Fault{{File: name, What: "a table does not have as many rows as the data", Found: fmt.Sprint(len(f.rows)), Want: fmt.Sprint(len(w.rows))}}
	}
	var out []Fault
	for i, row := range w.rows {
		for at, column := range w.head {
			if got := f.cell(f.rows[i], column); got != row[at] {
				out = append(out, Fault{File: name, Figure: rowName(w, row), What: fmt.Sprintf("a cell of a download is not that which the data make (row %d, %s)", i+1, column), Found: shortened(got), Want: shortened(row[at])})
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
