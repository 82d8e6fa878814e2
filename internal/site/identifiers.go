package site

import "vigie/internal/record"

// IdentifierView is a number or a code under which a register knows a body; without a
// value when none was read.
type IdentifierView struct {
	Name, Value, Source string
}

// identifiers are those that a kind of record may bear, in the order of the vocabulary,
// with what one of its records has of them.
func (v view) identifiers(kind record.Kind, all []record.Identifier) []IdentifierView {
	var out []IdentifierView
	for _, word := range v.site.Data.Words.In(record.IdentifierList) {
		if _, ok := word.BorneBy(kind); ok {
			one, _ := record.IdentifierOf(all, record.IdentifierKind(word.ID))
			out = append(out, IdentifierView{v.name(record.IdentifierList, word.ID), one.Value, v.text(one.Source)})
		}
	}
	return out
}
