package loose

import (
	"bufio"
	"io"
)

// ahead is above what is read ahead of a record.
const ahead = 128 << 10

// bounded ends a reading that takes more bytes than one record may have, and than
// is read ahead of it.
type bounded struct {
	from   io.Reader
	most   int64
	left   int64 // below zero once it was too much
	values int
}

// again starts a new record.
func (b *bounded) again() { b.left, b.values = b.most+ahead, 0 }

func (b *bounded) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, ErrTooLong
	}
	n, err := b.from.Read(p)
	b.left -= int64(n)
	return n, err
}

// plain gives JSON without the NaN that some programs write for no value: an
// empty text stands there instead. Nothing within a text is touched.
type plain struct {
	from     *bufio.Reader
	text     bool // within a text
	escaped  bool // after a backslash within a text
	leftover []byte
}

func newPlain(r io.Reader) *plain { return &plain{from: bufio.NewReaderSize(r, 64<<10)} }

func (p *plain) Read(out []byte) (int, error) {
	n := 0
	for n < len(out) {
		if len(p.leftover) > 0 {
			m := copy(out[n:], p.leftover)
			p.leftover, n = p.leftover[m:], n+m
			continue
		}
		if n > 0 && p.from.Buffered() == 0 {
			return n, nil
		}
		c, err := p.from.ReadByte()
		if err != nil {
			return n, err
		}
		switch {
		case p.escaped:
			p.escaped = false
		case p.text && c == '\\':
			p.escaped = true
		case c == '"':
			p.text = !p.text
		case !p.text && c == 'N':
			if next, _ := p.from.Peek(2); string(next) == "aN" {
				_, _ = p.from.Discard(2)
				p.leftover = []byte(`""`)
				continue
			}
		}
		out[n] = c
		n++
	}
	return n, nil
}
