package anssi

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/ledongthuc/pdf"
)

// Bounds far above what the catalogue holds.
const (
	maxContent = 2 << 20   // bytes of the contents of one page, unpacked
	maxPacked  = 8 << 20   // bytes of one stream of objects, unpacked
	maxAll     = 256 << 20 // bytes of all of them
	maxCmap    = 1 << 20   // bytes of one table of characters, unpacked
)

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
func checkPacked(ctx context.Context, raw []byte) error {
	const far = 4_000 // bytes of what a stream says of itself
	streams, all := 0, 0
	for i := 0; ; {
		if streams++; streams > maxStreams {
			return fmt.Errorf("the PDF has more than %d streams of objects", maxStreams)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
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
		head := raw[from:to]
		if referred.Match(head) {
			return errors.New("a stream of objects of the PDF does not say how many it holds")
		}
		rest := bytes.TrimLeft(raw[to+len("stream"):], "\r\n")
		if end := bytes.Index(rest[:min(len(rest), maxPacked)], []byte("endstream")); end >= 0 {
			rest = rest[:end]
		}
		var body io.Reader = bytes.NewReader(rest)
		if bytes.Contains(head, []byte("/FlateDecode")) {
			flat, err := zlib.NewReader(body)
			if err != nil {
				return fmt.Errorf("a stream of objects of the PDF cannot be unpacked: %w", err)
			}
			body = flat
		}
		text, err := io.ReadAll(io.LimitReader(body, maxPacked+1))
		all += len(text)
		switch {
		case err != nil:
			return fmt.Errorf("a stream of objects of the PDF cannot be unpacked: %w", err)
		case len(text) > maxPacked:
			return fmt.Errorf("a stream of objects of the PDF holds more than %d bytes", maxPacked)
		case all > maxAll:
			return fmt.Errorf("the streams of objects of the PDF hold more than %d bytes", maxAll)
		}
		if err := ended(text); err != nil {
			return err
		}
	}
}
