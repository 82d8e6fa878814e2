package recipe

import (
	"context"
	"errors"
	"fmt"
	"io"

	"vigie/internal/collect"
	"vigie/internal/markup"
	"vigie/internal/record"
)

// tableRows reads the tables of a page that have the columns that are wanted; any
// other is reported.
func tableRows(r record.Recipe) extraction {
	selector := r.Rows
	if selector == "" {
		selector = "table"
	}
	return func(ctx context.Context, doc collect.Document, h *harvest) error {
		p, err := page(r, doc)
		if err != nil {
			return err
		}
		tables := markup.Tables(p.Find(selector))
		if len(tables) == 0 {
			return fmt.Errorf("no table in the page matches %q", selector)
		}
		var nearest *noTable
		read := false
		for i, t := range tables {
			if err := ctx.Err(); err != nil {
				return err
			}
			err := h.table(layout(r), func(ahead bool) (lines, error) {
				return cellsOf(t, i+1, func(text string) {
					if !ahead {
						h.left.Add("lines across a table", text)
					}
				}), nil
			}, false)
			var none *noTable
			switch {
			case errors.As(err, &none):
				h.left.Add(fmt.Sprintf("table %d", i+1), none.title(t.Caption))
				if nearest == nil || len(none.missing) < len(nearest.missing) {
					nearest = none
				}
			case err != nil:
				return err
			default:
				read = true
			}
		}
		if !read {
			return nearest
		}
		return nil
	}
}

// cellsOf gives the lines of a table. One that goes across it in a single cell is
// a heading or a note.
func cellsOf(t markup.Table, number int, across func(text string)) lines {
	i := 0
	return func() (line, error) {
		for i < len(t.Rows) {
			i++
			cells := t.Rows[i-1]
			if len(cells) == 1 && len(t.Rows[0]) > 1 {
				across(cells[0])
				continue
			}
			return line{cells: cells, at: fmt.Sprintf("tableau %d, l. %d", number, i)}, nil
		}
		return line{}, io.EOF
	}
}
