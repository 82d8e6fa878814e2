package tabular

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// errNotUTF8 says that bytes are not the text they should be.
var errNotUTF8 = errors.New("the text is not in UTF-8")

// UTF8 gives the bytes of a text in UTF-8, without a byte-order mark. Bytes that
// are sound UTF-8 are taken as such whatever the charset that was announced for them,
// which is often a guess; others are read in that charset.
func UTF8(text []byte, charset string) ([]byte, error) {
	if rest, ok := bytes.CutPrefix(text, []byte("\xef\xbb\xbf")); ok {
		text = rest
	}
	if utf8.Valid(text) && !bytes.ContainsRune(text, 0) {
		return text, nil
	}
	from, err := htmlindex.Get(charset)
	if err != nil {
		return nil, fmt.Errorf("%w, and its charset %q is not known", errNotUTF8, charset)
	}
	if from == unicode.UTF8 {
		return nil, errNotUTF8
	}
	decoded, _, err := transform.Bytes(unicode.BOMOverride(from.NewDecoder()), text)
	return decoded, err
}

// JSON reads a JSON document, which is always in UTF-8 (RFC 8259): bytes that are
// not end the reading with an error.
func JSON(r io.Reader) io.Reader {
	return transform.NewReader(r, transform.Chain(unicode.BOMOverride(transform.Nop), encoding.UTF8Validator))
}
