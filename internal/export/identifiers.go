package export

import (
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// identifiers has a column for each kind of identifier that a kind of record may bear,
// under the name that the vocabulary gives it, and one for where it was read.
func identifiers[R any](m maker, table string, kind record.Kind, of func(R) []record.Identifier) columns[R] {
	var out columns[R]
	for _, word := range m.Data.Words.In(record.IdentifierList) {
		bearer, ok := word.BorneBy(kind)
		if !ok {
			continue
		}
		one := func(r R) record.Identifier {
			found, _ := record.IdentifierOf(of(r), record.IdentifierKind(word.ID))
			return found
		}
		out = append(out, ownWords(m, table, text(bearer.Column, func(r R) string { return one(r).Value }), word.Name,
			"column.identifier")...)
		if bearer.SourceColumn != "" {
			source := both(bearer.SourceColumn, func(r R) lang.Text { return one(r).Source })
			out = append(out, ownWords(m, table, source, word.Name,
				"column.identifier_source", "column.identifier_source_en")...)
		}
	}
	return out
}

// ownWords labels columns that stand for a word of the site as the theme words them, or
// else by the words that all columns of their sort have, each by its key.
func ownWords[R any](m maker, table string, group columns[R], name lang.Text, keys ...string) columns[R] {
	for i, key := range keys {
		own, common := "column."+table+"."+group[i].Name, "column."+group[i].Name
		group[i].Label = withName(m.label(own, common, key), name)
		group[i].Meaning = withName(m.label(own+".about", common+".about", key+".about"), name)
	}
	return group
}

// NamedWords lists the keys of the words that a theme may have for columns to which the
// vocabularies of a site give their names.
func NamedWords(words record.Words) []string {
	var out []string
	column := func(table, name string) {
		for _, key := range []string{"column." + table + "." + name, "column." + name} {
			out = append(out, key, key+".about")
		}
	}
	tables := map[record.Kind]string{record.Organisations: "organismes", record.Providers: "fournisseurs"}
	for _, word := range words.In(record.IdentifierList) {
		for _, b := range word.Bearers {
			column(tables[b.Kind], b.Column)
			if b.SourceColumn != "" {
				column(tables[b.Kind], b.SourceColumn)
				column(tables[b.Kind], b.SourceColumn+"_en")
			}
		}
	}
	for _, step := range words.StepsThatMean(record.Appealed) {
		column("demandes", step.DeadlineColumn)
	}
	return out
}
