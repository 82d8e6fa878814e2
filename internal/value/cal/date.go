package cal

import (
	"fmt"
	"strconv"
	"strings"
)

// Precision is how finely a source dates something.
type Precision uint8

// From the coarsest to the finest.
const (
	Unknown Precision = iota
	ByYear
	ByHalf
	ByQuarter
	ByMonth
	ByDay
)

// Date is a date as precise as its source: it covers every day from First to
// Last. The zero Date is unknown.
type Date struct {
	first     Day
	precision Precision
}

// On makes a date of one day.
func On(d Day) Date { return Date{d, ByDay} }

// InMonth is the month of a day.
func InMonth(d Day) Date { return Date{NewDay(d.Year(), d.Month(), 1), ByMonth} }

// OfYear makes a date of a whole year.
func OfYear(y int) Date { return Date{NewDay(y, 1, 1), ByYear} }

// ParseDate reads "2026", "2026-H1", "2026-Q3", "2026-07" or "2026-07-31".
func ParseDate(s string) (Date, error) {
	bad := fmt.Errorf("%q is not a date: want 2026, 2026-H1, 2026-Q3, 2026-07 or 2026-07-31", s)
	parts := strings.Split(s, "-")
	if len(parts[0]) != 4 {
		return Date{}, bad
	}
	y, err := strconv.Atoi(parts[0])
	if err != nil || y < 1900 || y > 2199 {
		return Date{}, bad
	}
	switch {
	case len(parts) == 1:
		return OfYear(y), nil
	case len(parts) == 2 && len(parts[1]) == 2:
		switch c, n := parts[1][0], int(parts[1][1]-'0'); {
		case c == 'H' && (n == 1 || n == 2):
			return Date{NewDay(y, 6*n-5, 1), ByHalf}, nil
		case c == 'Q' && n >= 1 && n <= 4:
			return Date{NewDay(y, 3*n-2, 1), ByQuarter}, nil
		}
		m, err := strconv.Atoi(parts[1])
		if err != nil || m < 1 || m > 12 {
			return Date{}, bad
		}
		return Date{NewDay(y, m, 1), ByMonth}, nil
	case len(parts) == 3:
		d, err := ParseDay(s)
		if err != nil {
			return Date{}, bad
		}
		return On(d), nil
	}
	return Date{}, bad
}

// MustDate is ParseDate for constants and tests.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Precision says how finely the date is known.
func (d Date) Precision() Precision { return d.precision }

// IsZero says that the date is unknown.
func (d Date) IsZero() bool { return d.precision == Unknown }

// Year is the year of the date; zero when unknown.
func (d Date) Year() int { return d.first.Year() }

// First and Last are the bounds of the date, both included.
func (d Date) First() Day { return d.first }
func (d Date) Last() Day {
	y, m := d.first.Year(), d.first.Month()
	switch d.precision {
	case ByYear:
		return NewDay(y, 12, 31)
	case ByHalf:
		return NewDay(y, m+6, 0)
	case ByQuarter:
		return NewDay(y, m+3, 0)
	case ByMonth:
		return NewDay(y, m+1, 0)
	}
	return d.first
}

// Compare orders dates by their first day, then the coarser before the finer.
func (d Date) Compare(e Date) int {
	if c := d.first.Compare(e.first); c != 0 {
		return c
	}
	return int(d.precision) - int(e.precision)
}

// String is the written form that ParseDate reads; empty when unknown.
func (d Date) String() string {
	y, m := d.first.Year(), d.first.Month()
	switch d.precision {
	case ByYear:
		return fmt.Sprintf("%04d", y)
	case ByHalf:
		return fmt.Sprintf("%04d-H%d", y, (m+5)/6)
	case ByQuarter:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case ByMonth:
		return fmt.Sprintf("%04d-%02d", y, m)
	case ByDay:
		return d.first.String()
	}
	return ""
}

// MarshalText and UnmarshalText use the written form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}
