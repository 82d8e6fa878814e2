package tabular

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// looked is how many bytes are looked at to find an encoding, from the first one
// that is no plain letter.
const looked = 4096

// Decoded gives a text of any size in UTF-8, as a stream. A byte-order mark is
// obeyed. Bytes that are sound UTF-8 are taken as such whatever charset was announced
// for them, which is often a guess; others are read in that charset, and in
// Windows-1252 when none was announced, but for what a Mac or MS-DOS wrote, and for UTF-16
// without its mark. What cannot be read in it becomes Broken, which
// a reader refuses.
func Decoded(r io.Reader, charset string) (io.Reader, error) {
	from, err := htmlindex.Get("windows-1252")
	if charset != "" {
		from, err = htmlindex.Get(charset)
	}
	if err != nil {
		return nil, fmt.Errorf("the charset %q is not known", charset)
	}
	b := bufio.NewReaderSize(r, looked)
	if head, _ := b.Peek(3); string(head) == "\xef\xbb\xbf" {
		_, _ = b.Discard(3)
		return transform.NewReader(b, broken{}), nil
	} else if len(head) >= 2 && (string(head[:2]) == "\xff\xfe" || string(head[:2]) == "\xfe\xff") {
		return transform.NewReader(b, unicode.BOMOverride(encoding.Nop.NewDecoder())), nil
	}
	if head, _ := b.Peek(64); wide(head) != "" {
		if from, err = htmlindex.Get(wide(head)); err != nil {
			return nil, err
		}
		return transform.NewReader(b, from.NewDecoder()), nil
	}
	return &decoded{from: b, announced: from}, nil
}

// decoded lets plain letters through until a byte shows which encoding it is.
type decoded struct {
	from      *bufio.Reader
	announced encoding.Encoding
	last      []byte // the last plain letter, if there was one
	settled   io.Reader
}

func (d *decoded) Read(p []byte) (int, error) {
	if d.settled != nil {
		return d.settled.Read(p)
	}
	head, err := d.from.Peek(min(max(len(p), 1), looked))
	if len(head) == 0 {
		return 0, err
	}
	plain := 0
	for plain < len(head) && head[plain] < utf8.RuneSelf {
		plain++
	}
	if plain > 0 {
		n, err := io.ReadFull(d.from, p[:min(plain, len(p))])
		d.last = bytes.Clone(p[max(0, n-1):n])
		return n, err
	}
	sample, _ := d.from.Peek(looked)
	if soundUTF8(sample) {
		// What comes after the sample may still be broken.
		d.settled = transform.NewReader(d.from, broken{})
	} else {
		d.settled = transform.NewReader(d.from, decoderOf(old(slices.Concat(d.last, sample), d.announced)))
	}
	return d.settled.Read(p)
}

// decoderOf reads an encoding that was announced; UTF-8 that is not sound is marked.
func decoderOf(announced encoding.Encoding) transform.Transformer {
	if announced == unicode.UTF8 {
		return broken{}
	}
	return announced.NewDecoder()
}

// soundUTF8 says that bytes are UTF-8; a character may be cut at their end.
func soundUTF8(b []byte) bool {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-i:]) {
				b = b[:len(b)-i]
			}
			break
		}
	}
	return utf8.Valid(b)
}
