package chart

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"vigie/internal/value/cal"
)

// times is the stretch of time that a chart shows.
type times struct{ first, last cal.Day }

// times goes from the first to the last day of all points, in whole quarters; the
// day of reference is always within.
func (c canvas) times() times {
	t := times{c.AsOf, c.AsOf}
	for _, l := range c.Lines {
		for _, p := range l.Points {
			for _, d := range []cal.Day{p.Period.First(), p.Period.Last()} {
				switch {
				case d.IsZero():
				case d.Before(t.first):
					t.first = d
				case d.After(t.last):
					t.last = d
				}
			}
		}
	}
	quarter := func(d cal.Day) int { return (d.Month() - 1) / 3 }
	return times{cal.NewDay(t.first.Year(), 3*quarter(t.first)+1, 1), cal.NewDay(t.last.Year(), 3*quarter(t.last)+4, 0)}
}

// year is a year in milliseconds, as ECharts counts time.
const year = 365 * 24 * 3600 * 1000

// month is the longest of months in milliseconds: no month has two marks.
const month = 31 * 24 * 3600 * 1000

// axis is the axis of time, with a mark at the start of each year or of some; of
// months where there are not two years.
func (t times) axis() opts.XAxis {
	x := opts.XAxis{Type: "time", Min: t.first.String(), Max: t.last.String(),
		MinInterval: month,
		AxisLabel:   &opts.AxisLabel{Formatter: format("{MMM} {yyyy}"), ShowMaxLabel: opts.Bool(false)}}
	if t.first.DaysUntil(t.last) > 2*366 {
		x.MinInterval, x.AxisLabel.Formatter = year, format("{yyyy}")
		x.AxisLabel.ShowMinLabel = opts.Bool(t.first.Month() == 1)
	}
	return x
}

// pixels is how far two days stand from each other on an axis of a width, about.
func (t times) pixels(a, b cal.Day, width int) int {
	return a.DaysUntil(b) * width / max(t.first.DaysUntil(t.last), 1)
}

// middle is where a point of a period stands on an axis of time.
func middle(p cal.Period) cal.Day {
	switch first, last := p.First(), p.Last(); {
	case first.IsZero():
		return last
	case last.IsZero():
		return first
	default:
		return between(first, last)
	}
}

func between(a, b cal.Day) cal.Day { return a.AddDays(a.DaysUntil(b) / 2) }
