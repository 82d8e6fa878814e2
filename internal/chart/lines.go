package chart

import (
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"vigie/internal/chart/draw"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// symbols make lines differ without their colours.
var symbols = [...]string{"circle", "rect", "triangle", "diamond", downward, plusSign}

// Shapes that ECharts does not name.
const (
	downward  = "path://M0,0 L10,0 L5,9 Z"
	plusSign  = "path://M4,0 L6,0 L6,4 L10,4 L10,6 L6,6 L6,10 L4,10 L4,6 L0,6 L0,4 L4,4 Z"
	crossSign = "path://M0,2 L2,0 L5,3 L8,0 L10,2 L7,5 L10,8 L8,10 L5,7 L2,10 L0,8 L3,5 Z"
)

func symbol(i int) string { return symbols[i%len(symbols)] }

// lineRole is the colour of a line: without a pattern, which no thin line shows.
func (c canvas) lineRole(i int) draw.Role {
	if r := c.role(i); r != draw.Unknown {
		return r
	}
	return draw.Muted
}

// lines draws lines through time, on an axis true to time. A line stops where a
// value is unknown or disputed, and where it breaks.
func lines(c canvas) (option, int) {
	t := c.times()
	var o option
	var disputed []item
	var breaks []cal.Day
	for i, l := range c.Lines {
		name := c.text(l.Label)
		o.legend = append(o.legend, legendItem{Name: name, Icon: symbol(i)})
		if !l.Measured() {
			o.series = append(o.series, c.aim(i))
			continue
		}
		joined, ranges, cuts := c.runs(i)
		for _, data := range joined {
			o.series = append(o.series, charts.SingleSeries{Name: name, Type: types.ChartLine, Color: c.lineRole(i).Hex(),
				Symbol: symbol(i), SymbolSize: 8, Data: data, LineStyle: &opts.LineStyle{Type: stroke(l)}})
		}
		disputed, breaks = append(disputed, ranges...), append(breaks, cuts...)
	}
	if len(disputed) > 0 {
		name := c.say("Les sources ne s'accordent pas", "Sources disagree")
		o.series = append(o.series, marks(name, "range", draw.Disputed, disputed))
		o.legend = append(o.legend, legendItem{Name: name})
	}
	if gaps := c.gaps(); len(gaps) > 0 {
		o.series = append(o.series, marks(c.say("Inconnu", "Unknown"), "gap", draw.Unknown, gaps))
	}
	c.ruptures(o.series, breaks, t)
	if len(o.legend) < 2 {
		o.legend = nil
	}
	v := c.values()
	o.x, o.grid = t.axis(), c.roomAbove(o.legend, len(breaks) > 0)
	o.grid.Right = strconv.Itoa(c.endRoom(t))
	o.y = opts.YAxis{Type: "value", Min: 0, Max: v.max, MinInterval: v.minInterval, AxisLabel: v.labels}
	return o, 330 + c.legendHeight(o.legend)
}

// endRoom is what the words after the last points need beyond the plot.
func (c canvas) endRoom(t times) int {
	room := 16
	for _, l := range c.Lines {
		for _, p := range l.Points {
			if p.Figure.Known() && l.Measured() {
				room = max(room, widthOf(c.short(p.Figure))+24-t.pixels(middle(p.Period), t.last, c.width-60))
			}
		}
	}
	return room
}

// stroke is dashed for our own arithmetic, so that it is not taken for a source's.
func stroke(l indicator.Line) string {
	for _, p := range l.Points {
		if p.Figure.Nature == figure.Computed {
			return "dashed"
		}
	}
	return "solid"
}

// runs gives the points of a line that may be joined, run by run; the ranges,
// which may not; and the days where it breaks.
func (c canvas) runs(i int) (joined [][]item, ranges []item, breaks []cal.Day) {
	l := c.Lines[i]
	points := slices.SortedStableFunc(slices.Values(l.Points), func(a, b indicator.Point) int {
		return a.Period.Compare(b.Period)
	})
	few, last := len(points) <= 6, len(points)-1
	for last > 0 && !points[last].Figure.Known() {
		last--
	}
	var run []item
	end := func() {
		if len(run) > 0 {
			joined, run = append(joined, run), nil
		}
	}
	for at, p := range points {
		if !p.Break.IsZero() && at > 0 {
			end()
			breaks = append(breaks, between(middle(points[at-1].Period), middle(p.Period)))
		}
		it := item{Name: l.Key + "/" + p.Key, Tooltip: tip(c.tip(l, p))}
		day := middle(p.Period).String()
		switch {
		case !p.Figure.Known():
			end()
		case p.Figure.Value.IsRange():
			end()
			it.Value = []any{day, c.scale.number(p.Figure.Value.Low), c.scale.number(p.Figure.Value.High), c.short(p.Figure)}
			ranges = append(ranges, it)
		default:
			it.Value, it.Label = []any{day, c.scale.number(p.Figure.Value.Low)}, silent()
			if few || at == 0 || at == last {
				it.Label = words("top", c.marked(p.Figure), draw.Text)
				if at == last {
					it.Label.Position = "right"
				}
			}
			if p.Figure.Value.Sense != quantity.Exact {
				it.ItemStyle = &style{ItemStyle: opts.ItemStyle{Color: draw.Surface.Hex(), BorderColor: c.lineRole(i).Hex(),
					BorderWidth: 2}}
			}
			run = append(run, it)
		}
	}
	end()
	return joined, ranges, breaks
}

// aim draws a line of targets: a mark at each deadline and a level across, with
// its words.
func (c canvas) aim(i int) charts.SingleSeries {
	l := c.Lines[i]
	s := charts.SingleSeries{Name: c.text(l.Label), Type: types.ChartScatter, Color: draw.Accent.Hex(), Symbol: symbol(i),
		SymbolSize: 12}
	var data []item
	var levels []any
	for _, p := range l.Points {
		if !p.Figure.Known() || p.Figure.Value.IsRange() {
			continue
		}
		level := c.scale.number(p.Figure.Value.Low)
		data = append(data,
			item{Name: l.Key + "/" + p.Key, Value: []any{middle(p.Period).String(), level}, ItemStyle: hollow(),
				Tooltip: tip(c.tip(l, p))})
		levels = append(levels, gapLine{Name: c.text(l.Label) + c.say(" : ", ": ") + c.short(p.Figure), YAxis: level})
	}
	s.Data = data
	if len(levels) > 0 {
		s.MarkLines = ruled(levels, named("insideStartBottom", draw.Text),
			opts.LineStyle{Color: draw.Accent.Hex(), Type: "dashed", Width: 1.5})
	}
	return s
}

// ruptures draws the breaks as upright dashed lines, once each; words stand only
// where they do not run into those before.
func (c canvas) ruptures(series []charts.SingleSeries, days []cal.Day, t times) {
	slices.SortFunc(days, cal.Day.Compare)
	var data []any
	var labelled cal.Day
	for _, d := range slices.Compact(days) {
		g := gapLine{XAxis: d.String()}
		if word := c.say("rupture", "break"); labelled.IsZero() || t.pixels(labelled, d, c.width-60) > widthOf(word)+8 {
			g.Name, labelled = word, d
		}
		data = append(data, g)
	}
	cut(series, data, "end")
}

// gaps are the times of which no line knows anything, those that touch as one.
func (c canvas) gaps() []item {
	var known []cal.Day
	var out []cal.Period
	for _, l := range c.Lines {
		for _, p := range l.Points {
			if l.Measured() && p.Figure.Known() {
				known = append(known, middle(p.Period))
			}
		}
	}
	for _, l := range c.Lines {
		for _, p := range l.Points {
			if !p.Figure.Known() && !p.Period.First().IsZero() && !p.Period.Last().IsZero() &&
				!slices.ContainsFunc(known, p.Period.Contains) {
				out = append(out, p.Period)
			}
		}
	}
	slices.SortStableFunc(out, cal.Period.Compare)
	var items []item
	for i := 0; i < len(out); {
		from, to := out[i].First(), out[i].Last()
		for i++; i < len(out) && !out[i].First().After(to.AddDays(1)); i++ {
			if out[i].Last().After(to) {
				to = out[i].Last()
			}
		}
		items = append(items, item{Value: []any{from.String(), to.String(), c.say("inconnu", "unknown")}})
	}
	return items
}
