package dataset

import (
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// ReadingOf is the first and the last day on which what a figure rests on was
// read: the claims behind it, those behind the numbers of its formula, those of
// the records that it counts. No days when nothing was read for it.
//
// The day that a figure is about (its period), the days on which it was read and
// the day on which it last changed are three things, and are shown apart.
func (ds *Dataset) ReadingOf(f figure.Figure) (first, last cal.Day) {
	read := func(day cal.Day) {
		if day.IsZero() {
			return
		}
		if first.IsZero() || day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	for _, c := range ds.ClaimsOf(f.Rests.Claims) {
		read(c.Read)
	}
	for _, in := range f.Rests.Inputs {
		a, b := ds.ReadingOf(in.Figure)
		read(a)
		read(b)
	}
	for _, ref := range f.Rests.Records {
		if ref.Kind == record.Sources {
			if s := Find[*Source](ds, ref.Kind, ref.ID); s != nil {
				read(s.LastReading())
			}
			continue
		}
		for _, c := range ds.owned[ref] {
			read(c.Read)
		}
	}
	return first, last
}
