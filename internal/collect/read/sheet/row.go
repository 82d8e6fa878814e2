package sheet

import (
	"errors"
	"fmt"
	"strings"
)

// cellsOf reads the cells of a row.
func (r *Rows) cellsOf(number int) error {
	next := 0
	for {
		e, err := r.part.next()
		if err != nil {
			return err
		}
		switch {
		case e.kind == closes && e.name == "row":
			return nil
		case e.kind != opens || e.name != "c" || r.part.parent() != "row":
			continue
		}
		column := next
		if at := e.attribute("r"); at != "" {
			c, row, ok := placeOf(at)
			if !ok || row != number {
				return r.part.damaged(fmt.Errorf("the cell %.20q stands in row %d", at, number))
			}
			column = c
		}
		if next = column + 1; next > mostColumns {
			return r.part.damaged(fmt.Errorf("row %d has more cells than a sheet has columns", number))
		}
		c, err := r.cell(e)
		if err == nil && c.Kind != Blank {
			err = r.put(column, c)
		}
		if err == nil {
			err = r.taken.Cells(1)
		}
		if err != nil {
			return fmt.Errorf("the cell %s of the sheet %q: %w", Place(column, number), r.tab.Name, err)
		}
	}
}

func (r *Rows) put(column int, c Cell) error {
	if column < len(r.cells) && r.cells[column].Kind != Blank {
		return errors.New("it stands there twice")
	}
	r.widen(column + 1)
	r.cells[column] = c
	r.written = append(r.written, column)
	return nil
}

// widen makes room for columns.
func (r *Rows) widen(columns int) {
	for len(r.cells) < columns {
		r.cells = append(r.cells, Cell{})
	}
}

// cell reads one cell to its end.
func (r *Rows) cell(e step) (Cell, error) {
	in := raw{how: e.attribute("t"), style: r.book.styles.of(e.attribute("s"))}
	column, row, _ := placeOf(e.attribute("r"))
	var value strings.Builder
	for {
		e, err := r.part.next()
		if err != nil {
			return Cell{}, err
		}
		switch {
		case e.kind == closes && e.name == "c":
			in.value = value.String()
			c, err := r.book.cell(in)
			switch {
			case err != nil || c.Kind == Blank && strings.TrimSpace(in.value) == "":
			case c.Kind == Blank && (in.how == "" || in.how == "n"):
				r.aside(Aside{Formatted, column, row, in.value})
			case in.style.struck:
				r.aside(Aside{StruckOut, column, row, c.Text})
				c = Cell{}
			}
			return c, err
		case e.kind == opens && e.name == "is":
			if in.text, err = r.part.rich(); err != nil {
				return Cell{}, err
			}
		case e.kind == opens && e.name == "f":
			in.formula = "="
		case e.kind == words && r.part.above(1) == "f":
			in.formula = "=" + e.text
		case e.kind == opens && e.name == "v":
			in.kept = true
		case e.kind == words && r.part.above(1) == "v":
			value.WriteString(e.text)
			if value.Len() > element {
				return Cell{}, r.part.damaged(errElement)
			}
		}
	}
}

// veil empties the cells of hidden columns, but for what merged cells show of them.
func (r *Rows) veil() {
	if len(r.hidden) == 0 {
		return
	}
	anchors := r.anchors()
	for _, column := range r.written {
		if r.veiled(column) && !anchors[column] {
			r.aside(Aside{HiddenColumn, column, r.number, r.cells[column].Text})
			r.cells[column] = Cell{}
		}
	}
}
