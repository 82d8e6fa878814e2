package recipe

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"vigie/internal/cal"
	"vigie/internal/collect"
	"vigie/internal/record"
	"vigie/internal/tabular"
)

// unzipped bounds a workbook once it is unzipped.
const unzipped = 256 << 20

// xlsxRows reads a sheet of a workbook, row by row.
func xlsxRows(r record.Recipe) extraction {
	return func(ctx context.Context, doc collect.Document, h *harvest) error {
		if doc.Size > maxPage {
			return fmt.Errorf("the workbook holds %d bytes, more than %d", doc.Size, maxPage)
		}
		book, err := excelize.OpenReader(doc.Reader(), excelize.Options{UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: unzipped, RawCellValue: true})
		if err != nil {
			return fmt.Errorf("it is no workbook: %w", err)
		}
		defer book.Close()
		sheet, err := sheetOf(book, r.Rows)
		if err != nil {
			return err
		}
		props, err := book.GetWorkbookProps()
		if err != nil {
			return fmt.Errorf("it is no workbook: %w", err)
		}
		h.stored = stored(props.Date1904 != nil && *props.Date1904)
		var opened []*excelize.Rows
		defer func() {
			for _, rows := range opened {
				rows.Close()
			}
		}()
		return h.table(layout(r), func(bool) (lines, error) {
			rows, err := book.Rows(sheet)
			if err != nil {
				return nil, fmt.Errorf("reading the sheet %q: %w", sheet, err)
			}
			opened = append(opened, rows)
			return sheetLines(ctx, sheet, rows), nil
		}, true)
	}
}

func sheetLines(ctx context.Context, sheet string, rows *excelize.Rows) lines {
	n := 0
	return func() (line, error) {
		if err := ctx.Err(); err != nil {
			return line{}, err
		}
		if !rows.Next() {
			if err := rows.Error(); err != nil {
				return line{}, fmt.Errorf("reading the sheet %q: %w", sheet, err)
			}
			return line{}, io.EOF
		}
		n++
		cells, err := rows.Columns()
		return line{cells: cells, at: fmt.Sprintf("%s, l. %d", sheet, n)}, err
	}
}

func sheetOf(book *excelize.File, name string) (string, error) {
	sheets := book.GetSheetList()
	switch {
	case len(sheets) == 0:
		return "", errors.New("the workbook has no sheet")
	case name == "":
		return sheets[0], nil
	case !slices.Contains(sheets, name):
		return "", fmt.Errorf("no sheet %q; the workbook has %s", name, quoted(sheets))
	}
	return name, nil
}

var (
	floating = regexp.MustCompile(`^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$`)
	powered  = regexp.MustCompile(`[eE]`)
	yearly   = regexp.MustCompile(`^(?:19|20)[0-9]{2}$`)
	mistaken = regexp.MustCompile(`^#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$`)
)

// stored reads cells as a workbook stores them: dates are numbers of days, and
// numbers are binary, of which a spreadsheet shows fifteen digits.
func stored(since1904 bool) func(field, string) found {
	return func(f field, text string) found {
		switch {
		case mistaken.MatchString(text):
			return found{texts: []string{text}, there: true, alien: "the error of a formula"}
		case !floating.MatchString(text):
			return one(text)
		}
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return one(text)
		}
		switch {
		case f.As == "date" && !yearly.MatchString(text):
			day, err := excelize.ExcelDateToTime(n, since1904)
			if err != nil {
				return one(text)
			}
			return found{texts: []string{cal.FromTime(day).String()}, there: true, canonical: true}
		case f.As == "number":
			return found{texts: []string{strconv.FormatFloat(n, 'g', 15, 64)}, there: true, exact: true}
		case powered.MatchString(text): // a long code
			if whole, ok := tabular.Decimal(text); ok {
				text = whole
			}
		}
		return one(text)
	}
}
