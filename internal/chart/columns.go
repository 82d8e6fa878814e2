package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"vigie/internal/chart/draw"
)

// columns draws one column per point through time. A phone gets rows where
// columns would be too thin for their words.
func columns(c canvas) (option, int) {
	slots := c.inTime()
	if c.narrow() && len(slots) > 4 {
		return rowsOf(c, slots, false)
	}
	return columnsOf(c, slots)
}

// columnsOf draws slots as columns.
func columnsOf(c canvas, slots []slot) (option, int) {
	const axisRoom = 64 // left of the plot, about: the numbers of the axis
	series := c.slotSeries(slots, upright)
	var names []string
	var gaps []any
	for i, s := range slots {
		names = append(names, s.label)
		if s.point == nil {
			gaps = append(gaps, gapLine{Name: s.cut, XAxis: i})
		}
	}
	cut(series, gaps, "end")
	v := c.values()
	label := &opts.AxisLabel{Interval: "0", Width: (c.width-axisRoom)/max(len(slots), 1) - 4, Overflow: "break",
		HideOverlap: opts.Bool(false)}
	legend := c.legendOf(series)
	return option{series: series, legend: legend, grid: c.roomAbove(legend, len(gaps) > 0),
		x: opts.XAxis{Type: "category", Data: names, AxisLabel: label},
		y: opts.YAxis{Type: "value", Min: 0, Max: v.max, MinInterval: v.minInterval, AxisLabel: v.labels},
	}, 350 + c.legendHeight(legend)
}

// gapLine is a line in a slot without a point, with what keeps its neighbours apart.
type gapLine struct {
	Name  string `json:"name"`
	XAxis any    `json:"xAxis,omitempty"`
	YAxis any    `json:"yAxis,omitempty"`
	Label *lift  `json:"label,omitempty"`
}

// lift is how far the words of a line stand from its end, in pixels.
type lift struct {
	Distance int `json:"distance"`
}

// cut draws the gaps between slots, on the first series.
func cut(series []charts.SingleSeries, gaps []any, position string) {
	if len(gaps) == 0 || len(series) == 0 {
		return
	}
	series[0].MarkLines = ruled(gaps, named(position, draw.Muted),
		opts.LineStyle{Color: draw.Axis.Hex(), Type: "dashed", Width: 1})
}
