package indicator

import (
	"strconv"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// rowWords say which rows a figure counts, or adds up.
func rowWords(s *dataset.Source, by *record.RowCount, value string) lang.Text {
	rows := say("lignes encore présentes dans la source", "rows that the source still lists")
	if by.Sum != "" {
		rows = say("somme de « {column} » dans les lignes encore présentes dans la source",
			"sum of “{column}” in the rows that the source still lists").With(lang.In("column", columnWord(s, by.Sum)))
	}
	rows = say("{rows}, où {condition}", "{rows}, where {condition}").With(lang.In("rows", rows),
		lang.In("condition", columnHolds(s, by.Along, []string{value}, by.By != "")))
	for _, o := range by.Only {
		rows = say("{rows} et où {condition}", "{rows} and where {condition}").With(lang.In("rows", rows),
			lang.In("condition", columnHolds(s, o.Column, o.Is, false)))
	}
	return rows
}

// columnHolds says that a column is one of some values, that a list holds one of them, or
// that a date is in a year or month.
func columnHolds(s *dataset.Source, name string, values []string, span bool) lang.Text {
	holds := say("« {column} » est « {values} »", "“{column}” is “{values}”")
	switch {
	case span:
		holds = say("« {column} » est en « {values} »", "“{column}” is in “{values}”")
	case s.Collected.HoldsLists(name):
		holds = say("« {column} » contient « {values} »", "“{column}” includes “{values}”")
	}
	var listed lang.Text
	for i, value := range values {
		words := cellWords(s, name, value)
		if i == 0 {
			listed = words
			continue
		}
		listed = say("{values} » ou « {value}", "{values}” or “{value}").
			With(lang.In("values", listed), lang.In("value", words))
	}
	return holds.With(lang.In("column", columnWord(s, name)), lang.In("values", listed))
}

// columnWord is the heading of a column.
func columnWord(s *dataset.Source, name string) lang.Text {
	if i := s.Collected.Index(name); i >= 0 && !s.Collected.Columns[i].Label.IsZero() {
		return s.Collected.Columns[i].Label
	}
	return lang.Name(name)
}

// cellWords are what readers see of a cell of a column.
func cellWords(s *dataset.Source, name, cell string) lang.Text {
	if i := s.Collected.Index(name); i >= 0 {
		return s.Collected.Columns[i].Kind.Words(cell)
	}
	return lang.Name(cell)
}

// roundings are what a sum is rounded to, by how many digits before the decimal mark go.
var roundings = []lang.Text{say("à l’unité", "to whole numbers"), say("à la dizaine", "to tens"),
	say("à la centaine", "to hundreds"), say("au millier", "to thousands"),
	say("à la dizaine de milliers", "to tens of thousands"), say("à la centaine de milliers", "to hundreds of thousands"),
	say("au million", "to millions"), say("à la dizaine de millions", "to tens of millions"),
	say("à la centaine de millions", "to hundreds of millions"), say("au milliard", "to thousands of millions")}

// roundedWords say to what a sum is rounded.
func roundedWords(places int) lang.Text {
	switch {
	case places == 1:
		return say("la somme des lignes, arrondie à une décimale", "the sum of the rows, rounded to one decimal")
	case places > 0:
		return say("la somme des lignes, arrondie à {places} décimales", "the sum of the rows, rounded to {places} decimals").
			With(lang.In("places", lang.Name(strconv.Itoa(places))))
	}
	to := roundings[min(-places, len(roundings)-1)]
	return say("la somme des lignes, arrondie {to}", "the sum of the rows, rounded {to}").With(lang.In("to", to))
}
