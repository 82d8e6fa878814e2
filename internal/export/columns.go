package export

import (
	"strconv"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// named is a column that is yet to be labelled.
func named(name string, t Type) Column { return Column{Name: name, Type: t} }

func one[R any](c Column, cell func(R) string) columns[R] {
	return columns[R]{{c, func(r R) Cell { return Cell{Text: cell(r)} }}}
}

func text[R any](name string, f func(R) string) columns[R] {
	return one(named(name, Text), f)
}

func link[R any](name string, f func(R) string) columns[R] {
	return one(named(name, Link), f)
}

func address[R any](name string, f func(R) string) columns[R] {
	return one(named(name, Page), f)
}

// refer is a column that holds the identifier of a row of another table.
func refer[R any](name, table string, f func(R) string) columns[R] {
	c := named(name, Text)
	c.Refers = table
	return one(c, f)
}

// key makes the columns distinguish the rows.
func key[R any](group columns[R]) columns[R] {
	for i := range group {
		group[i].Key = true
	}
	return group
}

// both is a text in French, then in English.
func both[R any](name string, f func(R) lang.Text) columns[R] {
	return columns[R]{
		{named(name, Text), func(r R) Cell { return Cell{Text: f(r).FR} }},
		{named(name+"_en", Text), func(r R) Cell { return Cell{Text: f(r).EN} }},
	}
}

func list[R any](name string, f func(R) []string) columns[R] {
	return columns[R]{{named(name, List), func(r R) Cell { return Cell{List: f(r)} }}}
}

// those is a list of identifiers of rows of another table.
func those[R any](name, table string, f func(R) []string) columns[R] {
	out := list(name, f)
	out[0].Refers = table
	return out
}

func boolean[R any](name string, f func(R) bool) columns[R] {
	return one(named(name, Boolean), func(r R) string { return strconv.FormatBool(f(r)) })
}

// yesOrNo is true or false; nothing when f says that it makes no sense.
func yesOrNo[R any](name string, f func(R) (yes, sense bool)) columns[R] {
	return one(named(name, Boolean), func(r R) string {
		if yes, sense := f(r); sense {
			return strconv.FormatBool(yes)
		}
		return ""
	})
}

// whole is a whole number; nothing when f says that there is none.
func whole[R any](name string, f func(R) (int, bool)) columns[R] {
	return one(named(name, Integer), func(r R) string {
		if n, ok := f(r); ok {
			return strconv.Itoa(n)
		}
		return ""
	})
}

func day[R any](name string, f func(R) cal.Day) columns[R] {
	return one(named(name, Date), func(r R) string { return f(r).String() })
}

// period is a period as its source gives it, then its first and last day.
func period[R any](name string, f func(R) cal.Period) columns[R] {
	out := one(named(name, Period), func(r R) string { return f(r).String() })
	out = append(out, day(name+"_debut", func(r R) cal.Day { return f(r).First() })...)
	return append(out, day(name+"_fin", func(r R) cal.Day { return f(r).Last() })...)
}

// code is a word of a closed list, then its French words.
func code[R any, W ~string](m maker, name, family string, list []W, f func(R) W) columns[R] {
	return coded(list, func(word W) lang.Text { return m.words(family, string(word)) }, name, f)
}

func coded[R any, L, W ~string](list []L, words func(L) lang.Text, name string, f func(R) W) columns[R] {
	c := named(name, Text)
	for _, w := range list {
		c.Codes = append(c.Codes, Category{string(w), words(w)})
	}
	out := one(c, func(r R) string { return string(f(r)) })
	return append(out, text(name+"_libelle", func(r R) string {
		if w := f(r); w != "" {
			return words(L(w)).FR
		}
		return ""
	})...)
}

// worded is a word of a vocabulary, then its French words.
func worded[R any, W ~string](m maker, name string, list record.List, f func(R) W) columns[R] {
	return coded(m.Data.Words.IDs(list), func(word string) lang.Text {
		return m.Data.Words.Name(list, word).Map(lang.Typeset)
	}, name, f)
}

// words are the words of a code in both languages.
func (m maker) words(family, word string) lang.Text { return m.text(family + "." + word) }

func (m maker) text(key string) lang.Text {
	return lang.Text{FR: m.Words(lang.FR, key), EN: m.Words(lang.EN, key)}
}

// strs turns words of a closed list into texts.
func strs[W ~string](list []W) []string {
	out := make([]string, 0, len(list))
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}
