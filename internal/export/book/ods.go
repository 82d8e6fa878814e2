package book

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"vigie/internal/export"
)

// mediaType is that of an OpenDocument spreadsheet.
const mediaType = "application/vnd.oasis.opendocument.spreadsheet"

// ODS writes the workbook as LibreOffice reads it (OpenDocument 1.3, part 3).
func ODS(w io.Writer, b Book) error {
	z := zip.NewWriter(w)
	if err := stored(z, "mimetype", mediaType); err != nil { // first, and not packed: file(1) reads it there
		return err
	}
	for _, part := range []struct {
		name  string
		write func(*printer, Book)
	}{
		{"content.xml", content}, {"styles.xml", styles}, {"meta.xml", meta}, {"settings.xml", settings},
		{"META-INF/manifest.xml", manifest},
	} {
		to, err := z.Create(part.name)
		if err != nil {
			return err
		}
		p := &printer{Writer: bufio.NewWriter(to)}
		p.raw(xml.Header)
		part.write(p, b)
		if err := p.Flush(); err != nil {
			return err
		}
		if p.err != nil {
			return fmt.Errorf("%s: %w", part.name, p.err)
		}
	}
	return z.Close()
}

// stored writes a part of a package as it is.
func stored(z *zip.Writer, name, data string) error {
	h := &zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(data)),
		CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
	to, err := z.CreateRaw(h) // without the data descriptor that streams need
	if err != nil {
		return err
	}
	_, err = io.WriteString(to, data)
	return err
}

// printer writes XML; it keeps the first error, which Flush gives of those of writing.
type printer struct {
	*bufio.Writer
	err error
}

func (p *printer) raw(parts ...string) {
	for _, s := range parts {
		p.WriteString(s) // a buffer keeps its error
	}
}

// text writes words: what XML cannot hold becomes the sign of a lost character.
func (p *printer) text(s string) {
	if strings.IndexFunc(s, special) < 0 {
		p.WriteString(s)
		return
	}
	_ = xml.EscapeText(p, []byte(s)) // p keeps the error
}

// special says that a character may have to be written otherwise.
func special(r rune) bool {
	return r < ' ' || r == utf8.RuneError || strings.ContainsRune(`<>&"'`, r) || r >= 0xfffe
}

func (p *printer) attribute(name, value string) {
	p.raw(" ", name, `="`)
	p.text(value)
	p.raw(`"`)
}

// names are the namespaces of OpenDocument that we write.
const names = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
	` xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
	` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"` +
	` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"` +
	` xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"` +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`

// Cells of days and of yes or no need a data style: without one, spreadsheets show a
// bare number.
const cellStyles = `<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>` +
	`<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>` +
	`<number:boolean-style style:name="yes-no"><number:boolean/></number:boolean-style>` +
	`<style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/>` +
	`<style:style style:name="boolean" style:family="table-cell" style:data-style-name="yes-no"/>` +
	`<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>` +
	`<style:style style:name="wrapped" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"` +
	` style:vertical-align="top"/></style:style>`

func content(p *printer, b Book) {
	p.raw("<office:document-content", names, "><office:automatic-styles>", cellStyles)
	for i, width := range append([]float64{26, 100}, b.widths()...) {
		p.raw(`<style:style style:name="w`, strconv.Itoa(i), `" style:family="table-column"><style:table-column-properties`)
		p.attribute("style:column-width", strconv.FormatFloat(width*characterWidth, 'f', 1, 64)+"mm")
		p.raw("/></style:style>")
	}
	p.raw("</office:automatic-styles><office:body><office:spreadsheet>")
	for _, n := range b.Notes {
		p.notes(n)
	}
	p.table(b)
	p.raw("</office:spreadsheet></office:body></office:document-content>")
}

// characterWidth is about that of one digit, in millimetres.
const characterWidth = 2.1

func (p *printer) notes(n Notes) {
	p.open(n.Sheet)
	p.raw(`<table:table-column table:style-name="w0"/><table:table-column table:style-name="w1"/>`)
	for _, line := range n.Lines {
		p.raw("<table:table-row>")
		p.words("head", export.Shortened(line[0]))
		p.words("wrapped", export.Shortened(line[1]))
		p.raw("</table:table-row>")
	}
	p.raw("</table:table>")
}

func (p *printer) open(sheet string) {
	p.raw("<table:table")
	p.attribute("table:name", sheet)
	p.raw(">")
}

