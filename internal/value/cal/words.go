package cal

import (
	"fmt"

	"vigie/internal/value/lang"
)

// A date or a period as a text, as Text writes it in French and in English; the patterns
// let a site write it in one more language (lang.Sentences).

// Words are the day as a text.
func (d Day) Words() lang.Text { return On(d).Words() }

// Words are the date as a text.
func (d Date) Words() lang.Text {
	if d.first.IsZero() {
		return lang.Text{}
	}
	year, month := lang.In("year", lang.Name(fmt.Sprint(d.first.Year()))), d.first.Month()
	var pattern lang.Text
	switch d.precision {
	case ByYear:
		return lang.Name(d.Text(lang.EN))
	case ByHalf:
		pattern = lang.Say("1er semestre {year}", "first half of {year}")
		if month > 6 {
			pattern = lang.Say("2e semestre {year}", "second half of {year}")
		}
	case ByQuarter:
		pattern = [...]lang.Text{lang.Say("1er trimestre {year}", "Q1 {year}"), lang.Say("2e trimestre {year}", "Q2 {year}"),
			lang.Say("3e trimestre {year}", "Q3 {year}"), lang.Say("4e trimestre {year}", "Q4 {year}")}[(month-1)/3]
	case ByMonth:
		pattern = lang.Say("{month} {year}", "{month} {year}")
	default:
		pattern = lang.Say("{day} {month} {year}", "{day} {month} {year}")
	}
	day := lang.In("day", lang.Name(fmt.Sprint(d.first.DayOfMonth())))
	return as(pattern.With(day, lang.In("month", months[month-1]), year), d.Text)
}

// Words are the period as a text.
func (p Period) Words() lang.Text {
	if d, ok := p.Single(); ok {
		return d.Words()
	}
	from, to := lang.In("from", p.From.Words()), lang.In("to", p.To.Words())
	pattern := lang.Say("{from} à {to}", "{from} to {to}")
	switch {
	case p.IsZero():
		return lang.Text{}
	case p.From.IsZero():
		pattern = lang.Say("jusqu'à {to}", "until {to}")
	case p.To.IsZero():
		pattern = lang.Say("depuis {from}", "since {from}")
	case p.From.precision == ByYear && p.To.precision == ByYear:
		pattern = lang.Say("{from}–{to}", "{from}–{to}")
	}
	return as(pattern.With(from, to), p.Text)
}

// OfWords are the date as a text that stands behind « de » in French.
func (d Date) OfWords() lang.Text {
	words := d.Words()
	words.FR = d.Of()
	return words
}

// as gives a text its own French and English, whose articles and spaces no pattern holds.
func as(t lang.Text, own func(lang.Lang) string) lang.Text {
	t.FR, t.EN = own(lang.FR), own(lang.EN)
	t.Proper = false
	return t
}
