package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/sheet"
)

// made is a workbook that is made up, part by part.
type made map[string]string

const (
	spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relations   = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	kinds       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// workbook is one sheet, with what stands in its element worksheet.
func workbook(content string) made {
	return made{
		"_rels/.rels": links("officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml": `<workbook ` + spreadsheet + ` ` + relations + `>` +
			`<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": links("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml", "sharedStrings", "/xl/sharedStrings.xml"),
		"xl/worksheets/sheet1.xml":   `<worksheet ` + spreadsheet + `>` + content + `</worksheet>`,
	}
}

func links(pairs ...string) string {
	out := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i := 0; i < len(pairs); i += 2 {
		out += `<Relationship Id="rId` + string(rune('1'+i/2)) + `" Type="` + kinds + pairs[i] + `" Target="` + pairs[i+1] + `"/>`
	}
	return out + `</Relationships>`
}

// with adds a part, or puts it in the place of another.
func (m made) with(name, content string) made {
	out := maps.Clone(m)
	out[name] = content
	return out
}

// styled gives a workbook formats, numbered from 1.
func (m made) styled(codes ...string) made {
	formats, cells := "", `<xf numFmtId="0"/>`
	for i, c := range codes {
		id := string(rune('A' + i)) // any number does, and these are none that is built in
		formats += `<numFmt numFmtId="` + id + `" formatCode="` + escaped(c) + `"/>`
		cells += `<xf numFmtId="` + id + `"/>`
	}
	return m.with("xl/styles.xml", `<styleSheet `+spreadsheet+`><numFmts>`+formats+`</numFmts><cellXfs>`+cells+`</cellXfs></styleSheet>`)
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;").Replace(s)
}

func (m made) bytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(m)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, m[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// row is a row that was read, with copies of its cells.
type row struct {
	number int
	cells  []sheet.Cell
}

// read reads the first sheet of a workbook to its end.
func read(t testing.TB, content []byte, taken *budget.Budget) ([]row, []sheet.Aside, error) {
	t.Helper()
	book, err := sheet.Open(bytes.NewReader(content), int64(len(content)), taken)
	if err != nil {
		return nil, nil, err
	}
	var aside []sheet.Aside
	rows, err := book.Rows(book.Tabs[0], taken.Again(), func(a sheet.Aside) { aside = append(aside, a) })
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	var out []row
	for {
		r, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return out, aside, nil
		}
		if err != nil {
			return out, aside, err
		}
		out = append(out, row{r.Number, slices.Clone(r.Cells)})
	}
}

// cells reads a workbook that is sound, and gives the texts of its rows.
func cells(t testing.TB, m made) ([]string, []sheet.Aside) {
	t.Helper()
	rows, aside, err := read(t, m.bytes(t), budget.New(t.Context(), budget.Document()))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		var texts []string
		for _, c := range r.cells {
			texts = append(texts, c.Text)
		}
		out = append(out, strings.Join(texts, "|"))
	}
	return out, aside
}

// only is the one cell of a workbook.
func only(t testing.TB, m made) sheet.Cell {
	t.Helper()
	rows, _, err := read(t, m.bytes(t), budget.New(t.Context(), budget.Document()))
	if err != nil || len(rows) > 1 || len(rows) == 1 && len(rows[0].cells) != 1 {
		t.Fatalf("%v, %v: one cell was wanted", rows, err)
	}
	if len(rows) == 0 {
		return sheet.Cell{}
	}
	return rows[0].cells[0]
}
