package recipe

import (
	"context"
	"errors"

	"vigie/internal/collect"
	"vigie/internal/record"
)

// jsonRows reads a JSON document of any size, one row in memory at a time.
func jsonRows(r record.Recipe) extraction {
	fields := make([]pointer, len(r.Fields))
	for i, f := range r.Fields {
		fields[i] = split(f.From)
	}
	var left []pointer
	for _, i := range r.Ignored {
		left = append(left, split(i))
	}
	if r.Next != "" {
		left = append(left, split(r.Next))
	}
	taken := append(left[:len(left):len(left)], fields...)
	return func(ctx context.Context, doc collect.Document, h *harvest) error {
		s, err := newStream(ctx, r, doc)
		if err != nil {
			return err
		}
		s.beside = func(path []string) {
			if !covers(left, path) && !leads(left, path) {
				h.left.Add(joined(path), "")
			}
		}
		return s.each(split(r.Rows), func(at string, n node) error {
			n.unread(nil, taken, func(path, example string) { h.left.Add(path, shown(example)) })
			values := make([]found, len(fields))
			for i, p := range fields {
				values[i] = n.found(p, r.Fields[i].As == "list")
			}
			return h.row(at, values)
		})
	}
}

// jsonNext gives the address of the next page. The last page may say that it is
// the last one by saying nothing.
func jsonNext(r record.Recipe) func(context.Context, collect.Document) ([]string, error) {
	return func(ctx context.Context, doc collect.Document) ([]string, error) {
		s, err := newStream(ctx, r, doc)
		if err != nil {
			return nil, err
		}
		var out []string
		err = s.each(split(r.Next), func(_ string, n node) error {
			if n.kind == text && n.text != "" {
				out = append(out, n.text)
			}
			return nil
		})
		if nothing := (*nothingThere)(nil); errors.As(err, &nothing) {
			return nil, nil
		}
		return out, err
	}
}
