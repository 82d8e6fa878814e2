package sheet

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/collect/read/budget"
)

// The bounds of a sheet (ECMA-376 has no more).
const (
	mostRows    = 1 << 20
	mostColumns = 1 << 14
)

// Range is a block of cells: rows from 1, columns from 0, the last ones included.
type Range struct{ Top, Left, Bottom, Right int }

// IsZero says that there is no block.
func (r Range) IsZero() bool { return r.Top == 0 }

// Rows is how many there are.
func (r Range) Rows() int { return r.Bottom - r.Top + 1 }

// String writes a block as a spreadsheet does: D2:D3.
func (r Range) String() string { return Place(r.Left, r.Top) + ":" + Place(r.Right, r.Bottom) }

// Place names a cell: column 2 (from 0) of row 12 is C12.
func Place(column, row int) string { return Letters(column) + strconv.Itoa(row) }

// Letters name a column, which is counted from 0.
func Letters(column int) string {
	out := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		out = string(rune('A'+(n-1)%26)) + out
	}
	return out
}

// place reads the name of a cell; false when it is none.
func placeOf(name string) (column, row int, ok bool) {
	i := 0
	for i < len(name) && i < 4 && name[i]|0x20 >= 'a' && name[i]|0x20 <= 'z' {
		column = column*26 + int(name[i]|0x20-'a') + 1
		i++
	}
	row, err := strconv.Atoi(name[i:])
	return column - 1, row, err == nil && i > 0 && column <= mostColumns && row >= 1 && row <= mostRows
}

func rangeOf(name string) (Range, bool) {
	from, to, two := strings.Cut(strings.ReplaceAll(name, "$", ""), ":")
	if !two {
		to = from
	}
	left, top, one := placeOf(from)
	right, bottom, other := placeOf(to)
	return Range{min(top, bottom), min(left, right), max(top, bottom), max(left, right)}, one && other
}

// merged reads which cells of a sheet are merged, by their first row: a file says so
// below its rows. A sheet that has none is not read as tags.
func (b *Book) merged(name string, taken *budget.Budget) ([]Range, error) {
	if some, err := b.mentions(name, "mergeCell"); err != nil || !some {
		return nil, err
	}
	p, err := b.part(name)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	var out []Range
	for {
		e, err := p.next()
		if errors.Is(err, io.EOF) {
			slices.SortStableFunc(out, func(a, b Range) int { return cmp.Compare(a.Top, b.Top) })
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if e.kind != opens || e.name != "mergeCell" || p.parent() != "mergeCells" {
			continue
		}
		r, ok := rangeOf(e.attribute("ref"))
		if !ok {
			return nil, p.damaged(fmt.Errorf("%.40q are no cells", e.attribute("ref")))
		}
		if err := taken.Bytes(128); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
}

// mentions says whether a part holds a word.
func (b *Book) mentions(name, word string) (bool, error) {
	from, err := b.unzip(name)
	if err != nil {
		return false, err
	}
	defer from.Close()
	in := bufio.NewReaderSize(&held{from: from, taken: b.taken, until: longest}, 64<<10)
	for {
		window, err := in.Peek(64 << 10)
		if bytes.Contains(window, []byte(word)) {
			return true, nil
		}
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, (&part{name: name, in: &held{taken: b.taken}}).damaged(err)
		}
		if _, err := in.Discard(len(window) - len(word)); err != nil {
			return false, err
		}
	}
}
