package tabular

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"vigie/internal/value/cal"
)

// DateFormat is one way to write dates, such as dd/mm/yyyy.
type DateFormat struct {
	pattern *regexp.Regexp
}

// mark is what stands for a part of a date in a format.
type mark struct{ letters, part, pattern string }

// marks are all of them, the longest first.
var marks = []mark{
	{"yyyy", "year", `(?P<year>[0-9]{4})`},
	{"yy", "year", `(?P<year>[0-9]{2})`},
	{"mmmm", "month", `(?P<month>[a-z]{3,9})[.]?`},
	{"mm", "month", `(?P<month>[0-9]{2})`},
	{"m", "month", `(?P<month>[0-9]{1,2})`},
	{"dd", "day", `(?P<day>[0-9]{2})`},
	{"d", "day", `(?P<day>[0-9]{1,2})(?:er)?`},
}

// ParseDateFormat reads a format: yyyy or yy, mmmm (the name of the month) or mm
// or m, dd or d, and any other word as it is. A format without a day gives
// months, one without a month gives years.
func ParseDateFormat(format string) (DateFormat, error) {
	var pattern strings.Builder
	has := map[string]bool{}
	for rest := Fold(format); rest != ""; {
		word := rest[:len(rest)-len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz"))]
		if word == "" {
			_, size := utf8.DecodeRuneInString(rest)
			word = rest[:size]
		}
		parts, ok := partsOf(word)
		if !ok {
			parts = []mark{{pattern: regexp.QuoteMeta(word)}}
		}
		for _, p := range parts {
			if p.part != "" && has[p.part] {
				return DateFormat{}, fmt.Errorf("the format %q gives the %s twice", format, p.part)
			}
			has[p.part] = true
			pattern.WriteString(p.pattern)
		}
		rest = rest[len(word):]
	}
	switch {
	case !has["year"]:
		return DateFormat{}, fmt.Errorf("the format %q gives no year", format)
	case has["day"] && !has["month"]:
		return DateFormat{}, fmt.Errorf("the format %q gives a day without a month", format)
	}
	re, err := regexp.Compile("^" + pattern.String() + "$")
	if err != nil {
		return DateFormat{}, fmt.Errorf("the format %q cannot be used: %w", format, err)
	}
	return DateFormat{re}, nil
}

// partsOf cuts a word into marks; false when it is another word.
func partsOf(word string) ([]mark, bool) {
	var parts []mark
	for word != "" {
		i := slices.IndexFunc(marks, func(m mark) bool { return strings.HasPrefix(word, m.letters) })
		if i < 0 {
			return nil, false
		}
		parts = append(parts, marks[i])
		word = word[len(marks[i].letters):]
	}
	return parts, true
}

// Date reads a date in the format; false when it is written otherwise, or does
// not exist. Two digits of a year count from 2000.
func (f DateFormat) Date(s string) (cal.Date, bool) {
	found := f.pattern.FindStringSubmatch(Fold(s))
	if found == nil {
		return cal.Date{}, false
	}
	part := func(name string) string {
		if i := f.pattern.SubexpIndex(name); i >= 0 {
			return found[i]
		}
		return ""
	}
	year, month := part("year"), part("month")
	if len(year) == 2 {
		year = "20" + year
	}
	switch {
	case month == "":
		return parsed(year)
	case !number(month):
		var known bool
		if month, known = monthOf(month); !known {
			return cal.Date{}, false
		}
	}
	if part("day") == "" {
		return parsed(year + "-" + twoDigits(month))
	}
	return day(year, month, part("day"))
}

func number(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}
