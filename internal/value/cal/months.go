package cal

import "vigie/internal/value/lang"

// The names of the months, whole and as they stand under an axis.
var (
	months = [12]lang.Text{lang.Say("janvier", "January"), lang.Say("février", "February"), lang.Say("mars", "March"),
		lang.Say("avril", "April"), lang.Say("mai", "May"), lang.Say("juin", "June"), lang.Say("juillet", "July"),
		lang.Say("août", "August"), lang.Say("septembre", "September"), lang.Say("octobre", "October"),
		lang.Say("novembre", "November"), lang.Say("décembre", "December")}
	briefMonths = map[lang.Lang][12]string{
		lang.FR: {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
		lang.EN: {"Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"},
	}
)

// MonthNames are the twelve names of the months.
func MonthNames(l lang.Lang) [12]string {
	var names [12]string
	for i, m := range months {
		names[i] = m.In(l)
	}
	return names
}

// BriefMonth is the short name of a month from 1 to 12: "févr.", "Feb".
func BriefMonth(l lang.Lang, month int) string { return briefMonths[l.Spoken()][month-1] }
