package recipe

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/sheet"
	"vigie/internal/record"
)

// xlsxRows reads a sheet of a workbook, row by row. What the sheet does not show is
// left out, and reported.
func xlsxRows(r record.Recipe) extraction {
	return func(ctx context.Context, doc collect.Document, h *harvest) error {
		if doc.Size > maxPage {
			return fmt.Errorf("the workbook holds %d bytes, more than %d: have it as CSV, which may be of any size", doc.Size,
				maxPage)
		}
		taken := budget.New(ctx, budget.Document())
		book, err := sheet.Open(doc.Body, doc.Size, taken)
		if err != nil {
			return err
		}
		tab, err := book.Tab(r.Rows)
		if err != nil {
			return err
		}
		hidden := &hiding{}
		var opened []*sheet.Rows
		defer func() {
			for _, rows := range opened {
				rows.Close()
			}
		}()
		err = h.table(layout(r), func(ahead bool) (lines, error) {
			rows, err := book.Rows(tab, taken.Again(), func(a sheet.Aside) {
				hidden.note(a)
				if !ahead {
					h.left.Add(a.Words())
				}
			})
			if err != nil {
				return nil, err
			}
			opened = append(opened, rows)
			return rowsOf(tab.Name, rows), nil
		}, true)
		if none := (*noTable)(nil); errors.As(err, &none) {
			return fmt.Errorf("%w%s", err, hidden.elsewhere(book, tab))
		}
		book.Beside(tab, h.left.Add)
		return err
	}
}

func rowsOf(tab string, rows *sheet.Rows) lines {
	return func() (line, error) {
		row, err := rows.Next()
		if err != nil {
			return line{}, err
		}
		out := line{cells: make([]string, len(row.Cells)), stored: row.Cells, number: row.Number,
			at: fmt.Sprintf("%s, l. %d", tab, row.Number)}
		for i, c := range row.Cells {
			out.cells[i] = c.Text
		}
		return out, nil
	}
}

// hiding keeps what hidden columns and rows begin with, which may be the names that
// are looked for in vain.
type hiding struct{ places, texts []string }

func (h *hiding) note(a sheet.Aside) {
	if len(h.texts) == topRows || a.What != sheet.HiddenColumn && a.What != sheet.HiddenRow {
		return
	}
	at := fmt.Sprintf("l. %d", a.Row)
	if a.What == sheet.HiddenColumn {
		at = sheet.Letters(a.Column)
	}
	if !slices.Contains(h.places, at) {
		h.places, h.texts = append(h.places, at), append(h.texts, at+" "+shown(tidy(a.Text)))
	}
}

// elsewhere says where else in a workbook the columns may be.
func (h *hiding) elsewhere(book *sheet.Book, read sheet.Tab) string {
	out := ""
	if len(h.texts) > 0 {
		out = fmt.Sprintf("; what is hidden is not read: %s", strings.Join(h.texts, ", "))
	}
	var others []string
	for _, t := range book.Tabs {
		if t != read {
			others = append(others, t.Name)
		}
	}
	if len(others) > 0 {
		out += fmt.Sprintf("; other sheets (rows names the one to read): %s", sheet.Quoted(others))
	}
	return out
}
