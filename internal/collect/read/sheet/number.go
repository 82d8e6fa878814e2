package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"

	"vigie/internal/value/tabular"
)

// number reads a number, which is kept in binary: a spreadsheet shows fifteen of its
// digits.
func (b *Book) number(r raw) Cell {
	text := strings.TrimSpace(r.value)
	if text == "" {
		return Cell{}
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !binary.MatchString(text) {
		return Cell{Kind: Text, Text: text}
	}
	s := r.style.of(v)
	switch {
	case s.dated():
		return b.dated(v, s, text)
	case s.hour:
		return Cell{Kind: Hours, Text: hours(v)}
	case !s.general && !s.digits && !s.words && len(r.style.sections) > 1:
		return Cell{} // a section that shows nothing
	case !s.general && !s.digits && s.before+s.after != "":
		return texted(s.before + s.after) // one that shows words alone
	}
	whole := strconv.FormatFloat(v, 'g', 15, 64)
	if plain.MatchString(text) {
		whole = text // a long code, in a file that no spreadsheet wrote
	}
	exact, ok := tabular.Decimal(whole)
	if !ok {
		return Cell{Kind: Text, Text: text}
	}
	c := Cell{Kind: Number, Number: shifted(exact, s.power), Unit: strings.TrimSpace(s.before + " " + s.after)}
	c.Text = strings.TrimSpace(s.before + " " + padded(c.Number, s.zeros) + " " + s.after)
	if !s.digits && v >= ourTime && v < farOff {
		if day, ok := b.day(v); ok {
			c.Serial, c.day = true, day.Format(time.DateOnly)
		}
	}
	return c
}

// The numbers of days between which a plain number may be a day: 1954 to 2099. Those
// below are as likely years, ranks or lengths.
const (
	ourTime = 20_000
	farOff  = 73_051
)

// dated reads a number of days as its style shows it. A style that shows no day gives
// a month or a year, where the number is the first day of it: that is how a
// spreadsheet keeps "oct. 2014".
func (b *Book) dated(v float64, s section, text string) Cell {
	t, ok := b.day(v)
	if !ok {
		return Cell{Kind: Mistaken, Text: text}
	}
	out := t.Format(time.DateOnly)
	switch {
	case s.hour && v != math.Trunc(v):
		out = t.Format("2006-01-02 15:04")
		if t.Second() != 0 {
			out = t.Format("2006-01-02 15:04:05")
		}
	case s.day || t.Day() != 1:
	case s.month:
		out = t.Format("2006-01")
	case t.Month() == time.January:
		out = t.Format("2006")
	}
	return Cell{Kind: Date, Text: out}
}

// day is the moment of a number of days. In the usual count, 29 February 1900, which
// never was, is the sixtieth; some workbooks count from 1904.
func (b *Book) day(v float64) (time.Time, bool) {
	const last = 2_958_466 // the first day of the year 10000
	if v < 0 || v >= last || !b.since1904 && (v < 1 || v >= 60 && v < 61) {
		return time.Time{}, false
	}
	start := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.since1904:
		start = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case v < 60:
		start = start.AddDate(0, 0, 1)
	}
	millis := int64(math.Round(v * 24 * 60 * 60 * 1000))
	t := start.Add(time.Duration(millis/1000) * time.Second)
	return t, t.Year() < 10_000
}

// hours are a length of time.
func hours(v float64) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	if v > 1e6 {
		return strconv.FormatFloat(v, 'g', 15, 64)
	}
	seconds := int64(math.Round(v * 24 * 60 * 60))
	out := sign + two(seconds/3600) + ":" + two(seconds/60%60)
	if seconds%60 != 0 {
		out += ":" + two(seconds%60)
	}
	return out
}

func two(n int64) string {
	if n < 10 {
		return "0" + strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10)
}

// shifted multiplies a number by a power of ten, digit by digit.
func shifted(number string, power int) string {
	if power == 0 {
		return number
	}
	sign := ""
	if rest, ok := strings.CutPrefix(number, "-"); ok {
		sign, number = "-", rest
	}
	whole, decimals, _ := strings.Cut(number, ".")
	for range power {
		next := "0"
		if decimals != "" {
			next, decimals = decimals[:1], decimals[1:]
		}
		whole += next
	}
	for range -power {
		if whole == "" {
			whole = "0"
		}
		whole, decimals = whole[:len(whole)-1], whole[len(whole)-1:]+decimals
	}
	whole, decimals = strings.TrimLeft(whole, "0"), strings.TrimRight(decimals, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals != "" {
		whole += "." + decimals
	}
	if whole == "0" {
		return whole
	}
	return sign + whole
}

// padded gives a number the zeros that its style shows before it.
func padded(number string, digits int) string {
	if digits <= 1 || strings.HasPrefix(number, "-") {
		return number
	}
	whole, _, _ := strings.Cut(number, ".")
	return strings.Repeat("0", max(0, min(digits, 40)-len(whole))) + number
}
