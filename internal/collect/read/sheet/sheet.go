// Package sheet reads workbooks (XLSX, ECMA-376) as streams: one row in memory at a
// time, with what a spreadsheet shows of each cell and what it keeps of it.
//
//	book, err := sheet.Open(body, size, taken)
//	rows, err := book.Rows(book.Tabs[0], taken.Again(), func(sheet.Aside) {…}) // gets what is not shown
//	row, err := rows.Next()                                                    // io.EOF at the end
//	row.Cells[3] // {Kind: Number, Number: "12.3", Unit: "%", Text: "12.3 %"}
//
// A number is a date, a share or an amount by the style of its cell alone, so that the
// style reaches the reader, with the unit that it writes beside the number. Hidden rows
// and columns, cells that are struck out, cells below a merged one and cells whose style
// shows nothing are left out, each with a word (Aside). A formula of which no value was
// kept is Uncalculated, and one that went wrong is Mistaken.
//
// Cells that are merged keep their range. Each of them bears the value, and the first
// one that is shown says so (First): whether a value may stand in several rows is for
// the reader to know, who knows texts from amounts.
//
// Promises: pure; memory does not grow with the rows; what is held (texts, styles,
// merged ranges) and how many cells there are is counted in the budget of the
// document, and every loop ends with its context; no external entity is read. An
// error says which part of the workbook is not what it should be.
package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"vigie/internal/collect/read/budget"
)

// Book is a workbook that was opened.
type Book struct {
	Tabs      []Tab // its sheets of cells, in their order
	parts     map[string]*zip.File
	taken     *budget.Budget
	texts     texts
	styles    styles
	since1904 bool
	stale     bool // its formulas are to be computed anew when it is opened
}

// Tab is one sheet of a workbook.
type Tab struct {
	Name   string
	Hidden bool
	part   string
}

// ErrNoWorkbook says that a document is no workbook at all.
var ErrNoWorkbook = errors.New("it is no workbook (XLSX)")

// directory bounds the list of the parts of a workbook, in bytes.
const directory = 4 << 20

// Open reads what all the sheets of a workbook share.
func Open(body io.ReaderAt, size int64, taken *budget.Budget) (*Book, error) {
	head := &opening{ReaderAt: body, left: directory}
	archive, err := zip.NewReader(head, size)
	if err != nil {
		return nil, fmt.Errorf("%w, or one that is damaged (%w): have it fetched or saved again", ErrNoWorkbook, err)
	}
	head.left = -1
	b := &Book{parts: map[string]*zip.File{}, taken: taken}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if b.parts[name] == nil {
			b.parts[name] = f
		}
	}
	main, err := b.related("", "officeDocument")
	if err != nil {
		return nil, err
	}
	workbook := "xl/workbook.xml"
	if len(main) > 0 {
		workbook = main[0].part
	}
	if b.parts[workbook] == nil {
		return nil, fmt.Errorf("%w: it is an archive without %s; unzip it, and read the file that it holds", ErrNoWorkbook,
			workbook)
	}
	return b, b.open(workbook)
}

func (b *Book) open(workbook string) error {
	links, err := b.related(workbook, "")
	if err != nil {
		return err
	}
	if err := b.workbook(workbook, links); err != nil {
		return err
	}
	for _, l := range links {
		switch {
		case l.kind == "styles" && b.parts[l.part] != nil:
			err = b.readStyles(l.part)
		case l.kind == "sharedStrings" && b.parts[l.part] != nil:
			err = b.readTexts(l.part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// workbook reads the list of sheets.
func (b *Book) workbook(name string, links []link) error {
	p, err := b.part(name)
	if err != nil {
		return err
	}
	defer p.Close()
	for {
		e, err := p.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case e.kind != opens:
		case e.name == "workbookPr":
			b.since1904 = yes(e.attribute("date1904"))
		case e.name == "calcPr":
			b.stale = yes(e.attribute("fullCalcOnLoad"))
		case e.name == "sheet" && p.parent() == "sheets":
			state := e.attribute("state")
			for _, l := range links {
				if l.id == e.attribute("id") && l.kind == "worksheet" {
					b.Tabs = append(b.Tabs, Tab{e.attribute("name"), state == "hidden" || state == "veryHidden", l.part})
					if err := b.taken.Bytes(200 + len(l.part)); err != nil {
						return err
					}
					break
				}
			}
		}
	}
}

// link is what one part says of another.
type link struct{ id, kind, part string }

// related gives what a part is linked to, of one kind or of all.
func (b *Book) related(from, kind string) ([]link, error) {
	folder, file := path.Split(from)
	name := folder + "_rels/" + file + ".rels"
	if b.parts[name] == nil {
		return nil, nil
	}
	p, err := b.part(name)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	var out []link
	for {
		e, err := p.next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if e.kind != opens || e.name != "Relationship" || e.attribute("TargetMode") == "External" {
			continue
		}
		target := strings.ReplaceAll(e.attribute("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = folder + target
		}
		l := link{e.attribute("Id"), path.Base(e.attribute("Type")),
			strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))}
		if kind != "" && l.kind != kind {
			continue
		}
		if err := b.taken.Bytes(100 + len(l.id) + len(l.kind) + len(l.part)); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
}

func yes(s string) bool { return s == "1" || s == "true" || s == "on" }

// opening bounds what is read to find the parts of an archive.
type opening struct {
	io.ReaderAt
	left int // bytes; below zero for no bound
}

func (o *opening) ReadAt(p []byte, at int64) (int, error) {
	if o.left >= 0 {
		if o.left < len(p) {
			return 0, fmt.Errorf("its list of parts holds more than %d MB", directory>>20)
		}
		o.left -= len(p)
	}
	return o.ReaderAt.ReadAt(p, at)
}
