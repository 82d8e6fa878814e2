package anssi

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"
)

// The library that reads the file format trusts what a file says of itself: it
// panics on malformed files, follows references in circles, makes room for as many
// objects as a number announces, and looks for ever for the end of a string. What
// is here keeps such files from it.

// Bounds far above what the catalogue holds.
const (
	maxContent = 16 << 20 // bytes of the contents of one page, unpacked
	maxCmap    = 1 << 20  // bytes of one table of characters, unpacked
)

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

// unpacked gives the bytes of a stream, as long as they are not too many.
func unpacked(v pdf.Value, most int64) ([]byte, error) {
	r := v.Reader()
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(text)) > most {
		return nil, fmt.Errorf("a stream of the PDF holds more than %d bytes", most)
	}
	return text, err
}

// checkContents says that the contents of a page, unpacked, are not too long and
// that their strings end.
func checkContents(c pdf.Value) error {
	if c.Kind() == pdf.Stream {
		text, err := unpacked(c, maxContent)
		if err != nil {
			return err
		}
		return ended(text)
	}
	var whole []byte
	for i := range c.Len() {
		text, err := unpacked(c.Index(i), maxContent-int64(len(whole)))
		if err != nil {
			return err
		}
		whole = append(whole, text...)
	}
	return ended(whole)
}

var errEndless = errors.New("a string of the PDF does not end")

// ended says that the last string in hexadecimal digits ends.
func ended(text []byte) error {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '%':
			for i < len(text) && text[i] != '\r' && text[i] != '\n' {
				i++
			}
		case '(':
			i = afterText(text, i)
		case '<':
			if i+1 < len(text) && text[i+1] == '<' {
				i++
				continue
			}
			end := bytes.IndexByte(text[i:], '>')
			if end < 0 {
				return errEndless
			}
			i += end
		}
	}
	return nil
}

// afterText is where a string in parentheses ends.
func afterText(text []byte, i int) int {
	for depth := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return i
}

var referred = regexp.MustCompile(`/(?:N|First|Length)\s+[0-9]+\s+[0-9]+\s+R`)

// checkPacked looks into the objects that a file keeps in streams (§ 7.5.7), which
// the library unpacks by itself.
func checkPacked(raw []byte) error {
	const far = 4_000 // bytes of what a stream says of itself
	for i := 0; ; {
		at := bytes.Index(raw[i:], []byte("/ObjStm"))
		if at < 0 {
			return nil
		}
		at += i
		i = at + 1
		from := bytes.LastIndex(raw[max(0, at-far):at], []byte("obj"))
		to := bytes.Index(raw[at:min(len(raw), at+far)], []byte("stream"))
		if from < 0 || to < 0 {
			continue
		}
		from, to = max(0, at-far)+from, at+to
		told := raw[from:to]
		if referred.Match(told) {
			return errors.New("a stream of objects of the PDF does not say how many it holds")
		}
		rest, _, _ := bytes.Cut(bytes.TrimLeft(raw[to+len("stream"):], "\r\n"), []byte("endstream"))
		var body io.Reader = bytes.NewReader(rest)
		if bytes.Contains(told, []byte("/FlateDecode")) {
			flat, err := zlib.NewReader(body)
			if err != nil {
				return fmt.Errorf("a stream of objects of the PDF cannot be unpacked: %w", err)
			}
			body = flat
		}
		text, err := io.ReadAll(io.LimitReader(body, maxContent+1))
		switch {
		case err != nil:
			return fmt.Errorf("a stream of objects of the PDF cannot be unpacked: %w", err)
		case len(text) > maxContent:
			return fmt.Errorf("a stream of objects of the PDF holds more than %d bytes", maxContent)
		}
		if err := ended(text); err != nil {
			return err
		}
	}
}
