package readers_test

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"strings"
)

// Workbooks that ask for far more than they hold.
const (
	inMain   = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	ofTable  = `<sheetData><row r="1"><c t="inlineStr"><is><t>code</t></is></c><c t="inlineStr"><is><t>nom</t></is></c></row>`
	endTable = `</sheetData>`
)

func manyCells(w io.Writer) {
	workbook(w, part{middle: strings.Repeat("<row>"+strings.Repeat("<c/>", 400)+"</row>", 10), times: 10_000, foot: endTable})
}

func farCells(w io.Writer) {
	workbook(w, part{middle: strings.Repeat(`<row><c t="str"><v>1</v></c><c/></row>`, 9) +
		`<row><c t="str"><v>1</v></c>` + strings.Repeat("<c/>", 16_000) + `<c><v>1</v></c></row>`, times: 2_000, foot: endTable})
}

func manyTexts(w io.Writer)  { texts(w, strings.Repeat(`<si><t>x</t></si>`, 1000), 12_000) }
func largeTexts(w io.Writer) { texts(w, `<si><t>`+strings.Repeat("x", 10_000)+`</t></si>`, 20_000) }
func oneText(w io.Writer)    { texts(w, strings.Repeat("x", 10_000), 20_000) }

func texts(w io.Writer, text string, times int) {
	workbook(w, part{foot: endTable}, part{"xl/sharedStrings.xml", "<sst" + inMain + ">", text, times, "</sst>"})
}

func manyMerged(w io.Writer) {
	workbook(w, part{head: endTable + `<mergeCells>`, middle: strings.Repeat(`<mergeCell ref="A2:B3"/>`, 100), times: 50_000, foot: `</mergeCells>`})
}

// fullWorkbook is one that takes nearly all that a document may.
func fullWorkbook(w io.Writer) {
	row := `<row>` + strings.Repeat(`<c t="s"><v>1</v></c>`, 40) + `</row>`
	workbook(w, part{middle: row, times: 60_000, foot: endTable + `<mergeCells>` + strings.Repeat(`<mergeCell ref="A100000:B100001"/>`, 500_000) + `</mergeCells>`},
		part{"xl/sharedStrings.xml", "<sst" + inMain + ">", strings.Repeat(`<si><t>a text</t></si>`, 1000), 2_200, "</sst>"})
}

func wideMerged(w io.Writer) {
	workbook(w, part{head: `<row><c><v>1</v></c></row>`, middle: strings.Repeat("<row><c/></row>", 1000), times: 1_000,
		foot: endTable + `<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`})
}

func longSheet(w io.Writer) {
	workbook(w, part{middle: strings.Repeat(" ", 1<<20), times: 1 << 10, foot: endTable})
}

func manyStyles(w io.Writer) {
	workbook(w, part{foot: endTable}, part{"xl/styles.xml", `<styleSheet` + inMain + `><cellXfs>`, strings.Repeat(`<xf numFmtId="14"/>`, 100), 50_000,
		`</cellXfs></styleSheet>`})
}

func manyParts(w io.Writer) {
	z := zip.NewWriter(w)
	for i := range 300_000 {
		_, _ = z.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i)})
	}
	z.Close()
}

// part is a part of a workbook, the middle of which is repeated.
type part struct {
	name, head, middle string
	times              int
	foot               string
}

// workbook writes a workbook of one sheet, with what stands below the names of its
// columns, and more parts.
func workbook(w io.Writer, table part, more ...part) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const of = ` xmlns="http://schemas.openxmlformats.org/package/2006/`
	link := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + office + "/" + kind + `" Target="` + target + `"/>`
	}
	all := []part{
		{name: "[Content_Types].xml", head: `<Types` + of + `content-types"/>`},
		{name: "_rels/.rels", head: `<Relationships` + of + `relationships">` + link("r", "officeDocument", "xl/workbook.xml") + `</Relationships>`},
		{name: "xl/workbook.xml", head: `<workbook` + inMain + ` xmlns:r="` + office + `">` +
			`<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{name: "xl/_rels/workbook.xml.rels", head: `<Relationships` + of + `relationships">` + link("r1", "worksheet", "worksheets/sheet1.xml") +
			link("r2", "styles", "styles.xml") + link("r3", "sharedStrings", "sharedStrings.xml") + `</Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet` + inMain + `>` + ofTable + table.head, table.middle, table.times, table.foot + "</worksheet>"},
	}
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, p := range append(all, more...) {
		out, err := z.Create(p.name)
		if err != nil {
			return
		}
		io.WriteString(out, p.head)
		times(out, p.times, p.middle)
		io.WriteString(out, p.foot)
	}
	z.Close()
}
