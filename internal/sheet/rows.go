package sheet

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"vigie/internal/budget"
)

// Aside is what a sheet holds and does not show.
type Aside struct {
	What   Unshown
	Column int    // of a cell, from 0; -1 for a row
	Row    int    // from 1
	Text   string // what stands there
}

// Unshown is why something is not shown.
type Unshown int

// The ways in which a sheet does not show what it holds.
const (
	HiddenRow Unshown = iota
	HiddenColumn
	StruckOut
	Covered   // below a cell that is merged with it
	Formatted // the style of the cell shows nothing
)

// Row is one row of a sheet that is shown. Its cells stand at the places of their
// columns; they hold until the next row.
type Row struct {
	Number int // from 1
	Cells  []Cell
}

// Rows are the rows of a sheet.
type Rows struct {
	book    *Book
	taken   *budget.Budget
	tab     Tab
	part    *part
	aside   func(Aside)
	hidden  []bool  // by column
	coming  []Range // merged cells further down
	here    []*spread
	number  int
	cells   []Cell
	written []int // columns of the row that hold something
}

// spread is a merged block with the value that it shows.
type spread struct {
	Range
	value Cell
	shown bool
}

// Rows starts to read a sheet, whose cells are counted in taken. What it does not show
// goes to aside.
func (b *Book) Rows(tab Tab, taken *budget.Budget, aside func(Aside)) (*Rows, error) {
	coming, err := b.merged(tab.part, taken)
	if err != nil {
		return nil, err
	}
	p, err := b.part(tab.part)
	if err != nil {
		return nil, err
	}
	return &Rows{book: b, taken: taken, tab: tab, part: p, aside: aside, coming: coming}, nil
}

// Close gives back what reads the archive.
func (r *Rows) Close() error { return r.part.Close() }

// Next gives the next row that is shown and holds something; io.EOF at the end.
func (r *Rows) Next() (Row, error) {
	for {
		e, err := r.part.next()
		if err != nil {
			return Row{}, err
		}
		switch {
		case e.kind != opens:
		case e.name == "col" && r.part.parent() == "cols":
			if err := r.column(e); err != nil {
				return Row{}, err
			}
		case e.name == "row" && r.part.parent() == "sheetData":
			shown, err := r.row(e)
			if err != nil {
				return Row{}, err
			}
			if shown {
				return Row{r.number, r.cells}, nil
			}
		}
	}
}

// column notes columns that are hidden.
func (r *Rows) column(e step) error {
	first, err := strconv.Atoi(e.attribute("min"))
	last, wrong := strconv.Atoi(e.attribute("max"))
	if err != nil || wrong != nil || first < 1 || last < first || last > mostColumns {
		return r.part.damaged(errors.New("its columns are none"))
	}
	if yes(e.attribute("hidden")) || none(e.attribute("width")) {
		for len(r.hidden) < last {
			r.hidden = append(r.hidden, false)
		}
		for i := first - 1; i < last; i++ {
			r.hidden[i] = true
		}
	}
	return nil
}

// none says that a width or a height is nothing.
func none(size string) bool {
	v, err := strconv.ParseFloat(size, 64)
	return err == nil && v == 0
}

func (r *Rows) veiled(column int) bool { return column < len(r.hidden) && r.hidden[column] }

// row reads one row to its end, and says whether it is shown and holds something.
func (r *Rows) row(e step) (bool, error) {
	number := r.number + 1
	if at := e.attribute("r"); at != "" {
		n, err := strconv.Atoi(at)
		if err != nil || n <= r.number || n > mostRows {
			return false, r.part.damaged(fmt.Errorf("the row %.20q stands below row %d", at, r.number))
		}
		number = n
	}
	r.number = number
	hidden := yes(e.attribute("hidden")) || none(e.attribute("ht"))
	clear(r.cells)
	r.cells, r.written = r.cells[:0], r.written[:0]
	if err := r.cellsOf(number); err != nil {
		return false, err
	}
	r.veil()
	if err := r.merge(hidden); err != nil {
		return false, err
	}
	if hidden {
		if text := r.text(); text != "" {
			r.aside(Aside{HiddenRow, -1, number, text})
		}
		return false, nil
	}
	return r.text() != "", r.taken.Cells(len(r.cells))
}

// text is that of the first cells of the row.
func (r *Rows) text() string {
	var out []string
	size := 0
	for _, c := range r.cells {
		if c.Kind == Blank || size > 200 {
			continue
		}
		out = append(out, c.Text)
		size += len(c.Text) + 1
	}
	return strings.Join(out, " ")
}

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
	for _, column := range r.written {
		if r.veiled(column) && !r.anchors(column) {
			r.aside(Aside{HiddenColumn, column, r.number, r.cells[column].Text})
			r.cells[column] = Cell{}
		}
	}
}

// anchors says that merged cells take their value from a cell of this row.
func (r *Rows) anchors(column int) bool {
	for _, m := range r.coming {
		if m.Top > r.number {
			return false
		}
		if m.Top == r.number && m.Left == column && m.Right > column {
			return true
		}
	}
	return false
}

// merge gives the cells that are merged their common value.
func (r *Rows) merge(hidden bool) error {
	for len(r.coming) > 0 && r.coming[0].Top <= r.number {
		s := &spread{Range: r.coming[0]}
		if s.Top == r.number && s.Left < len(r.cells) {
			s.value = r.cells[s.Left]
			r.cells[s.Left] = Cell{}
		}
		r.coming = r.coming[1:]
		s.value.Merged = s.Range
		if s.Rows() > 1 || s.Right > s.Left {
			r.here = append(r.here, s)
		} else if s.Top == r.number && s.value.Kind != Blank {
			s.value.Merged = Range{}
			r.cells[s.Left] = s.value
		}
	}
	kept := r.here[:0]
	for _, s := range r.here {
		if s.Bottom >= r.number {
			if err := r.lay(s, hidden); err != nil {
				return err
			}
		}
		if s.Bottom > r.number {
			kept = append(kept, s)
		}
	}
	clear(r.here[len(kept):])
	r.here = kept
	return nil
}

// lay puts one merged block in the row.
func (r *Rows) lay(s *spread, hidden bool) error {
	for _, column := range r.written {
		if column >= s.Left && column <= s.Right && r.cells[column].Kind != Blank && r.cells[column].Merged.IsZero() {
			r.aside(Aside{Covered, column, r.number, r.cells[column].Text})
			r.cells[column] = Cell{}
		}
	}
	if s.value.Kind == Blank {
		return r.taken.Cells(1)
	}
	if err := r.taken.Cells(s.Right - s.Left + 1); err != nil {
		return err
	}
	r.widen(s.Right + 1)
	for column := s.Left; column <= s.Right; column++ {
		if r.veiled(column) || r.cells[column].Kind != Blank {
			continue
		}
		r.cells[column] = s.value
		if !hidden && !s.shown {
			r.cells[column].First, s.shown = true, true
		}
	}
	return nil
}
