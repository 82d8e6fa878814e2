package tabular

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/value/cal"
	"vigie/internal/value/spelling"
)

var (
	plain    = regexp.MustCompile(`^([+-]?)([0-9]+)(?:[.,]([0-9]+))?$`)
	powerful = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]{1,2}$`)
)

// Decimal reads a number as it is written in French or by a program, and gives it
// with a point: « 1 234,50 » is 1234.50, 99.9 is 99.9, 1e+05 is 100000. It is
// exact: no digit is rounded. A comma is always the mark of decimals.
func Decimal(s string) (string, bool) {
	s = strings.Join(strings.FieldsFunc(spelling.Of(s).Text, blank), "")
	s = strings.ReplaceAll(s, "−", "-")
	if powerful.MatchString(s) {
		return powered(s)
	}
	m := plain.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	out := strings.TrimLeft(m[2], "0")
	if out == "" {
		out = "0"
	}
	if m[3] != "" {
		out += "." + m[3]
	}
	if m[1] == "-" {
		out = "-" + out
	}
	return out, true
}

// Percent reads a share such as « 99,9 % » or 99.9, in percent.
func Percent(s string) (string, bool) {
	return Decimal(strings.TrimSuffix(strings.TrimFunc(s, blank), "%"))
}

// powered writes out a number with a power of ten.
func powered(s string) (string, bool) {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return "", false
	}
	out := r.FloatString(120) // above any number of digits that two digits of power give
	return strings.TrimRight(strings.TrimRight(out, "0"), "."), true
}

func blank(r rune) bool { return strings.ContainsRune(" \t\r\n\u00a0\u202f\u2009", r) }

// abbreviated are the short forms of months in French and in English.
var abbreviated = map[string]int{"jan": 1, "janv": 1, "fev": 2, "fevr": 2, "feb": 2, "mar": 3, "avr": 4, "apr": 4,
	"jun": 6, "juil": 7, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

var (
	slashed = regexp.MustCompile(`^([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})$`)
	worded  = regexp.MustCompile(`^(?:([0-9]{1,2})(?:er|st|nd|rd|th)?[ -](?:of )?)?([a-z]+)[.]?,?[ -]([0-9]{4}|[0-9]{2})$`)
	english = regexp.MustCompile(`^([a-z]+)[.]? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})$`)
)

// Date reads a date as it is written in French or in English, as precisely as it says:
// « octobre 14 » is 2014-10, « 1er juillet 2026 », « 1 July 2026 » and « July 1, 2026 » are 2026-07-01,
// 30/11/2026 and 2026-11-30 are what they are. Two digits of a year count from 2000.
func Date(s string) (cal.Date, bool) {
	s = Fold(s)
	if m := slashed.FindStringSubmatch(s); m != nil {
		return day(m[3], m[2], m[1])
	}
	if m := english.FindStringSubmatch(s); m != nil {
		month, ok := monthOf(m[1])
		if !ok {
			return cal.Date{}, false
		}
		return day(m[3], month, m[2])
	}
	if m := worded.FindStringSubmatch(s); m != nil {
		month, ok := monthOf(m[2])
		year := m[3]
		if len(year) == 2 {
			year = "20" + year
		}
		if !ok {
			return cal.Date{}, false
		}
		if m[1] != "" {
			return day(year, month, m[1])
		}
		return parsed(year + "-" + month)
	}
	return parsed(s)
}

// DayOrYear says that a text is the month of a year as well as the day of a month: "Oct 14". What begins
// with the whole name of a month in French is a month.
func DayOrYear(s string) bool {
	m := worded.FindStringSubmatch(Fold(s))
	if m == nil || m[1] != "" || len(m[3]) != 2 {
		return false
	}
	return !slices.ContainsFunc(folded(cal.MonthNames("fr")), func(name string) bool { return name == m[2] })
}

func day(year, month, day string) (cal.Date, bool) {
	return parsed(year + "-" + twoDigits(month) + "-" + twoDigits(day))
}

func parsed(s string) (cal.Date, bool) {
	d, err := cal.ParseDate(s)
	return d, err == nil
}

func folded(names [12]string) []string {
	var out []string
	for _, m := range names {
		out = append(out, Fold(m))
	}
	return out
}

func monthOf(word string) (string, bool) {
	for _, names := range [][]string{folded(cal.MonthNames("fr")), folded(cal.MonthNames("en"))} {
		if i := slices.Index(names, word); i >= 0 {
			return twoDigits(strconv.Itoa(i + 1)), true
		}
	}
	n, ok := abbreviated[word]
	return twoDigits(strconv.Itoa(n)), ok
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
