package markup

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vigie/internal/collect/read/budget"
)

// A cell may claim to span anything: these are far above what a page shows.
const (
	maxColumns = 200
	maxRows    = 20_000
)

// Table is one table of a page.
type Table struct {
	Caption string
	node    *html.Node
}

// Tables finds the tables among elements and within them, in the order of the page.
func Tables(s *goquery.Selection) []Table {
	var out []Table
	for _, n := range s.Filter("table").AddSelection(s.Find("table")).Nodes {
		t := Table{node: n}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Caption {
				t.Caption = wordsOf(c)
				break
			}
		}
		out = append(out, t)
	}
	return out
}

// Cell is one place of a table.
type Cell struct {
	Text  string // its words, with a line feed between what stands one below the other
	Over  Span   // the places that the cell has
	Again bool   // the cell goes on here, from the left or from above
}

// Span is how many columns and rows a cell has.
type Span struct{ Columns, Rows int }

// String writes a span of several cells: 2 rows, 3 columns, or 2 rows of 3 columns.
func (s Span) String() string {
	switch {
	case s.Rows == 1:
		return fmt.Sprintf("%d columns", s.Columns)
	case s.Columns == 1:
		return fmt.Sprintf("%d rows", s.Rows)
	}
	return fmt.Sprintf("%d rows of %d columns", s.Rows, s.Columns)
}

// Hidden says that the page does not show the table.
func (t Table) Hidden() bool { return !Shown(t.node) }

// Rows gives the texts of a table, row by row, and io.EOF at the end. A cell that
// spans several columns or rows stands in each of them, but for one that fills its
// row alone, such as a heading across the table: its row has one cell. A table, rows
// and cells that the page does not show are left out, and so is what goes on past the
// bounds of a table. Each cell is taken from the budget; the error is that of the budget.
func (t Table) Rows(taken *budget.Budget) func() ([]string, error) {
	if t.Hidden() {
		return func() ([]string, error) { return nil, io.EOF }
	}
	next := t.Cells(taken, func(string) {})
	return func() ([]string, error) {
		cells, err := next()
		var out []string
		for _, c := range cells {
			out = append(out, c.Words())
		}
		return out, err
	}
}

// Words is the text of a cell on one line.
func (c Cell) Words() string { return strings.ReplaceAll(c.Text, "\n", " ") }

// Cells gives the cells of a table as Rows does, even of a table that is not shown; what
// stands in the rows that are hidden within it goes to hidden.
func (t Table) Cells(taken *budget.Budget, hidden func(text string)) func() ([]Cell, error) {
	var rows []*html.Node
	for tr := range t.own() {
		rows = append(rows, tr)
	}
	r := unfolding{taken: taken, down: map[int]carried{}}
	given := 0
	return func() ([]Cell, error) {
		for len(rows) > 0 && given < maxRows {
			tr := rows[0]
			rows = rows[1:]
			if !shownWithin(tr, t.node) {
				if err := t.pass(taken, tr, hidden); err != nil {
					return nil, err
				}
				continue
			}
			given++
			return r.row(tr)
		}
		return nil, io.EOF
	}
}

// pass gives the text of a hidden row to hidden.
func (t Table) pass(taken *budget.Budget, tr *html.Node, hidden func(text string)) error {
	var cells []*html.Node
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		cells = append(cells, c)
	}
	text := wordsOf(cells...)
	if text != "" {
		hidden(text)
	}
	return taken.Bytes(len(text))
}

// own gives the rows of a table, not those of a table within it.
func (t Table) own() iter.Seq[*html.Node] {
	var walk func(n *html.Node, yield func(*html.Node) bool) bool
	walk = func(n *html.Node, yield func(*html.Node) bool) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Tr && !yield(c) || c.DataAtom != atom.Table && !walk(c, yield) {
				return false
			}
		}
		return true
	}
	return func(yield func(*html.Node) bool) { walk(t.node, yield) }
}

// carried is a cell that goes on in the rows below.
type carried struct {
	cell Cell
	rows int
}

// unfolding gives each cell all the places that it spans.
type unfolding struct {
	taken *budget.Budget
	down  map[int]carried // column → what comes from above
	cells []Cell
}

func (u *unfolding) row(tr *html.Node) ([]Cell, error) {
	u.cells = nil
	alone, across := 0, 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th || unseen(c) {
			continue
		}
		u.above()
		text := linesOf(c)
		if err := u.taken.Bytes(len(text)); err != nil {
			return nil, err
		}
		across, alone = span(c, "colspan", maxColumns), alone+1
		over := Span{across, span(c, "rowspan", maxRows)}
		for i := range across {
			if len(u.cells) == maxColumns {
				break
			}
			u.carry(carried{Cell{text, over, true}, over.Rows - 1})
			u.cells = append(u.cells, Cell{text, over, i > 0})
		}
	}
	u.above()
	if err := u.taken.Cells(len(u.cells)); err != nil {
		return nil, err
	}
	if alone == 1 && len(u.cells) == across {
		return u.cells[:1], nil
	}
	return u.cells, nil
}

// above fills what cells of the rows above go on in.
func (u *unfolding) above() {
	for len(u.cells) < maxColumns {
		c := u.down[len(u.cells)]
		if c.rows == 0 {
			return
		}
		u.carry(carried{c.cell, c.rows - 1})
		u.cells = append(u.cells, c.cell)
	}
}

// carry notes what goes on below the next place of the row.
func (u *unfolding) carry(c carried) {
	if c.rows == 0 {
		delete(u.down, len(u.cells))
		return
	}
	u.down[len(u.cells)] = c
}

func span(cell *html.Node, key string, most int) int {
	n, err := strconv.Atoi(cmp.Or(attribute(cell, key), "1"))
	if err != nil {
		return 1
	}
	return min(max(1, n), most)
}
