package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// rows draws one lying bar per point, its name beside it.
func rows(c canvas) (option, int) { return rowsOf(c, c.inLines(), true) }

// rowsOf draws slots as rows; named says that each names its line.
func rowsOf(c canvas, slots []slot, named bool) (option, int) {
	series := c.slotSeries(slots, lying)
	var names []string
	var gaps []any
	for i, s := range slots {
		if s.point == nil {
			gaps = append(gaps, gapLine{Name: s.cut, YAxis: i})
		}
		names = append(names, strings.ReplaceAll(s.label, "\n", ", "))
	}
	cut(series, gaps, "insideEndTop")
	v, n := c.values(), c.named(names)
	n.slim(series)
	var legend []legendItem
	if !named {
		legend = c.legendOf(series)
	}
	return option{series: series, legend: legend,
		x: opts.XAxis{Type: "value", Min: 0, Max: v.max, MinInterval: v.minInterval, AxisLabel: v.labels},
		y: n.axis(c), grid: n.grid(c, slots, legend, 0),
	}, n.height(c, legend, 0)
}
