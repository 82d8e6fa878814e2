package download_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigie/internal/export"
	"vigie/internal/export/book"
	"vigie/internal/export/database"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/verify/download"
)

// boats is a made-up table.
var boats = table([][]string{{"cutter", "1.50", "3", "2026-01-31", "true", "sail | oar", "=1+1"},
	{"barge", "-20", "", "", "false", "", "two\nlines"}})

func table(rows [][]string) export.Table {
	t := export.Table{ID: "boats", Title: lang.Name("Boats"), Count: len(rows)}
	for _, c := range []export.Column{{Name: "identifiant", Type: export.Text, Key: true},
		{Name: "valeur_min", Type: export.Number},
		{Name: "rang", Type: export.Integer}, {Name: "jour", Type: export.Date}, {Name: "actif", Type: export.Boolean},
		{Name: "moyens", Type: export.List}, {Name: "note", Type: export.Text}} {
		c.Label = lang.Name(c.Name)
		t.Columns = append(t.Columns, c)
	}
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, row := range rows {
			var cells []export.Cell
			for i, text := range row {
				c := export.Cell{Text: text}
				if t.Columns[i].Type == export.List && text != "" {
					c = export.Cell{List: strings.Split(text, " | ")}
				}
				cells = append(cells, c)
			}
			if !yield(cells) {
				return
			}
		}
	}
	return t
}

var about = export.About{Package: "boats", Name: lang.Name("Boats"), AsOf: cal.NewDay(2026, 11, 23),
	Languages: lang.Languages{lang.EN}}

// files are the table in each format that is read, by the name of the file.
func files(t *testing.T, of export.Table) map[string][]byte {
	t.Helper()
	var workbook, base bytes.Buffer
	if err := book.XLSX(&workbook, book.Book{Title: "Boats", Language: "en", Made: about.AsOf, Sheet: "boats", Table: of,
		Notes: []book.Notes{{Sheet: "Read me", Lines: [][2]string{{"Day of reference", "23 November 2026"}}}}}); err != nil {
		t.Fatal(err)
	}
	if err := database.Write(t.Context(), &base, t.TempDir(),
		database.Contents{About: about, Tables: []export.Table{of}}); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"boats.csv": of.CSV(export.Standard), "boats (1).excel-fr.csv": of.CSV(export.ExcelFrench),
		"boats.json": of.JSON(about), "boats.xlsx": workbook.Bytes(), "all.sqlite": base.Bytes()}
}

// read reads a file, which must be readable.
func read(t *testing.T, name string, content []byte) (download.File, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return download.Read(t.Context(),
		download.Source{Name: name, Body: bytes.NewReader(content), Size: int64(len(content)), Path: path})
}

// compared is what the only table of a file is beside the made-up one.
func compared(t *testing.T, name string, content []byte) download.Result {
	t.Helper()
	file, err := read(t, name, content)
	if err != nil || len(file.Sheets) != 1 {
		t.Fatalf("%s: %v, %d tables", name, err, len(file.Sheets))
	}
	found, ok := download.Nearest(file.Sheets[0], []export.Table{boats})
	if !ok {
		t.Fatalf("%s: no table has its columns: %q", name, file.Sheets[0].Head)
	}
	r, err := download.Compare(file.Sheets[0], found)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

func TestEachFormatOfATableIsThePublishedOne(t *testing.T) {
	for name, content := range files(t, boats) {
		if r := compared(t, name, content); len(r.Faults) > 0 || r.Rows != 2 || r.Numbers != 3 || r.Missing != 0 {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestAnAlteredNumberIsNamedInEachFormat(t *testing.T) {
	altered := table([][]string{{"cutter", "1.51", "3", "2026-01-31", "true", "sail | oar", "=1+1"}})
	for name, content := range files(t, altered) {
		r := compared(t, name, content)
		if len(r.Faults) != 1 || r.Missing != 1 {
			t.Errorf("%s: %+v", name, r)
			continue
		}
		f := r.Faults[0]
		if f.Key != "identifiant cutter" || f.Column != "valeur_min" || strings.Replace(f.Found, ",", ".", 1) != "1.51" ||
			f.Published != "1.50" || f.Row == 0 {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

func TestWhatIsNotPublishedIsNamed(t *testing.T) {
	for name, test := range map[string]struct{ content, want string }{
		"a row": {"identifiant,valeur_min\nraft,1\n", "no published row has this key"},
		"a row for the second time": {"identifiant,valeur_min\ncutter,1.5\ncutter,1.5\n",
			"no published row has this key"},
		"a column": {"identifiant,valeur_min,valeur_max\ncutter,1.5,2\n",
			"no published column has this name"},
		"a number where there is none":    {"identifiant,rang\nbarge,0\n", "not the published value"},
		"nothing where there is a number": {"identifiant,rang\ncutter,\n", "not the published value"},
	} {
		t.Run(name, func(t *testing.T) {
			if r := compared(t, "boats.csv", []byte(test.content)); len(r.Faults) != 1 || r.Faults[0].What != test.want {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestAPartOfATableIsPublishedToo(t *testing.T) {
	if r := compared(t, "part.csv", []byte("identifiant,valeur_min\nbarge,-20.0\n")); len(r.Faults) > 0 || r.Missing != 1 {
		t.Errorf("%+v", r)
	}
}

func TestRowsThatNothingDistinguishesAreNotCompared(t *testing.T) {
	file, err := read(t, "boats.csv", []byte("valeur_min,rang\n1,2\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := download.Compare(file.Sheets[0], boats); err == nil || !strings.Contains(err.Error(), "identifiant") {
		t.Errorf("without its key: %v", err)
	}
}

func TestTheResultOfAFormulaIsNoPublishedValue(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, part := range map[string]string{
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="boats" sheetId="1" r:id="r"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="s.xml"/></Relationships>`,
		"xl/s.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
			`<row r="1"><c r="A1" t="inlineStr"><is><t>identifiant</t></is></c><c r="B1" t="inlineStr"><is><t>valeur_min</t></is></c></row>` +
			`<row r="2"><c r="A2" t="inlineStr"><is><t>cutter</t></is></c><c r="B2"><f>RAND()</f><v>1.5</v></c></row></sheetData></worksheet>`,
	} {
		p, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if r := compared(t, "boats.xlsx", b.Bytes()); len(r.Faults) != 1 || !strings.Contains(r.Faults[0].What, "formula") {
		t.Errorf("%+v", r)
	}
}

func TestAFileThatIsNotWhatItsNameSaysIsRefused(t *testing.T) {
	for name, content := range map[string]string{
		"a.csv": "", "a.json": `[[[[[[[[[[[[1]]]]]]]]]]]]`, "b.json": `{"rows": [{"a": 1, "a": 2}]}`,
		"c.json": `{"rows": [1]}`,
		"a.xlsx": "PK\x03\x04 no archive", "a.sqlite": "no database at all",
		"b.sqlite":  "SQLite format 3\x00 and nothing else",
		"a.parquet": "PAR1",
	} {
		if _, err := read(t, name, []byte(content)); err == nil {
			t.Errorf("%s is read: %q", name, content)
		}
	}
}

func TestAFileSaysItsDay(t *testing.T) {
	for name, content := range files(t, boats) {
		file, err := read(t, name, content)
		if err != nil {
			t.Fatal(err)
		}
		dated := slices.ContainsFunc(file.Said, func(l [2]string) bool {
			return strings.Contains(l[1], "2026-11-23") || strings.Contains(l[1], "23 November 2026")
		})
		if csv := strings.HasSuffix(name, ".csv"); dated == csv {
			t.Errorf("%s says %q", name, file.Said)
		}
	}
}
