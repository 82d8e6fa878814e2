package collect

import (
	"context"
	"fmt"
	"time"

	"vigie/internal/archive"
)

// readAll adds what the documents of a visit hold together, for a reader whose
// records are spread over several of them. Each is open while it is being read,
// and only then. The error is never the source's fault.
func (h *harvest) readAll(ctx context.Context, r Reader, v visit, most allowance) error {
	for _, p := range v.parts {
		if err := h.lead(ctx, r, p, most); err != nil || h.verdict != nil {
			return err
		}
	}
	var in gate
	now, unopened := 0, error(nil)
	docs := func(yield func(int, Document) bool) {
		for i, p := range v.parts {
			var doc Document
			var file archive.Copy
			err := in.pass(func() (err error) {
				now = i
				doc, file, err = p.document()
				unopened = err
				return err
			})
			if err != nil {
				return
			}
			more := yield(i, doc)
			file.Close()
			if !more {
				return
			}
		}
	}
	reject := h.rejecting()
	most.time *= time.Duration(max(1, len(v.parts)))
	remarks, err := patiently(ctx, most, func(ctx context.Context) (Remarks, error) {
		return r.ReadAll(ctx, docs, func(row Row) error {
			if row.Doc < 0 || row.Doc >= len(v.parts) {
				return fmt.Errorf("the reader gives a row of document %d, of %d", row.Doc, len(v.parts))
			}
			return in.pass(func() error { return h.add(r.Columns, row, v.parts[row.Doc].snap.SHA256, most.rows, reject) })
		})
	})
	in.close()
	if unopened != nil {
		return unopened
	}
	return h.take(ctx, v.parts[now].snap.URL, remarks, err, most, reject)
}
