package decp

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
)

// Bounds of a Parquet file. Its metadata tell how much memory to set aside, and a
// file made to break a reader tells any size: none is believed before it is seen.
const (
	footerAtMost = 8 << 20
	itemsAtMost  = 200_000 // elements of all lists of the footer
	pageAtMost   = 64 << 20
	pagesAtMost  = 1_000_000
	rowsAtMost   = 100_000_000
	depthAtMost  = 32
	headAtMost   = 64 << 10 // of a page
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

// modest says that neither the rows of a file nor a page of its columns are more
// than they may be.
func modest(r io.ReaderAt, file *parquet.File, wanted map[string]bool) error {
	if n := file.NumRows(); n < 0 || n > rowsAtMost {
		return fmt.Errorf("%w: it tells of %d rows", errParquet, n)
	}
	pages := 0
	for _, group := range file.Metadata().RowGroups {
		for _, c := range group.Columns {
			if m := c.MetaData; len(m.PathInSchema) == 1 && wanted[m.PathInSchema[0]] {
				at := m.DataPageOffset
				if m.DictionaryPageOffset > 0 {
					at = min(at, m.DictionaryPageOffset)
				}
				n, err := chunk(r, at, m.TotalCompressedSize)
				if pages += n; err != nil || pages > pagesAtMost {
					return errors.Join(errParquet, err)
				}
			}
		}
	}
	return nil
}

// chunk looks at the headers of the pages of one column.
func chunk(r io.ReaderAt, at, size int64) (pages int, err error) {
	head := make([]byte, headAtMost)
	for end := at + size; at < end; pages++ {
		n, err := r.ReadAt(head[:min(headAtMost, end-at)], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return pages, err
		}
		c := &compact{text: head[:n]}
		told, err := c.record(0)
		if err != nil {
			return pages, err
		}
		whole, packed := told[2], told[3] // uncompressed_page_size, compressed_page_size
		if whole < 0 || whole > pageAtMost || packed < 0 || packed > pageAtMost || pages > pagesAtMost {
			return pages, fmt.Errorf("%w: a page of %d bytes, %d uncompressed", errParquet, packed, whole)
		}
		at += int64(c.at) + packed
	}
	return pages, nil
}
