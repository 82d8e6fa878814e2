package decp

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"vigie/internal/collect/read/budget"
)

// Bounds of a Parquet file. Its metadata say how much memory to set aside, and a
// file made to break a reader announces any size: none is believed before it is seen.
const (
	footerAtMost = 8 << 20
	itemsAtMost  = 200_000 // elements of all lists of the footer
	pageAtMost   = 64 << 20
	pagesAtMost  = 1_000_000
	rowsAtMost   = 100_000_000
	depthAtMost  = 32
	headAtMost   = 64 << 10 // of a page
	heldAtMost   = 96 << 20 // bytes of one page of each column, which are held together
)

var errParquet = errors.New("the Parquet file is not sound")

// preflight looks at the footer of a file, before anything else does.
func preflight(r io.ReaderAt, size int64) error {
	var end [8]byte
	if size < 12 {
		return errParquet
	}
	if _, err := r.ReadAt(end[:], size-8); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	n := int64(binary.LittleEndian.Uint32(end[:4]))
	if string(end[4:]) != "PAR1" || n > footerAtMost || n > size-12 {
		return fmt.Errorf("%w: its footer is of %d bytes", errParquet, n)
	}
	footer := make([]byte, n)
	if _, err := r.ReadAt(footer, size-8-n); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	_, err := (&compact{text: footer}).record(0)
	return err
}

// The headers of a page, within its record: their first number is that of its values.
const (
	ofPage       = 5
	ofDictionary = 7
	ofPageV2     = 8

	valueBytes   = 4 // where a value stands, once it is unpacked
	valuesAtMost = 1_000_000
)

// modest says that neither the rows of a file nor a page of its columns are more
// than they may be.
func modest(ctx context.Context, r io.ReaderAt, file *parquet.File, wanted map[string]bool) error {
	if n := file.NumRows(); n < 0 || n > rowsAtMost {
		return fmt.Errorf("%w: it announces %d rows", errParquet, n)
	}
	pages := 0
	for _, group := range file.Metadata().RowGroups {
		held := int64(0)
		for _, c := range group.Columns {
			if m := c.MetaData; len(m.PathInSchema) == 1 && wanted[m.PathInSchema[0]] {
				at := m.DataPageOffset
				if m.DictionaryPageOffset > 0 {
					at = min(at, m.DictionaryPageOffset)
				}
				n, largest, err := chunk(ctx, r, at, m.TotalCompressedSize)
				if pages += n; err != nil || pages > pagesAtMost {
					return errors.Join(errParquet, err)
				}
				if held += largest; held > heldAtMost {
					return &budget.Spent{Of: budget.Bytes, Most: heldAtMost,
						Raise: "for the pages of its columns: write smaller ones, or CSV"}
				}
			}
		}
	}
	return nil
}

// chunk looks at the headers of the pages of one column: how many there are, and how
// many bytes the largest takes with the dictionary that stands before all of them.
func chunk(ctx context.Context, r io.ReaderAt, at, size int64) (pages int, held int64, err error) {
	var dictionary, page int64
	head := make([]byte, headAtMost)
	for end := at + size; at < end; pages++ {
		if ctx.Err() != nil {
			return pages, 0, ctx.Err()
		}
		n, err := r.ReadAt(head[:min(headAtMost, end-at)], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return pages, 0, err
		}
		c := &compact{text: head[:n]}
		header, err := c.record(0)
		if err != nil {
			return pages, 0, err
		}
		whole, packed := header[2], header[3] // uncompressed_page_size, compressed_page_size
		if whole < 0 || whole > pageAtMost || packed < 0 || packed > pageAtMost || pages > pagesAtMost {
			return pages, 0, fmt.Errorf("%w: a page of %d bytes, %d uncompressed", errParquet, packed, whole)
		}
		if values := c.inner[ofDictionary]; values > 0 {
			dictionary = max(dictionary, whole+packed+valueBytes*values)
		}
		for _, id := range []int64{ofPage, ofPageV2} {
			if values := c.inner[id]; values < 0 || values > valuesAtMost {
				return pages, 0, fmt.Errorf("%w: a page of %d values", errParquet, values)
			}
			page = max(page, whole+packed+valueBytes*c.inner[id])
		}
		at += int64(c.at) + packed
	}
	return pages, dictionary + page, nil
}
