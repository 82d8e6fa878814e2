package decp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"vigie/internal/collect"
	"vigie/internal/value/cal"
)

// Read at once: rows, and bytes of a column.
const (
	rowsAtOnce = 256
	readAtOnce = 256 << 10
)

// parquet reads a table whose columns stand apart: only those that are taken are
// read, a page of each at a time.
func (in *intake) parquet(ctx context.Context, doc collect.Document, only map[string]bool) error {
	if err := preflight(doc.Body, doc.Size); err != nil {
		return err
	}
	file, err := parquet.OpenFile(doc.Body, doc.Size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true),
		parquet.ReadBufferSize(readAtOnce))
	if err != nil {
		return err
	}
	p := newProjection(in, file.Schema(), only)
	if err := p.sound(); err != nil {
		return err
	}
	if err := modest(ctx, doc.Body, file, p.wantedColumns()); err != nil {
		return err
	}
	reader := parquet.NewReader(file, p.schema)
	defer reader.Close()
	rows := make([]parquet.Row, rowsAtOnce)
	for read := 0; ; {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		n, err := reader.ReadRows(rows)
		for _, row := range rows[:n] {
			read++
			if err := p.take(p.fill(row), read); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if n == 0 {
			return fmt.Errorf("the file stops giving rows after %d", read)
		}
	}
}

// projection is the table with the columns that are taken alone.
type projection struct {
	*table
	schema *parquet.Schema
	place  []int // of each column of the schema, among the columns of the table
	leaf   []parquet.Node
	text   []byte // of cells that are no text in the file
	row    [][]byte
}

func newProjection(in *intake, whole *parquet.Schema, only map[string]bool) *projection {
	var names [][]byte
	for _, f := range whole.Fields() {
		names = append(names, []byte(f.Name()))
	}
	p := &projection{table: newTable(in, names, only), row: make([][]byte, len(names))}
	group := parquet.Group{}
	for _, c := range layout().Take {
		if i := p.header.Place(c.Name); i >= 0 {
			if f := whole.Fields()[i]; f.Leaf() && !f.Repeated() {
				group[f.Name()] = f
			}
		}
	}
	p.schema = parquet.NewSchema("contracts", group)
	for _, f := range p.schema.Fields() {
		p.place = append(p.place, slices.IndexFunc(names, func(n []byte) bool { return string(n) == f.Name() }))
		p.leaf = append(p.leaf, f)
	}
	return p
}

func (p *projection) wantedColumns() map[string]bool {
	out := map[string]bool{}
	for _, f := range p.schema.Fields() {
		out[f.Name()] = true
	}
	return out
}

// fill gives the cells of a row, valid until the next one.
func (p *projection) fill(row parquet.Row) [][]byte {
	clear(p.row)
	p.text = p.text[:0]
	for _, v := range row {
		if c := v.Column(); c >= 0 && c < len(p.place) && !v.IsNull() {
			p.row[p.place[c]] = p.cell(v, p.leaf[c])
		}
	}
	return p.row
}

// cell writes a value as tables write it.
func (p *projection) cell(v parquet.Value, of parquet.Node) []byte {
	from := len(p.text)
	switch v.Kind() {
	case parquet.ByteArray, parquet.FixedLenByteArray:
		return v.ByteArray()
	case parquet.Boolean:
		p.text = strconv.AppendBool(p.text, v.Boolean())
	case parquet.Int32:
		if isDate(of) {
			p.text = append(p.text, daysAfter(v.Int32())...)
		} else {
			p.text = strconv.AppendInt(p.text, int64(v.Int32()), 10)
		}
	case parquet.Int64:
		p.text = strconv.AppendInt(p.text, v.Int64(), 10)
	case parquet.Float:
		p.text = strconv.AppendFloat(p.text, float64(v.Float()), 'f', -1, 32)
	case parquet.Double: // the shortest digits are those that the producer wrote
		p.text = strconv.AppendFloat(p.text, v.Double(), 'f', -1, 64)
	}
	return p.text[from:len(p.text):len(p.text)]
}

func isDate(n parquet.Node) bool {
	t := n.Type().LogicalType()
	if t == nil {
		return false
	}
	_, is := t.Value.(*format.DateType)
	return is
}

// daysAfter is a day counted from 1970-01-01.
func daysAfter(n int32) string {
	if n < 0 || n > 130*366 {
		return ""
	}
	return cal.NewDay(1970, 1, 1).AddDays(int(n)).String()
}
