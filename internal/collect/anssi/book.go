package anssi

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"

	"vigie/internal/collect"
)

// The library that reads the file format trusts what a file says of itself: it
// panics on malformed files, follows references in circles and makes room for as
// many objects as a number announces. Hence these bounds, far above the catalogue
// (3 MB, 101 pages).
const (
	maxBytes   = 64 << 20
	maxPages   = 2_000
	maxNodes   = 20_000   // of the tree of pages
	maxDepth   = 32       // of the tree of pages
	maxContent = 16 << 20 // bytes of one page, unpacked
	maxCmap    = 1 << 20  // bytes of one table of characters, unpacked
)

// book is a PDF whose pages are known.
type book struct {
	leaves []leaf
}

// leaf is one page with the resources that it has or inherits.
type leaf struct{ page, resources pdf.Value }

// openBook reads the structure of a PDF.
func openBook(ctx context.Context, doc collect.Document) (b *book, err error) {
	defer recovered("the PDF", &err)
	if doc.Size > maxBytes {
		return nil, fmt.Errorf("the PDF holds %d bytes, more than %d", doc.Size, maxBytes)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(doc.Reader())
	if err != nil {
		return nil, fmt.Errorf("reading the PDF: %w", err)
	}
	if err := sober(raw); err != nil {
		return nil, err
	}
	file, err := pdf.NewReader(&allowance{bytes.NewReader(raw), ctx, 64<<20 + 32*int64(len(raw))}, int64(len(raw)))
	if err != nil {
		return nil, fmt.Errorf("it is no PDF that can be read: %w", err)
	}
	b = &book{}
	nodes := 0
	if err := b.grow(file.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0, &nodes); err != nil {
		return nil, err
	}
	if len(b.leaves) == 0 {
		return nil, errors.New("the PDF has no page")
	}
	return b, nil
}

// grow goes through the tree of pages (ISO 32000-1 § 7.7.3).
func (b *book) grow(node, inherited pdf.Value, depth int, nodes *int) error {
	if *nodes++; *nodes > maxNodes || depth > maxDepth || len(b.leaves) > maxPages {
		return errors.New("the PDF has no end of pages")
	}
	if own := node.Key("Resources"); !own.IsNull() {
		inherited = own
	}
	kids := node.Key("Kids")
	if kids.IsNull() && node.Kind() == pdf.Dict {
		b.leaves = append(b.leaves, leaf{node, inherited})
	}
	for i := range kids.Len() {
		if err := b.grow(kids.Index(i), inherited, depth+1, nodes); err != nil {
			return err
		}
	}
	return nil
}

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
