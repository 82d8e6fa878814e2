package cal

import (
	"fmt"
	"strings"
)

// Period is a span between two dates, both included ("2016/2024"), a single
// date ("2024"), or a span open at one end ("2018/..", "../2024").
// The zero Period is unknown.
type Period struct {
	From, To Date // an unknown Date is an open end
	span     bool // written with a slash
}

// At makes a period of one date.
func At(d Date) Period { return Period{From: d, To: d} }

// Between makes a period from one date to another.
func Between(from, to Date) Period { return Period{From: from, To: to, span: true} }

// ParsePeriod reads a date, or two dates with a slash; ".." is an open end.
func ParsePeriod(s string) (Period, error) {
	from, to, span := strings.Cut(s, "/")
	if !span {
		d, err := ParseDate(s)
		return At(d), err
	}
	var p Period
	p.span = true
	var err error
	if from != ".." {
		if p.From, err = ParseDate(from); err != nil {
			return Period{}, err
		}
	}
	if to != ".." {
		if p.To, err = ParseDate(to); err != nil {
			return Period{}, err
		}
	}
	if p.From.IsZero() && p.To.IsZero() {
		return Period{}, fmt.Errorf("%q is not a period: one end at least is needed, such as 2018/.. or ../2024", s)
	}
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Last().Before(p.From.First()) {
		return Period{}, fmt.Errorf("%q is not a period: it ends before it starts", s)
	}
	return p, nil
}

// MustPeriod is ParsePeriod for constants and tests.
func MustPeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// IsZero says that the period is unknown.
func (p Period) IsZero() bool { return p.From.IsZero() && p.To.IsZero() }

// Single says that the period is one date, and gives it.
func (p Period) Single() (Date, bool) { return p.From, !p.span && !p.From.IsZero() }

// Begins is the first day of the period; its last one when its start is open.
func (p Period) Begins() Day {
	if p.From.IsZero() {
		return p.Last()
	}
	return p.First()
}

// First and Last are the bounds, both included; a zero Day is an open end.
func (p Period) First() Day { return p.From.First() }
func (p Period) Last() Day {
	if p.To.IsZero() {
		return Day{}
	}
	return p.To.Last()
}

// Contains says whether a day is in the period.
func (p Period) Contains(d Day) bool {
	if f := p.First(); !f.IsZero() && d.Before(f) {
		return false
	}
	if l := p.Last(); !l.IsZero() && d.After(l) {
		return false
	}
	return !p.IsZero()
}

// Overlaps says whether two periods share a day.
func (p Period) Overlaps(q Period) bool {
	before := func(a, b Period) bool { // a ends before b starts
		return !a.Last().IsZero() && !b.First().IsZero() && a.Last().Before(b.First())
	}
	return !p.IsZero() && !q.IsZero() && !before(p, q) && !before(q, p)
}

// Compare orders periods by their start, then by their end; open starts first,
// open ends last.
func (p Period) Compare(q Period) int {
	if c := p.From.Compare(q.From); c != 0 {
		return c
	}
	switch {
	case p.To.IsZero() && q.To.IsZero():
		return 0
	case p.To.IsZero():
		return 1
	case q.To.IsZero():
		return -1
	}
	return p.To.Compare(q.To)
}

// String is the written form that ParsePeriod reads; empty when unknown.
func (p Period) String() string {
	if !p.span {
		return p.From.String()
	}
	end := func(d Date) string {
		if d.IsZero() {
			return ".."
		}
		return d.String()
	}
	return end(p.From) + "/" + end(p.To)
}

// MarshalText and UnmarshalText use the written form.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }
func (p *Period) UnmarshalText(b []byte) error {
	v, err := ParsePeriod(string(b))
	if err == nil {
		*p = v
	}
	return err
}
