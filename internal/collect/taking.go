package collect

import (
	"context"
	"iter"

	"vigie/internal/collect/read/sniff"
)

// Taking makes a reader refuse documents of another form than those that it takes,
// such as an error page in the place of a table. The error names the form that was
// found, and says what to do.
func Taking(r Reader, forms ...sniff.Form) Reader {
	unlike := func(doc Document) error { return sniff.Unlike(doc.Body, doc.Size, forms...) }
	if read := r.Read; read != nil {
		r.Read = func(ctx context.Context, doc Document, emit func(Row) error) (Remarks, error) {
			if err := unlike(doc); err != nil {
				return Remarks{}, err
			}
			return read(ctx, doc, emit)
		}
	}
	if readAll := r.ReadAll; readAll != nil {
		r.ReadAll = func(ctx context.Context, docs iter.Seq2[int, Document], emit func(Row) error) (Remarks, error) {
			var refused error
			sound := func(yield func(int, Document) bool) {
				for i, doc := range docs {
					if refused = unlike(doc); refused != nil || !yield(i, doc) {
						return
					}
				}
			}
			remarks, err := readAll(ctx, sound, func(row Row) error {
				if refused != nil {
					return refused
				}
				return emit(row)
			})
			if refused != nil {
				return Remarks{}, refused
			}
			return remarks, err
		}
	}
	if follow := r.Follow; follow != nil {
		r.Follow = func(ctx context.Context, doc Document) ([]string, error) {
			if err := unlike(doc); err != nil {
				return nil, err
			}
			return follow(ctx, doc)
		}
	}
	return r
}
