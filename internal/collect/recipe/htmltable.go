package recipe

import (
	"context"
	"errors"
	"fmt"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
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
			switch {
			case t.Hidden() && r.Rows == "":
				h.left.Add("hidden table, not read", t.Caption)
				continue
			case t.Hidden():
				h.left.Add("hidden table, read since it is named", t.Caption)
			}
			err := h.table(layout(r), func(early bool) (lines, error) {
				if early {
					return cellsOf(t.Cells(ahead, func(string) {}), i+1, func(string) {}), nil
				}
				hidden := func(text string) { h.left.Add("hidden rows", text) }
				return cellsOf(t.Cells(then, hidden), i+1, func(text string) { h.left.Add("lines across a table", text) }), nil
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
		switch {
		case read:
			return nil
		case nearest == nil:
			return fmt.Errorf("all tables of the page that match %q are hidden: name the one to read under rows", selector)
		}
		return nearest
	}
}

// cellsOf gives the lines of a table. One that goes across it in a single cell is
// a heading or a note.
func cellsOf(next func() ([]markup.Cell, error), number int, across func(text string)) lines {
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
				across(cells[0].Words())
				continue
			}
			out := line{cells: make([]string, len(cells)), spans: cells, at: fmt.Sprintf("tableau %d, l. %d", number, i)}
			for j, c := range cells {
				out.cells[j] = c.Text
			}
			return out, nil
		}
	}
}
