package recipe

import (
	"context"
	"errors"
	"fmt"

	"vigie/internal/budget"
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
		taken := budget.New(ctx, budget.Document())
		p, err := page(taken, r, doc)
		if err != nil {
			return err
		}
		tables := markup.Tables(p.Find(selector))
		if len(tables) == 0 {
			return fmt.Errorf("no table in the page matches %q", selector)
		}
		var nearest *noTable
		read := false
		ahead, then := taken.Again(), taken.Again() // tables are gone through twice
		for i, t := range tables {
			if err := taken.Err(); err != nil {
				return err
			}
			err := h.table(layout(r), func(early bool) (lines, error) {
				if early {
					return cellsOf(t.Rows(ahead), i+1, func(string) {}), nil
				}
				return cellsOf(t.Rows(then), i+1, func(text string) { h.left.Add("lines across a table", text) }), nil
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
func cellsOf(next func() ([]string, error), number int, across func(text string)) lines {
	i, columns := 0, 0 // of the first line
	return func() (line, error) {
		for {
			cells, err := next()
			if err != nil {
				return line{}, err
			}
			if i++; i == 1 {
				columns = len(cells)
			}
			if len(cells) == 1 && columns > 1 {
				across(cells[0])
				continue
			}
			return line{cells: cells, at: fmt.Sprintf("tableau %d, l. %d", number, i)}, nil
		}
	}
}
