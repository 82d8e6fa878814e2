package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"vigie/internal/export"
)

// read reads a CSV file back, as any program would.
func read(t *testing.T, data []byte, d export.Dialect) [][]string {
	t.Helper()
	if d.Mark {
		rest, ok := bytes.CutPrefix(data, []byte("\ufeff"))
		if !ok {
			t.Fatal("no byte order mark")
		}
		data = rest
	}
	if n := bytes.Count(data, []byte("\n")); n != bytes.Count(data, []byte("\r\n")) {
		t.Error("a line does not end in CR LF")
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = d.Comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestBothDialectsHoldTheSameRows(t *testing.T) {
	_, data := real(t)
	for _, x := range append(made(t), data...) {
		standard, french := read(t, x.CSV(export.Standard), export.Standard), read(t, x.CSV(export.ExcelFrench), export.ExcelFrench)
		if len(standard) != x.Count+1 || len(french) != len(standard) {
			t.Fatalf("%s: %d rows, %d and %d lines", x.ID, x.Count, len(standard), len(french))
		}
		for i := range standard {
			for j := range standard[i] {
				want := standard[i][j]
				if i > 0 && x.Columns[j].Type == export.Number {
					want = strings.Replace(want, ".", ",", 1)
				}
				if french[i][j] != want {
					t.Errorf("%s, line %d, column %s: %q and %q", x.ID, i, x.Columns[j].Name, standard[i][j], french[i][j])
				}
			}
		}
	}
}

func TestJSONHoldsWhatCSVHolds(t *testing.T) {
	_, data := real(t)
	for _, x := range append(made(t), data...) {
		var file struct {
			Meta struct {
				Name, Attribution any
				Total             int
			}
			Rows []map[string]json.RawMessage
		}
		if err := json.Unmarshal(x.JSON(about), &file); err != nil {
			t.Fatalf("%s: %v", x.ID, err)
		}
		lines := read(t, x.CSV(export.Standard), export.Standard)[1:]
		if file.Meta.Total != len(lines) || len(file.Rows) != len(lines) {
			t.Fatalf("%s: %d lines of CSV, %d rows of JSON, total %d", x.ID, len(lines), len(file.Rows), file.Meta.Total)
		}
		for i, row := range file.Rows {
			for j, c := range x.Columns {
				if got, want := plain(row[c.Name]), strings.TrimPrefix(lines[i][j], "'"); got != want {
					t.Errorf("%s, row %d, %s: JSON %q, CSV %q", x.ID, i, c.Name, got, want)
				}
			}
		}
	}
}

// plain is a JSON value as CSV writes it.
func plain(raw json.RawMessage) string {
	var list []string
	var text string
	switch {
	case string(raw) == "null":
		return ""
	case json.Unmarshal(raw, &list) == nil:
		return strings.Join(list, export.Separator)
	case json.Unmarshal(raw, &text) == nil:
		return text
	}
	return string(raw)
}

func TestWordsNeverPassForFormulasAndNumbersStayNumbers(t *testing.T) {
	sources := read(t, table(t, made(t), "sources").CSV(export.ExcelFrench), export.ExcelFrench)
	if got := sources[2][1]; got != `'=HYPERLINK("https://example.org")` {
		t.Errorf("title %q", got)
	}
	series := string(table(t, made(t), "series").CSV(export.ExcelFrench))
	if !strings.Contains(series, ";-12,5;") || !strings.Contains(series, ";'-12,5 est une baisse.;") {
		t.Errorf("a negative number or a note that starts with a minus:\n%s", series)
	}
}

var forms = map[export.Type]*regexp.Regexp{
	export.Integer: regexp.MustCompile(`^-?[0-9]+$`),
	export.Number:  regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`),
	export.Boolean: regexp.MustCompile(`^(true|false)$`),
	export.Date:    regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`),
}

func TestEveryCellHasTheTypeOfItsColumn(t *testing.T) {
	_, data := real(t)
	for _, x := range append(made(t), data...) {
		for row := range x.Rows {
			for j, c := range x.Columns {
				if f := forms[c.Type]; f != nil && row[j].Text != "" && !f.MatchString(row[j].Text) {
					t.Errorf("%s, %s: %q is no %s", x.ID, c.Name, row[j].Text, c.Type)
				}
				if row[j].Text == "-" || c.Type != export.List && row[j].List != nil {
					t.Errorf("%s, %s: %+v", x.ID, c.Name, row[j])
				}
				for _, v := range row[j].List {
					if strings.Contains(v, export.Separator) {
						t.Errorf("%s, %s: %q holds the separator of lists", x.ID, c.Name, v)
					}
				}
			}
		}
	}
}
