// Package sniff says what a document is by its first and last bytes, whatever name and
// type it came under: an error page in the place of a table, a workbook that was renamed,
// a file that is still packed.
//
//	if err := sniff.Unlike(body, size, sniff.CSV); err != nil {
//		// it is a PDF document, where a table (CSV) is wanted: look for the same list …
//	}
//
// Only a form that is certain is named: what may be what is wanted goes on to its
// reader, which has its own words for what is wrong with it.
//
// Promises: pure; reads 130 kB at most, whatever the size of the document.
package sniff

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Form is what a document is.
type Form string

// The forms that are recognised. Unknown may be anything.
const (
	Unknown      Form = ""
	Empty        Form = "empty"
	CSV          Form = "text" // plain text of any kind
	JSON         Form = "json"
	Page         Form = "page"
	XML          Form = "xml"
	Workbook     Form = "workbook"
	PDF          Form = "pdf"
	Parquet      Form = "parquet"
	Archive      Form = "archive" // a ZIP of something else
	Packed       Form = "packed"
	OpenDocument Form = "opendocument"
	Binary       Form = "binary workbook"
	Writing      Form = "writing"
	OldOffice    Form = "old office"
	Image        Form = "image"
	Database     Form = "database"
)

// described are the forms in words, and what to do with a document of each where
// another is wanted.
var described = map[Form]struct{ name, mend string }{
	CSV:  {"plain text, perhaps a table (CSV)", "read it as CSV, or look at what it says"},
	JSON: {"JSON", "read it as JSON, or have it as another file"},
	Page: {"a web page (HTML)",
		"it is most often an error, or a page to sign in: open the address in a browser, and look for where the file is now"},
	XML:      {"XML", "have the same list as CSV, XLSX or JSON"},
	Workbook: {"a workbook (XLSX)", "read it as XLSX, or save its sheet as CSV"},
	PDF:      {"a PDF document", "look for the same list as CSV or XLSX; a PDF needs a reader of its own"},
	Parquet:  {"a Parquet file", "have the same table as CSV"},
	Archive:  {"an archive (ZIP)", "unzip it, and read the file that it holds"},
	Packed:   {"a packed file (gzip or the like)", "unpack it, and read the file that it holds"},
	OpenDocument: {"an OpenDocument file (ODS, ODT)",
		"open it in a spreadsheet, and save it as XLSX or CSV"},
	Binary:  {"a binary workbook (XLSB)", "open it in a spreadsheet, and save it as XLSX or CSV"},
	Writing: {"a text or a presentation (DOCX, PPTX)", "look for the same list as CSV or XLSX"},
	OldOffice: {"an old workbook (XLS), or one under a password",
		"open it in a spreadsheet, and save it as XLSX, without a password"},
	Image:    {"an image", "look for the same list as CSV or XLSX"},
	Database: {"an SQLite database", "have the table as CSV"},
}

// wants are the forms in words where they are wanted.
var wants = map[Form]string{CSV: "a table (CSV)", JSON: "JSON", Page: "a web page (HTML)",
	Workbook: "a workbook (XLSX)",
	PDF:      "a PDF document", Parquet: "a Parquet file"}

// edge is how much is looked at from each end of a document.
const edge = 64 << 10

// Unlike says that a document is of another form than those that are wanted, with
// what to do; nil where it may be one of them.
func Unlike(body io.ReaderAt, size int64, wanted ...Form) error {
	head, err := slice(body, 0, min(size, edge))
	if err != nil {
		return err
	}
	tail, err := slice(body, max(0, size-edge), min(size, edge))
	if err != nil {
		return err
	}
	found := Of(head, tail)
	if found == Unknown || found == Empty ||
		slices.ContainsFunc(wanted, func(w Form) bool { return found == w || mayBe(found, w) }) {
		return nil
	}
	var names []string
	for _, w := range wanted {
		names = append(names, wants[w])
	}
	return fmt.Errorf("it is %s, where %s is wanted: %s", named(found, head), strings.Join(names, " or "),
		described[found].mend)
}

// Hint says what a document is whose first bytes are known, and what to do with it
// where it is not wanted; empty for a text, and where nothing is certain.
func Hint(head []byte) string {
	found := Of(head, nil)
	if found == Unknown || found == Empty || found == CSV {
		return ""
	}
	return fmt.Sprintf("it is %s: %s", named(found, head), described[found].mend)
}

