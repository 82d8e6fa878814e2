package collect

import (
	"context"
	"fmt"
)

// readAll adds what the documents of a visit hold together, for a reader whose
// records are spread over several of them. Each is open while it is being read,
// and only then. The error is never the source's fault.
func (h *harvest) readAll(ctx context.Context, r Reader, v visit, most int) error {
	for _, p := range v.parts {
		if h.lead(r, p); h.verdict != nil {
			return nil
		}
	}
	now, unopened := 0, error(nil)
	docs := func(yield func(int, Document) bool) {
		for i, p := range v.parts {
			doc, file, err := p.document()
			if err != nil {
				unopened = err
				return
			}
			now = i
			more := yield(i, doc)
			file.Close()
			if !more {
				return
			}
		}
	}
	reject := h.rejecting()
	remarks, err := safely(func() (Remarks, error) {
		return r.ReadAll(ctx, docs, func(row Row) error {
			if row.Doc < 0 || row.Doc >= len(v.parts) {
				return fmt.Errorf("the reader gives a row of document %d, of %d", row.Doc, len(v.parts))
			}
			return h.add(r.Columns, row, v.parts[row.Doc].snap.SHA256, most, reject)
		})
	})
	if unopened != nil {
		return unopened
	}
	return h.take(ctx, v.parts[now].snap.URL, remarks, err, most, reject)
}