func (p *printer) table(b Book) {
	p.open(b.Sheet)
	for i := range b.Table.Columns {
		p.raw(`<table:table-column table:style-name="w`, strconv.Itoa(i+2), `"/>`)
	}
	p.raw("<table:table-header-rows><table:table-row>")
	for _, c := range b.Table.Columns {
		p.words("head", c.Name)
	}
	p.raw("</table:table-row></table:table-header-rows>")
	for row := range b.Table.Rows {
		p.raw("\n<table:table-row>")
		for i, c := range row {
			p.cell(b.Table.Columns[i].Type, c)
		}
		p.raw("</table:table-row>")
	}
	p.raw("</table:table>")
}

func (p *printer) cell(t export.Type, c export.Cell) {
	switch v := cellOf(t, c); v.kind {
	case words:
		p.words("", v.text)
	case number:
		p.typed("float", "", "office:value", v.text)
	case day:
		p.typed("date", "day", "office:date-value", v.text)
	case boolean:
		p.typed("boolean", "boolean", "office:boolean-value", v.text)
	default:
		p.raw("<table:table-cell/>")
	}
}

func (p *printer) typed(kind, style, attribute, value string) {
	p.raw("<table:table-cell")
	if style != "" {
		p.attribute("table:style-name", style)
	}
	p.attribute("office:value-type", kind)
	p.attribute(attribute, value)
	p.raw("><text:p>")
	p.text(value)
	p.raw("</text:p></table:table-cell>")
}

// words writes a cell of text: a paragraph per line, and an element for each blank that
// XML would drop.
func (p *printer) words(style, s string) {
	p.raw("<table:table-cell")
	if style != "" {
		p.attribute("table:style-name", style)
	}
	p.raw(` office:value-type="string">`)
	if !strings.Contains(s, "\n") && !strings.Contains(s, "  ") && !strings.HasPrefix(s, " ") {
		p.raw("<text:p>")
		p.text(s)
		p.raw("</text:p></table:table-cell>")
		return
	}
	for line := range strings.SplitSeq(s, "\n") {
		p.raw("<text:p>")
		for i, part := range strings.Split(line, " ") {
			if i > 0 && part == "" || i == 1 && line[0] == ' ' {
				p.raw("<text:s/>")
			} else if i > 0 {
				p.raw(" ")
			}
			p.text(part)
		}
		p.raw("</text:p>")
	}
	p.raw("</table:table-cell>")
}

func styles(p *printer, b Book) {
	p.raw("<office:document-styles", names, `><office:styles><style:default-style style:family="table-cell">`,
		"<style:text-properties")
	p.attribute("fo:language", b.Language)
	p.raw("/></style:default-style></office:styles></office:document-styles>")
}

func meta(p *printer, b Book) {
	p.raw("<office:document-meta", names, "><office:meta>")
	for _, line := range [][2]string{{"dc:title", b.Title}, {"dc:creator", b.Creator}, {"dc:language", b.Language},
		{"dc:date", b.Made.String() + "T00:00:00"}} {
		p.raw("<", line[0], ">")
		p.text(line[1])
		p.raw("</", line[0], ">")
	}
	p.raw("</office:meta></office:document-meta>")
}

// settings freezes the header of the table; the document opens on the first sheet.
func settings(p *printer, b Book) {
	item := func(name, kind, value string) {
		p.raw(`<config:config-item`)
		p.attribute("config:name", name)
		p.attribute("config:type", kind)
		p.raw(">")
		p.text(value)
		p.raw("</config:config-item>")
	}
	p.raw("<office:document-settings", names, `><office:settings><config:config-item-set config:name="ooo:view-settings">`,
		`<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>`)
	item("ViewId", "string", "view1")
	p.raw(`<config:config-item-map-named config:name="Tables"><config:config-item-map-entry`)
	p.attribute("config:name", b.Sheet)
	p.raw(">")
	item("VerticalSplitMode", "short", "2")
	item("VerticalSplitPosition", "int", "1")
	item("PositionBottom", "int", "1")
	item("ActiveSplitRange", "short", "2")
	p.raw("</config:config-item-map-entry></config:config-item-map-named>")
	first := b.Sheet
	if len(b.Notes) > 0 {
		first = b.Notes[0].Sheet
	}
	item("ActiveTable", "string", first)
	p.raw("</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>",
		"</office:settings></office:document-settings>")
}

func manifest(p *printer, _ Book) {
	p.raw(`<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">`,
		`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="`, mediaType, `"/>`)
	for _, name := range []string{"content.xml", "styles.xml", "meta.xml", "settings.xml"} {
		p.raw(`<manifest:file-entry manifest:full-path="`, name, `" manifest:media-type="text/xml"/>`)
	}
	p.raw("</manifest:manifest>")
}