func named(found Form, head []byte) string {
	if title := titleOf(head); found == Page && title != "" {
		return fmt.Sprintf("%s titled %q", described[found].name, title)
	}
	return described[found].name
}

// mayBe says that a document that looks like a form may be of another one: a page is
// XML at times, and without any mark a text.
func mayBe(found, wanted Form) bool {
	switch wanted {
	case Page:
		return found == XML || found == CSV
	case Workbook:
		return found == Archive // its own reader says what it lacks
	case PDF:
		return found == CSV // a preamble
	}
	return false
}

func slice(body io.ReaderAt, at, size int64) ([]byte, error) {
	out := make([]byte, size)
	n, err := io.ReadFull(io.NewSectionReader(body, at, size), out)
	if err != nil && n < len(out) && err != io.ErrUnexpectedEOF && err != io.EOF {
		return nil, err
	}
	return out[:n], nil
}

var (
	titled   = regexp.MustCompile(`(?is)<title[^>]*>(.{0,400}?)</title>`)
	pageMark = regexp.MustCompile(`(?i)^<(?:!doctype html|!--|(?:html|head|body|title|script|meta|link|table|div|p|h1|style|main)[ \t\r\n/>])`)
	xmlMark  = regexp.MustCompile(`^<[?a-zA-Z!]`)
	jsonMark = regexp.MustCompile(`^(?:\{\s*["}]|\[\s*[\[{"\]])`)
)

// titleOf is the title of a page.
func titleOf(head []byte) string {
	m := titled.FindSubmatch(head)
	if m == nil {
		return ""
	}
	words := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(string(m[1]), "\ufffd")), " "))
	return string(words[:min(len(words), 80)])
}

// signs are the bytes with which forms begin.
var signs = []struct {
	form Form
	sign string
}{
	{PDF, "%PDF-"}, {Parquet, "PAR1"}, {OldOffice, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
	{Packed, "\x1f\x8b\x08"}, {Packed, "7z\xbc\xaf\x27\x1c"}, {Packed, "Rar!\x1a\x07"}, {Packed, "\xfd7zXZ\x00"},
	{Packed, "\x28\xb5\x2f\xfd"}, {Image, "\x89PNG\r\n\x1a\n"}, {Image, "\xff\xd8\xff"}, {Image, "GIF87a"},
	{Image, "GIF89a"},
	{Database, "SQLite format 3\x00"},
}

var (
	bzip2   = regexp.MustCompile(`^BZh[1-9]1AY&SY`)
	zipped  = regexp.MustCompile(`^PK(?:\x03\x04|\x05\x06|\x07\x08)`)
	strange = regexp.MustCompile(`[\x00-\x08\x0e-\x1a\x1c-\x1f]`)
)

// Of is the form of a document of which the first and the last bytes are known.
func Of(head, tail []byte) Form {
	if len(head) == 0 {
		return Empty
	}
	for _, s := range signs {
		if bytes.HasPrefix(head, []byte(s.sign)) {
			return s.form
		}
	}
	switch {
	case zipped.Match(head):
		return inArchive(head, tail)
	case bzip2.Match(head), len(head) > 262 && string(head[257:262]) == "ustar":
		return Packed
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case len(text) == 0:
		return Empty
	case bytes.HasPrefix(text, []byte("%PDF-")):
		return PDF
	case pageMark.Match(text),
		xmlMark.Match(text) && bytes.Contains(bytes.ToLower(text[:min(len(text), 1024)]), []byte("<html")):
		return Page
	case xmlMark.Match(text):
		return XML
	case jsonMark.Match(text):
		return JSON
	case text[0] == '{' || text[0] == '[' || strange.Match(text[:min(len(text), 1024)]):
		return Unknown
	}
	return CSV
}

// inArchive recognises what comes as an archive, by the names of its parts.
func inArchive(head, tail []byte) Form {
	has := func(name string) bool {
		return bytes.Contains(head, []byte(name)) || bytes.Contains(tail, []byte(name))
	}
	switch {
	case has("application/vnd.oasis.opendocument"):
		return OpenDocument
	case has("xl/workbook.bin"):
		return Binary
	case has("xl/workbook.xml"), has("xl/worksheets/"):
		return Workbook
	case has("word/document.xml"), has("ppt/presentation.xml"):
		return Writing
	}
	return Archive
}
