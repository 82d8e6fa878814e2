// Package cal holds dates with the precision their source gave: a day, a month,
// a quarter, a half-year or a year, and periods between two such dates.
//
// Nothing here reads a clock: the day of reference ("as of") enters through the
// command line only. The written forms follow ISO 8601 where it has one
// ("2026-07-31", "2026-07", "2026", "2016/2024", "../2024"), and the usual
// short forms for quarters and halves ("2021-Q1", "2026-H1").
package cal

import (
	"fmt"
	"time"
)

// Day is one civil day of the Gregorian calendar, without hour or time zone.
// The zero Day is no day at all.
type Day struct{ y, m, d int16 }

const dayLayout = "2006-01-02"

// NewDay makes a day; out-of-range months and days overflow as in package time.
func NewDay(year, month, day int) Day {
	return FromTime(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
}

// FromTime keeps the civil day of t in t's own zone.
func FromTime(t time.Time) Day {
	y, m, d := t.Date()
	return Day{int16(y), int16(m), int16(d)}
}

// ParseDay reads "2026-11-23".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(dayLayout, s)
	if err != nil {
		return Day{}, fmt.Errorf("%q is not a day: want YYYY-MM-DD, such as 2026-11-23", s)
	}
	return FromTime(t), nil
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time {
	return time.Date(int(d.y), time.Month(d.m), int(d.d), 0, 0, 0, 0, time.UTC)
}

// Year, Month and DayOfMonth are the parts of the day.
func (d Day) Year() int       { return int(d.y) }
func (d Day) Month() int      { return int(d.m) }
func (d Day) DayOfMonth() int { return int(d.d) }

// IsZero says that no day was given.
func (d Day) IsZero() bool { return d == Day{} }

// Compare is negative when d comes before e, positive when after.
func (d Day) Compare(e Day) int {
	a, b := d.number(), e.number()
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (d Day) number() int { return int(d.y)*10000 + int(d.m)*100 + int(d.d) }

// Before and After compare two days.
func (d Day) Before(e Day) bool { return d.Compare(e) < 0 }
func (d Day) After(e Day) bool  { return d.Compare(e) > 0 }

// AddDays and AddMonths move along the calendar; a month's end stays in the
// month it is moved to (31 January plus one month is the last day of February).
func (d Day) AddDays(n int) Day { return FromTime(d.Time().AddDate(0, 0, n)) }
func (d Day) AddMonths(n int) Day {
	first := NewDay(int(d.y), int(d.m)+n, 1)
	last := NewDay(first.Year(), first.Month()+1, 0)
	if int(d.d) > last.DayOfMonth() {
		return last
	}
	return NewDay(first.Year(), first.Month(), int(d.d))
}

// DaysUntil counts the days from d to e (negative when e is before d).
func (d Day) DaysUntil(e Day) int {
	return int(e.Time().Sub(d.Time()) / (24 * time.Hour))
}

// String is the ISO form; empty for no day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.y, d.m, d.d)
}

// MarshalText and UnmarshalText use the ISO form.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
func (d *Day) UnmarshalText(b []byte) error {
	v, err := ParseDay(string(b))
	if err == nil {
		*d = v
	}
	return err
}
