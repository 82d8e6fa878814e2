package anssi

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// The library that reads the file format trusts what a file says of itself: it
// panics on malformed files, follows references in circles, makes room for as many
// objects as a number announces, and looks for ever for the end of a string. What
// is here keeps such files from it.

// recovered turns what the library throws into an error.
func recovered(what string, err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%s cannot be read: %v", what, r)
	}
}

// allowance lets the library read only so much, so that references that go round
// in circles come to an end, and nothing once the run is over.
type allowance struct {
	io.ReaderAt
	ctx  context.Context
	left int64
}

var errCircles = errors.New("the PDF refers to itself in circles")

// ReadAt reads, as long as there is some left.
func (a *allowance) ReadAt(p []byte, off int64) (int, error) {
	if err := a.ctx.Err(); err != nil {
		return 0, err
	}
	if a.left -= int64(len(p)); a.left < 0 {
		return 0, errCircles
	}
	return a.ReaderAt.ReadAt(p, off)
}

// Bounds far above the catalogue, which has some thousands of objects and two tables.
const (
	maxObjects = 500_000
	maxTables  = 64 // of cross-references
	maxStreams = 20_000
)

var (
	sizes    = regexp.MustCompile(`/(?:Size|N|First|Columns|W|Index|Count)[\s\x00]*(\[[^\]]*\]?|[+-]?[0-9]+)`)
	integers = regexp.MustCompile(`[0-9]+`)
)

// sober refuses a file that announces more objects, columns or pages than it has
// bytes: the library would make room for them.
func sober(ctx context.Context, raw []byte) error {
	check := func(text []byte, most int) error {
		for len(text) > 0 {
			at := integers.FindIndex(text)
			if at == nil {
				return nil
			}
			n := text[at[0]:at[1]]
			if v, err := strconv.ParseInt(string(n), 10, 64); err != nil || v > int64(most) {
				return fmt.Errorf("the PDF announces %.40s objects or offsets in %d bytes", n, len(raw))
			}
			text = text[at[1]:]
		}
		return nil
	}
	for rest := raw; ; {
		m := sizes.FindSubmatchIndex(rest)
		if m == nil {
			break
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := check(rest[m[2]:m[3]], maxObjects); err != nil {
			return err
		}
		rest = rest[m[3]:]
	}
	tables := 0
	for rest := raw; ; { // the tables of cross-references (§ 7.5.4)
		i := bytes.Index(rest, []byte("xref"))
		if i < 0 {
			return nil
		}
		from := rest[i+len("xref"):]
		if !bytes.HasSuffix(rest[:i], []byte("start")) {
			if tables++; tables > maxTables {
				return fmt.Errorf("the PDF has more than %d tables of its objects", maxTables)
			}
			end := bytes.Index(from, []byte("trailer"))
			if end < 0 {
				end = len(from)
			}
			if err := check(from[:end], max(len(raw), maxObjects)); err != nil {
				return err
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			from = from[end:]
		}
		rest = from
	}
}
