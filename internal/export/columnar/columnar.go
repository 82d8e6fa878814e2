// Package columnar writes a table as Apache Parquet, which pandas, Polars, R and DuckDB
// read without guessing at types.
//
//	err := columnar.Parquet(file, table)
//
// The columns keep their order and names. Text is UTF8; a list is LIST of UTF8; a day is
// DATE; yes or no is BOOLEAN; a whole number is INT64; a number is DECIMAL(18, 6), exact,
// or DECIMAL(38, 10) in a column with one that needs more, or text where one needs more
// still. What is not known is null; a list is empty rather than null. The file's metadata hold the title of the table,
// what a row is, and what each column means. The same table gives the same bytes.
package columnar

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"vigie/internal/export"
	"vigie/internal/value/lang"
)

// group is the root of a schema, whose columns stand in the order of the table.
type group struct {
	parquet.Group
	order []string
}

// Fields gives the columns in their order.
func (g group) Fields() []parquet.Field {
	byName := map[string]parquet.Field{}
	for _, f := range g.Group.Fields() {
		byName[f.Name()] = f
	}
	out := make([]parquet.Field, len(g.order))
	for i, name := range g.order {
		out[i] = byName[name]
	}
	return out
}

// column is how the cells of a column are written.
type column struct {
	export.Column
	wide bool // a decimal of 38 digits
	text bool // numbers that no decimal holds
}

// batch is how many rows are handed to the library at once, and pages how many stand in a
// group of rows: what is held in memory.
const (
	batch = 256
	pages = 50_000
)

// Parquet writes the table. It goes through the rows twice: once for the widths of the
// decimals, once to write.
func Parquet(w io.Writer, t export.Table, l lang.Lang) error {
	columns := columnsOf(t)
	root := group{Group: parquet.Group{}}
	for _, c := range columns {
		root.order = append(root.order, c.Name)
		root.Group[c.Name] = c.node()
	}
	out := parquet.NewWriter(w, parquet.NewSchema(t.ID, root), parquet.Compression(&parquet.Zstd),
		parquet.CreatedBy("vigie", export.Version, "parquet-go"), parquet.MaxRowsPerRowGroup(pages),
		parquet.KeyValueMetadata("title", t.Title.In(l)), parquet.KeyValueMetadata("description", t.About.In(l)),
		parquet.KeyValueMetadata("columns", meanings(t, l)))
	rows := make([]parquet.Row, 0, batch)
	flush := func() error {
		_, err := out.WriteRows(rows)
		rows = rows[:0]
		return err
	}
	at := 1
	for row := range t.Rows {
		at++
		values := make(parquet.Row, 0, len(row))
		for i, cell := range row {
			var err error
			if values, err = columns[i].add(values, i, cell); err != nil {
				return fmt.Errorf("row %d, column %s: %w", at, columns[i].Name, err)
			}
		}
		if rows = append(rows, values); len(rows) == batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return out.Close()
}

func columnsOf(t export.Table) []column {
	out := make([]column, len(t.Columns))
	for i, c := range t.Columns {
		out[i].Column = c
	}
	for row := range t.Rows {
		for i, cell := range row {
			if out[i].Type != export.Number || cell.Text == "" || out[i].text {
				continue
			}
			if _, ok := scaled(cell.Text, scale, precision); ok {
				continue
			}
			_, out[i].wide = scaled(cell.Text, wideScale, widePrecision)
			out[i].text = !out[i].wide
		}
	}
	return out
}

const (
	scale, precision         = 6, 18
	wideScale, widePrecision = 10, 38
	wideBytes                = 16
)

func (c column) node() parquet.Node {
	leaf := parquet.String()
	switch {
	case c.Type == export.List:
		return parquet.Required(parquet.List(parquet.String()))
	case c.text:
	case c.Type == export.Integer:
		leaf = parquet.Int(64)
	case c.Type == export.Number:
		leaf = parquet.Decimal(scale, precision, parquet.Int64Type)
		if c.wide {
			leaf = parquet.Decimal(wideScale, widePrecision, parquet.FixedLenByteArrayType(wideBytes))
		}
	case c.Type == export.Boolean:
		leaf = parquet.Leaf(parquet.BooleanType)
	case c.Type == export.Date:
		leaf = parquet.Date()
	}
	return parquet.Optional(leaf)
}

// add appends what a row has in a column: one value, or one per text of a list.
func (c column) add(row parquet.Row, at int, cell export.Cell) (parquet.Row, error) {
	if c.Type == export.List {
		if len(cell.List) == 0 {
			return append(row, parquet.NullValue().Level(0, 0, at)), nil
		}
		for i, text := range cell.List {
			row = append(row, parquet.ByteArrayValue([]byte(text)).Level(min(i, 1), 1, at))
		}
		return row, nil
	}
	if cell.Text == "" {
		return append(row, parquet.NullValue().Level(0, 0, at)), nil
	}
	v, err := c.value(cell.Text)
	return append(row, v.Level(0, 1, at)), err
}

func (c column) value(text string) (parquet.Value, error) {
	if c.text {
		return parquet.ByteArrayValue([]byte(text)), nil
	}
	switch c.Type {
	case export.Integer:
		n, err := strconv.ParseInt(text, 10, 64)
		return parquet.Int64Value(n), err
	case export.Boolean:
		yes, err := strconv.ParseBool(text)
		return parquet.BooleanValue(yes), err
	case export.Date:
		when, err := time.Parse(time.DateOnly, text)
		return parquet.Int32Value(int32(when.Unix() / secondsOfDay)), err
	case export.Number:
		if c.wide {
			n, _ := scaled(text, wideScale, widePrecision)
			return parquet.FixedLenByteArrayValue(bigEndian(n)), nil
		}
		n, _ := scaled(text, scale, precision)
		return parquet.Int64Value(n.Int64()), nil
	}
	return parquet.ByteArrayValue([]byte(text)), nil
}

const secondsOfDay = 24 * 60 * 60

// scaled is a decimal as a whole number of its last place; false when it has more digits
// than there is room for.
func scaled(text string, scale, precision int) (*big.Int, bool) {
	whole, fraction, _ := strings.Cut(text, ".")
	if len(fraction) > scale {
		return nil, false
	}
	n, ok := new(big.Int).SetString(whole+fraction+strings.Repeat("0", scale-len(fraction)), 10)
	if !ok {
		return nil, false
	}
	digits := strings.TrimPrefix(n.String(), "-")
	return n, len(digits) <= precision
}

// bigEndian is a whole number in two's complement on 16 bytes.
func bigEndian(n *big.Int) []byte {
	out := make([]byte, wideBytes)
	if n.Sign() >= 0 {
		return n.FillBytes(out)
	}
	new(big.Int).Not(n).FillBytes(out) // the bits of a negative number are those of its complement, turned
	for i := range out {
		out[i] = ^out[i]
	}
	return out
}

// meanings is what each column is called and means, as a JSON object by name.
func meanings(t export.Table, l lang.Lang) string {
	out := map[string][2]string{}
	for _, c := range t.Columns {
		out[c.Name] = [2]string{c.Label.In(l), c.Meaning.In(l)}
	}
	data, err := json.Marshal(out)
	if err != nil {
		panic(err) // texts cannot fail
	}
	return string(data)
}
