package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/govalues/decimal"

	"vigie/internal/chart/draw"
	"vigie/internal/indicator"
	"vigie/internal/value/quantity"
)

// stackedRows draws categories as rows, lines as parts of each row. Parts that
// cannot be piled up (a range, an unknown) are drawn as rows of their own.
func stackedRows(c canvas) (option, int) {
	if !c.piles() {
		return rows(c)
	}
	series, names := c.parts(true)
	legend := c.legendOf(series)
	v, n := c.values(), c.named(names)
	n.slim(series)
	return option{series: series, legend: legend,
		x: opts.XAxis{Type: "value", Min: 0, MinInterval: v.minInterval, AxisLabel: v.labels},
		y: n.axis(c), grid: n.grid(c, nil, legend, 0),
	}, n.height(c, legend, 0)
}

// stackedColumns draws periods as columns, lines as parts of each column. A line
// of which nothing is known lies on top of each, without a height of its own.
func stackedColumns(c canvas) (option, int) {
	if !c.piles() {
		return columns(c)
	}
	series, names := c.parts(false)
	legend := c.legendOf(series)
	v := c.values()
	return option{series: series, legend: legend,
		x: opts.XAxis{Type: "category", Data: names},
		y: opts.YAxis{Type: "value", Min: 0, MinInterval: v.minInterval, AxisLabel: v.labels},
	}, 340 + c.legendHeight(legend)
}

// piles says that the numbers may lie on each other: whole lines known as single
// numbers, or not known at all.
func (c canvas) piles() bool {
	for _, l := range c.Lines {
		unknown := 0
		for _, p := range l.Points {
			if !p.Figure.Known() {
				unknown++
			} else if p.Figure.Value.IsRange() {
				return false
			}
		}
		if unknown > 0 && unknown < len(l.Points) {
			return false
		}
	}
	return true
}

// parts makes a series of each line, and gives the names of the places.
func (c canvas) parts(lying bool) ([]charts.SingleSeries, []string) {
	places := c.Keys()
	var names []string
	at := map[string]int{}
	sums := make([]quantity.Decimal, len(places))
	for i, p := range places {
		names = append(names, c.brief(p))
		at[p.Key] = i
		for _, l := range c.Lines {
			if q := l.Point(p.Key); q.Figure.Known() {
				sums[i] = plus(sums[i], q.Figure.Value.Low)
			}
		}
	}
	widest := decimal.Zero
	for _, s := range sums {
		widest = widest.Max(s)
	}
	var out []charts.SingleSeries
	for i, l := range c.Lines {
		values := map[int]item{}
		var unknown []item
		for _, p := range l.Points {
			it := item{Name: l.Key + "/" + p.Key, Tooltip: tip(c.tip(l, p))}
			if !p.Figure.Known() {
				it.Value = []any{at[p.Key], c.scale.number(sums[at[p.Key]]), ""}
				unknown = append(unknown, it)
				continue
			}
			it.Value, it.Label = c.scale.number(p.Figure.Value.Low), silent()
			if c.roomFor(p.Figure.Value.Low, widest, lying) {
				it.Label = inside(c.short(p.Figure), c.role(i))
			}
			values[at[p.Key]] = it
		}
		if len(unknown) > 0 {
			out = append(out, marks(c.entry(l), "above", draw.Unknown, unknown))
			continue
		}
		out = append(out, bars(c.entry(l), c.role(i), "pile", filled(len(places), values)))
	}
	return out, names
}

// entry is what a line is called in the legend; lines of one entry are shown and hidden together.
func (c canvas) entry(l indicator.Line) string {
	if l.Entry.IsZero() {
		return c.text(l.Label)
	}
	return c.text(l.Entry)
}

// roomFor says that a part is long enough for its number to be read inside.
func (c canvas) roomFor(part, widest quantity.Decimal, lying bool) bool {
	least, room := int64(16), int64(240) // pixels: height of a number, of the plot
	if lying {
		least, room = int64(6+7*len(part.String())), int64(c.width*55/100)
	}
	if widest.IsZero() {
		return false
	}
	long, err := part.Mul(decimal.MustNew(room, 0))
	if err != nil {
		return false
	}
	short, err := widest.Mul(decimal.MustNew(least, 0))
	return err == nil && long.Cmp(short) >= 0
}

// plus adds; numbers too large to be added exactly are no numbers of ours.
func plus(a, b quantity.Decimal) quantity.Decimal {
	if sum, err := a.Add(b); err == nil {
		return sum
	}
	return a
}
