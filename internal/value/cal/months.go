package cal

import (
	"fmt"

	"vigie/internal/value/lang"
)

// The names of the months, whole and as they stand under an axis.
var (
	months = [12]lang.Text{lang.Say("janvier", "January"), lang.Say("février", "February"), lang.Say("mars", "March"),
		lang.Say("avril", "April"), lang.Say("mai", "May"), lang.Say("juin", "June"), lang.Say("juillet", "July"),
		lang.Say("août", "August"), lang.Say("septembre", "September"), lang.Say("octobre", "October"),
		lang.Say("novembre", "November"), lang.Say("décembre", "December")}
	briefMonths = [12]lang.Text{lang.Say("janv.", "Jan"), lang.Say("févr.", "Feb"), lang.Say("mars", "Mar"),
		lang.Say("avr.", "Apr"), lang.Say("mai", "May"), lang.Say("juin", "June"), lang.Say("juil.", "July"),
		lang.Say("août", "Aug"), lang.Say("sept.", "Sept"), lang.Say("oct.", "Oct"), lang.Say("nov.", "Nov"),
		lang.Say("déc.", "Dec")}
)

// MonthNames are the twelve names of the months.
func MonthNames(l lang.Lang) [12]string {
	var names [12]string
	for i, m := range months {
		names[i] = m.In(l)
	}
	return names
}

// Brief are a month or a day as they stand under an axis, as a text: "nov. 2026", "23 Nov 2026"; any other date as
// Words has it.
func (d Date) Brief() lang.Text {
	if d.first.IsZero() || d.precision != ByMonth && d.precision != ByDay {
		return d.Words()
	}
	pattern := lang.Say("{month} {year}", "{month} {year}")
	if d.precision == ByDay {
		pattern = lang.Say("{day} {month} {year}", "{day} {month} {year}")
	}
	return pattern.With(lang.In("day", lang.Name(fmt.Sprint(d.first.DayOfMonth()))),
		lang.In("month", briefMonths[d.first.Month()-1]), lang.In("year", lang.Name(fmt.Sprint(d.first.Year()))))
}
