package book

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"vigie/internal/export"
)

// XLSX writes the workbook as Excel reads it.
func XLSX(w io.Writer, b Book) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	x := sheets{File: f}
	if err := x.styles(); err != nil {
		return err
	}
	for i, n := range b.Notes {
		if err := x.notes(i, n); err != nil {
			return fmt.Errorf("sheet %s: %w", n.Sheet, err)
		}
	}
	if err := x.table(b); err != nil {
		return fmt.Errorf("sheet %s: %w", b.Sheet, err)
	}
	made := b.Made.String() + "T00:00:00Z"
	if err := f.SetDocProps(&excelize.DocProperties{Title: b.Title, Creator: b.Creator, Language: b.Language,
		Created: made, Modified: made}); err != nil {
		return err
	}
	_, err = f.WriteTo(w)
	return err
}

// sheets is a file with the styles of its cells.
type sheets struct {
	*excelize.File
	day, head, wrapped int
}

func (x *sheets) styles() (err error) {
	iso := "yyyy-mm-dd"
	for _, s := range []struct {
		id *int
		of excelize.Style
	}{
		{&x.day, excelize.Style{CustomNumFmt: &iso}},
		{&x.head, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&x.wrapped, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		if *s.id, err = x.NewStyle(&s.of); err != nil {
			return err
		}
	}
	return nil
}

// add makes a sheet; the file begins with one, which takes the first name.
func (x *sheets) add(name string, first bool) error {
	if first {
		return x.SetSheetName(x.GetSheetName(0), name)
	}
	_, err := x.NewSheet(name)
	return err
}

func (x *sheets) notes(i int, n Notes) error {
	if err := x.add(n.Sheet, i == 0); err != nil {
		return err
	}
	for j, line := range n.Lines {
		at := "A" + strconv.Itoa(j+1)
		row := []string{export.Shortened(line[0]), export.Shortened(line[1])}
		if err := x.SetSheetRow(n.Sheet, at, &row); err != nil {
			return err
		}
	}
	last := strconv.Itoa(max(len(n.Lines), 1))
	if err := x.SetCellStyle(n.Sheet, "A1", "A"+last, x.head); err != nil {
		return err
	}
	if err := x.SetCellStyle(n.Sheet, "B1", "B"+last, x.wrapped); err != nil {
		return err
	}
	if err := x.SetColWidth(n.Sheet, "A", "A", 26); err != nil {
		return err
	}
	return x.SetColWidth(n.Sheet, "B", "B", 100)
}

// table is the only sheet that is streamed: excelize writes several in any order.
func (x *sheets) table(b Book) error {
	if err := x.add(b.Sheet, len(b.Notes) == 0); err != nil {
		return err
	}
	out, err := x.NewStreamWriter(b.Sheet)
	if err != nil {
		return err
	}
	for i, width := range slices.Backward(b.widths()) { // the library writes the last one first
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2",
		ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	line := make([]any, len(b.Table.Columns))
	for i, c := range b.Table.Columns {
		line[i] = excelize.Cell{StyleID: x.head, Value: c.Name}
	}
	if err := out.SetRow("A1", line); err != nil {
		return err
	}
	at := 1
	for row := range b.Table.Rows {
		at++
		for i, c := range row {
			if line[i], err = x.cell(b.Table.Columns[i].Type, c); err != nil {
				return fmt.Errorf("row %d, column %s: %w", at, b.Table.Columns[i].Name, err)
			}
		}
		if err := out.SetRow("A"+strconv.Itoa(at), line); err != nil {
			return err
		}
	}
	return out.Flush()
}

func (x *sheets) cell(t export.Type, c export.Cell) (any, error) {
	switch v := cellOf(t, c); v.kind {
	case words:
		return v.text, nil
	case number:
		return strconv.ParseFloat(v.text, 64)
	case boolean:
		return v.text == "true", nil
	case day:
		when, err := date(v.text)
		return excelize.Cell{StyleID: x.day, Value: when}, err
	}
	return nil, nil
}
