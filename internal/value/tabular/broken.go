package tabular

import (
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// Broken stands for a byte that is no part of a text in the encoding that the document
// has: no text holds this sign. U+FFFD is another thing: the source wrote it itself,
// for a letter that was lost before.
const Broken = '\ufffe'

// broken lets UTF-8 through, with Broken for each byte that is none.
type broken struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (broken) Transform(to, from []byte, whole bool) (wrote, read int, err error) {
	for read < len(from) {
		r, size := utf8.DecodeRune(from[read:])
		if r == utf8.RuneError && size < 2 {
			if !whole && !utf8.FullRune(from[read:]) {
				return wrote, read, transform.ErrShortSrc
			}
			r = Broken
		}
		if wrote+utf8.RuneLen(r) > len(to) {
			return wrote, read, transform.ErrShortDst
		}
		wrote += utf8.EncodeRune(to[wrote:], r)
		read += size
	}
	return wrote, read, nil
}
