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

var (
	sizes    = regexp.MustCompile(`/(?:Size|N|First|Columns|W|Index|Count)[\s\x00]*(\[[^\]]*\]?|[+-]?[0-9]+)`)
	integers = regexp.MustCompile(`[0-9]+`)
)

// sober refuses a file that announces more objects, columns or pages than it has
// bytes: the library would make room for them.
func sober(raw []byte) error {
	most := max(1<<20, len(raw))
	check := func(text []byte) error {
		for _, n := range integers.FindAll(text, -1) {
			if v, err := strconv.ParseInt(string(n), 10, 64); err != nil || v > int64(most) {
				return fmt.Errorf("the PDF announces %.40s objects or offsets in %d bytes", n, len(raw))
			}
		}
		return nil
	}
	for _, m := range sizes.FindAllSubmatch(raw, -1) {
		if err := check(m[1]); err != nil {
			return err
		}
	}
	for rest := raw; ; { // the tables of cross-references (§ 7.5.4)
		i := bytes.Index(rest, []byte("xref"))
		if i < 0 {
			return nil
		}
		from := rest[i+len("xref"):]
		if !bytes.HasSuffix(rest[:i], []byte("start")) {
			end := bytes.Index(from, []byte("trailer"))
			if end < 0 {
				end = len(from)
			}
			if err := check(from[:end]); err != nil {
				return err
			}
		}
		rest = from
	}
}
