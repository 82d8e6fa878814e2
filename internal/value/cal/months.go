package cal

import "vigie/internal/value/lang"

// The names of the months, whole and as they stand under an axis.
var (
	months = map[lang.Lang][12]string{
		lang.FR: {"janvier", "février", "mars", "avril", "mai", "juin",
			"juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		lang.EN: {"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December"},
	}
	briefMonths = map[lang.Lang][12]string{
		lang.FR: {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
		lang.EN: {"Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"},
	}
)

// MonthNames are the twelve names of the months.
func MonthNames(l lang.Lang) [12]string { return months[l.Spoken()] }

// BriefMonth is the short name of a month from 1 to 12: "févr.", "Feb".
func BriefMonth(l lang.Lang, month int) string { return briefMonths[l.Spoken()][month-1] }
