package decp

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"vigie/internal/france/filter"
	"vigie/internal/value/tabular"
)

// table takes the rows of a table of which only a few pass: it looks at the cells
// that the filter judges, and reads the others of those alone.
type table struct {
	in     *intake
	header tabular.Header
	width  int
	only   map[string]bool // second reading: the markets whose other rows are wanted
	cells  [][]byte        // of the present row

	cpv, object, uid, buyer, id int
	holders                     []int
}

func newTable(in *intake, names [][]byte, only map[string]bool) *table {
	var columns []string
	for _, n := range names {
		columns = append(columns, string(n))
	}
	t := &table{in: in, header: layout().Match(columns), width: len(columns), only: only}
	t.cpv, t.object, t.uid = t.header.Place("cpv"), t.header.Place("object"), t.header.Place("uid")
	t.buyer, t.id = t.header.Place("buyer"), t.header.Place("id")
	for _, h := range []string{"holder", "holder_2", "holder_3"} {
		if i := t.header.Place(h); i >= 0 {
			t.holders = append(t.holders, i)
		}
	}
	if only == nil {
		in.has(columns, formOf(func(name string) bool { return t.header.Has(name) }))
		for _, u := range t.header.Unread {
			in.unread.Add(u, "")
		}
	}
	return t
}

var errColumns = errors.New("the table lacks columns of contracts")

func (t *table) sound() error {
	if t.cpv < 0 || t.object < 0 || t.buyer < 0 || t.uid < 0 && t.id < 0 {
		return fmt.Errorf("%w: it has %s", errColumns, strings.Join(t.in.columns, ", "))
	}
	return nil
}

// row gives a cell of the present row by the name of its column.
func (t *table) row(column string) string {
	if i := t.header.Place(column); i >= 0 {
		return string(t.cells[i])
	}
	return ""
}

// take takes one row.
func (t *table) take(cells [][]byte, line int) error {
	t.cells = cells
	supplier := false
	for _, h := range t.holders {
		supplier = supplier || t.in.rule.Supplier(cells[h])
	}
	if t.only != nil {
		return t.again(supplier, line)
	}
	t.in.rows++
	object, damage := objectOf(cells[t.object])
	v := t.in.judge.Of(t.in.rule.Class(cells[t.cpv]), object, supplier)
	if !v.Taken {
		t.in.leave(v.Why)
		t.in.damaged = t.in.damaged.With(damage)
		return nil
	}
	return t.keep(v.Why, line)
}

// again takes a row that the first reading has left, when it is of a market that
// one of its other holders has let through.
func (t *table) again(supplier bool, line int) error {
	if supplier || !t.wanted() {
		return nil
	}
	object, _ := objectOf(t.cells[t.object])
	v := t.in.judge.Of(t.in.rule.Class(t.cells[t.cpv]), object, false)
	if v.Taken {
		return nil
	}
	t.in.left[v.Why]--
	return t.keep(filter.BySupplier, line)
}

// wanted says that the present row is of one of the markets of a second reading.
func (t *table) wanted() bool {
	if t.uid >= 0 && len(t.cells[t.uid]) > 0 && bytes.HasPrefix(t.cells[t.uid], t.cells[t.buyer]) {
		return t.only[string(t.cells[t.uid])]
	}
	buyer, _ := readBuyer(t.row("buyer"))
	return t.only[market(t.row("uid"), buyer, t.row("id"))]
}

func (t *table) keep(why string, line int) error {
	return t.in.keep(t.in.spelt(t.row).contracts(t.in.rule), why, 0, fmt.Sprintf("line %d", line))
}

// unsound reports a row that cannot be read.
func (t *table) unsound(line int, cells [][]byte) error {
	if t.only != nil {
		return nil
	}
	t.in.rows++
	found, wanted := errQuote.Error(), fmt.Sprintf("%d cells", t.width)
	if cells != nil {
		found = fmt.Sprintf("%d cells", len(cells))
	}
	return t.in.reject(fmt.Sprintf("line %d", line), "", found, wanted)
}
