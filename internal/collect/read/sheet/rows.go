package sheet

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"vigie/internal/collect/read/budget"
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
