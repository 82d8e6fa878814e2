// Package budget bounds what one document may take: how many cells it unfolds to,
// how many bytes its reader holds. A page of 5 MB can ask for 200 million cells, and
// an archive of 600 kB for gigabytes; a reader that counts what it makes stops there
// with an error that a person can act on, whatever trick the document plays.
//
//	taken := budget.New(ctx, budget.Document())
//	text := taken.Reader(entry)                            // unzipped bytes, counted as they come
//	if err := taken.Cells(len(row)); err != nil { … }      // the document holds more than 5,000,000 cells: …
//
// Each count looks at the context now and then, so that a loop that counts ends with
// its run. A document that is gone through twice is counted twice (Again).
//
// Promises: a count never goes down; the error is a *Spent, or that of the context.
package budget

import (
	"context"
	"io"
)

// Limits are how much one document may take.
type Limits struct {
	Cells int64  // of its tables, spans unfolded
	Bytes int64  // that its reader holds: texts, elements, unpacked streams
	Raise string // how a person can allow more; empty when nobody can
}

// Document is what any document may take. Together with the bytes that it was sent
// as, it keeps a run that reads one under 256 MB.
func Document() Limits { return Limits{Cells: 5_000_000, Bytes: 64 << 20} }

// Budget counts what was taken of one document. It is not for use by several
// goroutines at once.
type Budget struct {
	ctx          context.Context
	most         Limits
	cells, bytes int64
	calls        int
}

// New starts a count.
func New(ctx context.Context, most Limits) *Budget { return &Budget{ctx: ctx, most: most} }

// Again is the same budget, of which nothing was taken.
func (b *Budget) Again() *Budget { return New(b.ctx, b.most) }

// Cells takes cells.
func (b *Budget) Cells(n int) error {
	b.cells += int64(max(n, 0))
	if b.cells > b.most.Cells {
		return &Spent{Of: Cells, Most: b.most.Cells, Raise: b.most.Raise}
	}
	return b.look()
}

// Bytes takes bytes that are held.
func (b *Budget) Bytes(n int) error {
	b.bytes += int64(max(n, 0))
	if b.bytes > b.most.Bytes {
		return &Spent{Of: Bytes, Most: b.most.Bytes, Raise: b.most.Raise}
	}
	return b.look()
}

// often is after how many counts the context is looked at.
const often = 64

// look sees to it that a loop that counts ends with its run.
func (b *Budget) look() error {
	if b.calls++; b.calls%often != 1 {
		return nil
	}
	return b.Err()
}

// Err is that of the context: it is for loops that take nothing.
func (b *Budget) Err() error {
	if b.ctx.Err() != nil {
		return context.Cause(b.ctx)
	}
	return nil
}

// Reader counts the bytes that are read through it, and ends with the context.
func (b *Budget) Reader(r io.Reader) io.Reader { return counted{b, r} }

type counted struct {
	*Budget
	from io.Reader
}

func (c counted) Read(p []byte) (int, error) {
	if err := c.Err(); err != nil {
		return 0, err
	}
	n, err := c.from.Read(p)
	if spent := c.Bytes(n); spent != nil {
		return 0, spent
	}
	return n, err
}
