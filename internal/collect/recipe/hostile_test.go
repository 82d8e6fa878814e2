package recipe_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"testing"
)

// hostile are workbooks that ask for far more than they hold. They are harmless, and
// made here.
func hostile(t testing.TB) map[string][]byte {
	t.Helper()
	head := `<sheetData><row r="1"><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>`
	return map[string][]byte{
		"40 million cells": packed(t, nil, head, strings.Repeat("<row>"+strings.Repeat("<c/>", 400)+"</row>", 10), 10_000, `</sheetData>`),
		"cells far to the right": packed(t, nil, head, strings.Repeat(`<row><c t="str"><v>1</v></c><c/></row>`, 9)+
			`<row><c t="str"><v>1</v></c>`+strings.Repeat("<c/>", 16_000)+`<c><v>1</v></c></row>`, 2_000, `</sheetData>`),
		"12 million texts":       packed(t, texts(`<si><t>x</t></si>`, 12_000_000), head, "", 0, `</sheetData>`),
		"texts of 200 MB":        packed(t, texts(`<si><t>`+strings.Repeat("x", 10_000)+`</t></si>`, 20_000), head, "", 0, `</sheetData>`),
		"one text of 200 MB":     packed(t, texts(strings.Repeat("x", 10_000), 20_000), head, "", 0, `</sheetData>`),
		"5 million merged cells": packed(t, nil, head+`</sheetData><mergeCells>`, strings.Repeat(`<mergeCell ref="A2:B3"/>`, 100), 50_000, `</mergeCells>`),
		"one cell over the whole sheet": packed(t, nil, head+`<row><c><v>1</v></c></row>`, strings.Repeat("<row><c/></row>", 1000), 1_000,
			`</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`),
		"a sheet of 10 GB":   packed(t, nil, head, strings.Repeat(" ", 1<<20), 1<<10, `</sheetData>`),
		"300 thousand parts": parts(t, 300_000),
		"5 million styles":   packed(t, part{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>`, strings.Repeat(`<xf numFmtId="14"/>`, 100), 50_000, `</cellXfs></styleSheet>`}, head, "", 0, `</sheetData>`),
		"2 million number formats": packed(t, part{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>`, strings.Repeat(`<numFmt numFmtId="1" formatCode="0"/>`, 100), 20_000, `</numFmts></styleSheet>`},
			head, "", 0, `</sheetData>`),
	}
}

// part is a part of a workbook, the middle of which is repeated.
type part struct {
	name, head, middle string
	times              int
	foot               string
}

func texts(one string, times int) part {
	some := strings.Repeat(one, 1000)
	if len(one) >= 10_000 {
		return part{"xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`, one, times, "</sst>"}
	}
	return part{"xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`, some, times / 1000, "</sst>"}
}

func packed(t testing.TB, more any, head, middle string, times int, foot string) []byte {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const of = ` xmlns="http://schemas.openxmlformats.org/package/2006/`
	link := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + office + "/" + kind + `" Target="` + target + `"/>`
	}
	all := []part{
		{name: "[Content_Types].xml", head: `<Types` + of + `content-types"/>`},
		{name: "_rels/.rels", head: `<Relationships` + of + `relationships">` + link("r", "officeDocument", "xl/workbook.xml") + `</Relationships>`},
		{name: "xl/workbook.xml", head: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `">` +
			`<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{name: "xl/_rels/workbook.xml.rels", head: `<Relationships` + of + `relationships">` + link("r1", "worksheet", "worksheets/sheet1.xml") +
			link("r2", "styles", "styles.xml") + link("r3", "sharedStrings", "sharedStrings.xml") + `</Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + head, middle, times, foot + "</worksheet>"},
	}
	if p, ok := more.(part); ok {
		all = append(all, p)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, p := range all {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range append([]string{p.head}, repeated(p.middle, p.times, p.foot)...) {
			if _, err := io.WriteString(w, text); err != nil {
				t.Fatal(i, err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func repeated(text string, times int, last string) []string {
	out := make([]string, times, times+1)
	for i := range out {
		out[i] = text
	}
	return append(out, last)
}

// parts is an archive of so many empty parts.
func parts(t testing.TB, n int) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range n {
		if _, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
