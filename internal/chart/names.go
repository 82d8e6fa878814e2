package chart

import (
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"vigie/internal/chart/draw"
)

// names are what rows are called: beside the rows, or, on a phone where they would
// take many lines there, above each row and over the whole width.
type names struct {
	words []string // broken into lines
	lines int      // of the longest
	above bool
}

func (c canvas) named(list []string) names {
	fold := func(width int) names {
		n := names{lines: 1}
		for _, name := range list {
			name = wrap(name, width)
			n.words = append(n.words, name)
			n.lines = max(n.lines, 1+strings.Count(name, "\n"))
		}
		return n
	}
	beside := fold(c.width * nameShare / 100)
	if !c.narrow() || beside.lines < 3 {
		return beside
	}
	above := fold(c.width - 30)
	above.above = true
	return above
}

// axis is the axis of rows, the first one on top.
func (n names) axis(c canvas) opts.YAxis {
	label := &opts.AxisLabel{Interval: "0", Color: draw.Text.Hex()}
	words := n.words
	if n.above {
		label.Inside, label.VerticalAlign, label.Margin = opts.Bool(true), "bottom", 1
		words = nil
		for _, w := range n.words {
			words = append(words, w+"\n ") // an empty line where the bar is
		}
	}
	return opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: words,
		AxisLine: &opts.AxisLine{Show: opts.Bool(false)}, AxisLabel: label}
}

// band is the height of a row.
func (n names) band() int {
	if n.above {
		return n.lines*textLine + 40
	}
	return n.lines*textLine + 12
}

// height is that of the whole drawing; extra is room for words above the plot.
func (n names) height(c canvas, legend []legendItem, extra int) int {
	return len(n.words)*n.band() + 36 + n.top(c, legend, extra)
}

// top is where the plot begins.
func (n names) top(c canvas, legend []legendItem, extra int) int {
	top := 8 + extra
	if len(legend) > 0 {
		top = c.legendHeight(legend) + extra
	}
	return top + n.over()
}

// over is how far the first name, where names stand above rows, reaches over the plot.
func (n names) over() int {
	if !n.above {
		return 0
	}
	return max(0, (n.lines+1)*textLine-n.band()/2)
}

// grid leaves room above the rows, and for the words after lying bars.
func (n names) grid(c canvas, slots []slot, legend []legendItem, extra int) opts.Grid {
	_, plot := n.plot(c)
	most := 0.0
	for _, s := range slots {
		if s.point != nil && s.point.Figure.Known() {
			most = max(most, float(s.point.Figure.Value.High))
		}
	}
	right := 16
	for _, s := range slots {
		if s.point == nil || !s.point.Figure.Known() || s.point.Figure.Value.IsRange() || most == 0 {
			continue
		}
		free := float64(plot) * (1 - float(s.point.Figure.Value.High)/most)
		right = max(right, widthOf(c.marked(s.point.Figure))+16-int(free))
	}
	g := opts.Grid{Right: strconv.Itoa(right)}
	if len(legend) == 0 || extra > 0 || n.above { // else package draw knows the height of the legend
		g.Top = strconv.Itoa(n.top(c, legend, extra))
	}
	return g
}

// slim makes bars leave room for the names above them.
func (n names) slim(series []charts.SingleSeries) {
	for i := range series {
		if n.above && series[i].Type == types.ChartBar {
			series[i].BarMaxWidth = "20"
		}
	}
}

// plot is where the area of the rows begins and how wide it is.
func (n names) plot(c canvas) (left, width int) {
	if !n.above {
		for _, w := range n.words {
			left = max(left, widthOf(w))
		}
	}
	left += 12
	return left, c.width - left - 16
}

// years is an axis of time under rows, with as many years as it has room for.
func (n names) years(c canvas, t times) opts.XAxis {
	const label = 48 // a year and what parts it from the next
	x := t.axis()
	_, plot := n.plot(c)
	x.SplitNumber = max(2, plot/label)
	return x
}
