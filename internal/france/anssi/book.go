package anssi

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/ledongthuc/pdf"

	"vigie/internal/collect"
)

// Bounds far above the catalogue (3 MB, 101 pages).
const (
	maxBytes = 32 << 20
	maxPages = 2_000
	maxNodes = 20_000 // of the tree of pages
	maxDepth = 32     // of the tree of pages
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
	if err := sober(ctx, raw); err != nil {
		return nil, err
	}
	if err := checkPacked(ctx, raw); err != nil {
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
