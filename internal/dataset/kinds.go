package dataset

import "vigie/internal/record"

// BodyKinds lists the kinds of bodies in the order of their vocabulary.
func (ds *Dataset) BodyKinds() []record.BodyKind {
	return ds.kindsWith(func(record.Word) bool { return true })
}

// kindsWith lists the kinds of bodies of which the vocabulary says something.
func (ds *Dataset) kindsWith(that func(record.Word) bool) []record.BodyKind {
	var out []record.BodyKind
	for _, w := range ds.Words.In(record.BodyKindList) {
		if that(w) {
			out = append(out, record.BodyKind(w.ID))
		}
	}
	return out
}
