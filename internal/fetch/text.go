package fetch

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// Text watches a text go by and finds its charset. The bytes overrule what is announced
// of them: a text whose letters beyond ASCII are UTF-8, for the most part, is in
// UTF-8 whatever its header says, and one whose letters are not, is not. (Where
// UTF-8 is announced, or nothing is, some letters are enough: in French, hardly any
// text of another charset has one by chance, and a text that was damaged must not
// pass for one.) So a text that was saved by hand has the charset of the same text
// fetched.
type Text struct {
	head   []byte // what may hold a byte-order mark or a declaration
	cut    []byte // start of a letter that the next write ends
	whole  int64  // letters that are UTF-8
	broken int64  // bytes that are not
}

// declared is how far a declaration is looked for (HTML § 13.2.3.2).
const declared = 1024

// Write watches; it never fails.
func (t *Text) Write(p []byte) (int, error) {
	n := len(p)
	if more := declared - len(t.head); more > 0 {
		t.head = append(t.head, p[:min(more, n)]...)
	}
	if len(t.cut) > 0 {
		p = append(t.cut, p...)
		t.cut = nil
	}
	for len(p) > 0 {
		if p[0] < utf8.RuneSelf {
			p = p[ascii(p):]
			continue
		}
		if !utf8.FullRune(p) {
			t.cut = append([]byte(nil), p...)
			break
		}
		r, size := utf8.DecodeRune(p)
		if r == utf8.RuneError && size == 1 {
			t.broken++
		} else {
			t.whole++
		}
		p = p[size:]
	}
	return n, nil
}

func ascii(p []byte) int {
	for i, b := range p {
		if b >= utf8.RuneSelf {
			return i
		}
	}
	return len(p)
}

// Charset names the charset, as WHATWG does, of the text that went by: from its
// byte-order mark, its letters, its header, its own declaration; else it is that
// of most old documents, windows-1252. A text without letters beyond ASCII is
// UTF-8 unless another is announced.
func (t *Text) Charset(contentType string) string {
	if _, name, marked := charset.DetermineEncoding(t.head, ""); marked {
		return name
	}
	_, announced, certain := charset.DetermineEncoding(t.head, contentType)
	broken := t.broken + int64(len(t.cut))
	older := certain && announced != "utf-8" // an older charset is announced
	switch {
	case strings.HasPrefix(announced, "utf-16"):
		return announced
	case t.whole+broken == 0 && !certain, t.whole > broken, t.whole*10 > broken && !older:
		return "utf-8"
	case broken > 0 && announced == "utf-8":
		return "windows-1252"
	}
	return announced
}
