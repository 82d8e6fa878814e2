package recipe

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"vigie/internal/collect"
	"vigie/internal/record"
	"vigie/internal/value/tabular"
)

// sampled is how much of a file is looked at to guess what parts its cells.
const sampled = 64 << 10

// csvRows reads a CSV file of any size, one row in memory at a time.
func csvRows(r record.Recipe) extraction {
	return func(ctx context.Context, doc collect.Document, h *harvest) error {
		return h.table(layout(r), func(bool) (lines, error) { return csvLines(ctx, r, doc) }, false)
	}
}

func csvLines(ctx context.Context, r record.Recipe, doc collect.Document) (lines, error) {
	text, err := decoded(r, doc)
	if err != nil {
		return nil, err
	}
	head := bufio.NewReaderSize(&returns{from: bufio.NewReader(text)}, sampled)
	sample, err := head.Peek(sampled)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	sign := separator(r, string(sample))
	in := &reins{Reader: &counting{Reader: head, sign: byte(min(sign, utf8.RuneSelf))}, ctx: ctx}
	c := csv.NewReader(in)
	c.FieldsPerRecord = -1
	c.Comma = sign
	return func() (line, error) {
		in.let(c.InputOffset())
		cells, err := c.Read()
		at := func() string { n, _ := c.FieldPos(0); return fmt.Sprintf("l. %d", n) }
		var fault *csv.ParseError
		switch {
		case errors.As(err, &fault):
			return line{cells: cells, at: fmt.Sprintf("l. %d", fault.StartLine), fault: broken(fault)}, nil
		case err != nil:
			return line{}, err
		}
		return line{cells: cells, at: at()}, nil
	}, nil
}

// counting refuses a line of far more cells than any table has columns, before they
// are made.
type counting struct {
	io.Reader
	sign   byte // what parts cells; beyond ASCII, nothing is counted
	cells  int
	quoted bool
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	for _, b := range p[:n] {
		switch {
		case b == '"':
			c.quoted = !c.quoted
		case b == '\n' && !c.quoted:
			c.cells = 0
		case b == c.sign && !c.quoted:
			if c.cells++; c.cells > maxColumns {
				return 0, fmt.Errorf("a row has more than %d cells", maxColumns)
			}
		}
	}
	return n, err
}

// broken says what is wrong with a line, and how far it goes: a quote that is never
// closed takes the lines below with it.
func broken(fault *csv.ParseError) string {
	if fault.Line > fault.StartLine {
		return fmt.Sprintf("a line of CSV (%v: the lines to l. %d are lost with it)", fault.Err, fault.Line)
	}
	return fmt.Sprintf("a line of CSV (%v)", fault.Err)
}

// decoded is the text of a document in UTF-8; the recipe may know its charset
// better than the source.
func decoded(r record.Recipe, doc collect.Document) (io.Reader, error) {
	charset := doc.Charset
	if r.Charset != "" {
		charset = r.Charset
	}
	return tabular.Decoded(doc.Reader(), charset)
}

// separator is what parts the cells: what the recipe says, or the sign under which
// one of the first lines has most of the columns that are wanted.
func separator(r record.Recipe, sample string) rune {
	if r.Separator != "" {
		return []rune(r.Separator)[0]
	}
	wanted, best, sign := layout(r), -1, ';'
	for _, s := range ";,\t|" {
		c := csv.NewReader(strings.NewReader(sample))
		c.FieldsPerRecord, c.Comma, c.LazyQuotes = -1, s, true
		for range topRows {
			cells, err := c.Read()
			if err != nil {
				break
			}
			if n := len(wanted.Take) - len(wanted.Match(cells).Missing); n > best {
				best, sign = n, s
			}
		}
	}
	return sign
}

// reins hold a reader back: it gets no more than one row ahead of what was taken,
// so that a quote that never closes does not fill the memory, and it stops with
// the run.
type reins struct {
	io.Reader
	ctx          context.Context
	given, until int64
}

var errLong = fmt.Errorf("a row goes on for more than %d bytes", maxRow)

// let allows one more row after so many bytes.
func (r *reins) let(taken int64) { r.until = taken + maxRow }

func (r *reins) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if r.given >= r.until {
		return 0, errLong
	}
	n, err := r.Reader.Read(p[:min(int64(len(p)), r.until-r.given)])
	r.given += int64(n)
	return n, err
}
