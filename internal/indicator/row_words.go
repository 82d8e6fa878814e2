package indicator

import (
	"fmt"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// rowWords say which rows a figure counts, or adds up.
func rowWords(s *dataset.Source, by *record.RowCount, value string) lang.Text {
	fr, en := "lignes encore présentes dans la source", "rows that the source still lists"
	if by.Sum != "" {
		sum := columnWord(s, by.Sum)
		fr, en = "somme de « "+sum.FR+" » dans les "+fr, "sum of “"+sum.EN+"” in the "+en
	}
	at := columnHolds(s, by.Along, []string{value}, by.By != "")
	fr, en = fr+", où "+at.FR, en+", where "+at.EN
	for _, o := range by.Only {
		and := columnHolds(s, o.Column, o.Is, false)
		fr, en = fr+" et où "+and.FR, en+" and where "+and.EN
	}
	return lang.Text{FR: fr, EN: en}
}

// columnHolds says that a column is one of some values, that a list holds one of them, or
// that a date is in a year or month.
func columnHolds(s *dataset.Source, name string, values []string, span bool) lang.Text {
	column, fr, en := columnWord(s, name), "est", "is"
	switch {
	case span:
		fr, en = "est en", "is in"
	case s.Collected.HoldsLists(name):
		fr, en = "contient", "includes"
	}
	var french, english []string
	for _, value := range values {
		words := cellWords(s, name, value)
		french, english = append(french, words.FR), append(english, words.EN)
	}
	return lang.Text{FR: "« " + column.FR + " » " + fr + " « " + strings.Join(french, " » ou « ") + " »",
		EN: "“" + column.EN + "” " + en + " “" + strings.Join(english, "” or “") + "”"}
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
		return say(fmt.Sprintf("la somme des lignes, arrondie à %d décimales", places),
			fmt.Sprintf("the sum of the rows, rounded to %d decimals", places))
	}
	to := roundings[min(-places, len(roundings)-1)]
	return say("la somme des lignes, arrondie "+to.FR, "the sum of the rows, rounded "+to.EN)
}
