package recipe

import (
	"regexp"
	"strconv"
	"strings"

	"vigie/internal/value/tabular"
)

// order is whether the day or the month comes first in the dates of one column that are written in digits.
type order rune

// The orders. A column in which no cell shows one has none.
const (
	unordered  order = 0
	dayFirst   order = 'd'
	monthFirst order = 'm'
)

var (
	timed = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})` +
		`(?:(?:T| )[0-9]{2}:[0-9]{2}[0-9:.]*)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$`)
	weekday = regexp.MustCompile(`(?i)^(?:(?:le )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )` +
		`|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )`)
	digits = regexp.MustCompile(`^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})$`)
)

// date reads a day, without its hour and without its name: the day is the one that is written, in
// whatever zone the hour is. A date that is two days (03/04/2026) is only read where the order is sure:
// declared, or shown by other cells of its column (31/07/2026) and belied by none.
func (f field) date(text string) (cell, wanted string) {
	if f.dates != nil {
		if d, ok := f.dates.Date(text); ok {
			return d.String(), ""
		}
		return "", "a date written " + f.Format
	}
	text = undressed(text)
	if m := digits.FindStringSubmatch(text); m != nil {
		return f.ordered(m)
	}
	d, ok := tabular.Date(text)
	if !ok || tabular.DayOrYear(text) {
		return "", "a date such as 31 July 2026, 31 juillet 2026, 31/07/2026 or 2026-07-31"
	}
	return d.String(), ""
}

// undressed is a date without its hour and without the name of its day.
func undressed(text string) string {
	if m := timed.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	return weekday.ReplaceAllString(text, "")
}

// ordered reads a date in digits in the order of its column.
func (f field) ordered(m []string) (cell, wanted string) {
	shown, twofold := orderIn(m)
	switch {
	case twofold && (f.order == unordered || !f.alone):
		return "", "a date with one meaning: say with format: d/m/yyyy or format: m/d/yyyy which comes first"
	case twofold:
		shown = f.order
	case f.order != unordered && shown != unordered && shown != f.order:
		return "", "a date written as the others of its column"
	}
	day, month := m[1], m[2]
	if shown == monthFirst {
		day, month = month, day
	}
	d, ok := tabular.Date(day + "/" + month + "/" + m[3])
	if !ok {
		return "", "a day that there is"
	}
	return d.String(), ""
}

// orderIn is the order that a date in digits shows, and whether it is another day in each.
func orderIn(m []string) (shown order, twofold bool) {
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[2])
	switch {
	case first > 12:
		return dayFirst, false
	case second > 12:
		return monthFirst, false
	}
	return unordered, first != second
}

// ordering counts which orders the cells of a column show.
type ordering struct{ day, month int }

func (o *ordering) see(text string) {
	m := digits.FindStringSubmatch(undressed(tidy(text)))
	if m == nil {
		return
	}
	switch shown, _ := orderIn(m); shown {
	case dayFirst:
		o.day++
	case monthFirst:
		o.month++
	}
}

// order is the one that most cells show, and whether none shows the other.
func (o ordering) order() (of order, alone bool) {
	switch {
	case o.day == 0 && o.month == 0:
		return unordered, true
	case o.day >= o.month:
		return dayFirst, o.month == 0
	}
	return monthFirst, o.day == 0
}

// answers are the ways to write yes and no, in French and in English.
var answers = map[string]string{"oui": "oui", "o": "oui", "vrai": "oui", "true": "oui", "yes": "oui", "y": "oui",
	"1": "oui", "non": "non", "n": "non", "faux": "non", "false": "non", "no": "non", "0": "non"}

// boolean reads a yes or a no. Files have them in the words that they have always had.
func boolean(text string) (cell, wanted string) {
	if cell, ok := answers[strings.TrimSuffix(tabular.Fold(text), ".")]; ok {
		return cell, ""
	}
	return "", "yes or no, in French or in English"
}
