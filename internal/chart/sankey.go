package chart

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"vigie/internal/chart/draw"
	"vigie/internal/indicator"
)

// Measures of a Sankey, in pixels.
const (
	flowNode   = 10  // width of a place
	flowHeight = 380 // of all that flows, about: what one case takes follows from it
	flowOnHand = 250 // the same on a phone, where each step has a drawing of its own
	flowAfter  = 150 // words after the last places
	flowHead   = 30  // the names of the stages
)

// flowItem is a place of a Sankey: an item with where it stands.
type flowItem struct {
	item
	Depth int         `json:"depth"`
	Y     json.Number `json:"localY"` // of the height of the Sankey, to four decimals on every machine
}

// flowLink is what goes from a place to another.
type flowLink struct {
	Source    string          `json:"source"`
	Target    string          `json:"target"`
	Name      string          `json:"name"` // line and point
	Value     any             `json:"value"`
	LineStyle *opts.LineStyle `json:"lineStyle"`
	Tooltip   *opts.Tooltip   `json:"tooltip"`
}

// sankey draws flows: all stages beside each other, or, on a phone, each step under the
// one before it. Each column takes the whole height, in the order of its line, so that
// what is unknown runs along the bottom; words have as many lines as they need, and the
// places keep as far apart as these want.
func sankey(c canvas) (option, int) {
	stages, steps := c.flow()
	if len(steps) == 0 { // nothing flows
		return rows(c)
	}
	o := option{grid: opts.Grid{Left: "0", Right: "0", Top: "0", Bottom: "0"}}
	height := 0
	if !c.narrow() {
		height = c.panel(&o, stages, steps, 0)
	} else {
		for _, s := range steps {
			from := slices.IndexFunc(stages, func(l indicator.Line) bool { return l.Key == s.Joins[0] })
			height = c.panel(&o, stages[from:from+2], []indicator.Line{s}, height) + flowHead
		}
	}
	for i := range o.series {
		if end, err := strconv.Atoi(o.series[i].Bottom); err == nil { // where it ends, from the top
			o.series[i].Bottom = strconv.Itoa(height - end)
		}
	}
	o.x = opts.XAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: c.width}
	o.y = opts.YAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: height, Inverse: opts.Bool(true)}
	return o, height
}

// flow parts the lines of places from those that join them. A place where nothing stands has
// no height: the table has it.
func (c canvas) flow() (stages, steps []indicator.Line) {
	for _, l := range c.Lines {
		l.Points = slices.DeleteFunc(slices.Clone(l.Points),
			func(p indicator.Point) bool { return p.Figure.Known() && p.Figure.Value.High.IsZero() })
		if l.Joins[0] == "" {
			stages = append(stages, l)
		} else {
			steps = append(steps, l)
		}
	}
	return stages, steps
}

// panel adds one Sankey with the names of its stages, under a height, and gives where it ends.
func (c canvas) panel(o *option, stages, steps []indicator.Line, top int) int {
	after := 0
	if !c.narrow() {
		after = flowAfter
	}
	room := (c.width-after-flowNode)/(len(stages)-1) - 2*flowNode
	if c.narrow() { // the words of both stages share it
		room /= 2
	}
	columns := make([]column, len(stages))
	for i, l := range stages {
		width := room
		if i == len(stages)-1 && !c.narrow() {
			width = after - flowNode
		}
		columns[i] = c.column(l, width*7/8) // readers' fonts may be wider
	}
	height, gap := fitColumns(columns)
	var heads []item
	s := charts.SingleSeries{Name: c.text(steps[0].Label), Type: types.ChartSankey,
		Left: "0", Right: share(after, c.width), Top: strconv.Itoa(top + flowHead), NodeGap: opts.Int(gap),
		NodeWidth: opts.Int(flowNode)}
	var data []flowItem
	for i, l := range stages {
		last := i == len(stages)-1 && c.narrow()
		x, side, position := i*(c.width-after-flowNode)/(len(stages)-1), "left", "right"
		if last {
			x, side, position = c.width, "right", "left"
		}
		heads = append(heads, item{Value: []any{x, top + flowHead - 18, c.text(l.Label), side}})
		data = append(data, c.places(l, columns[i], i, height, position)...)
	}
	s.Data, s.Links, s.Bottom = data, c.links(steps), strconv.Itoa(top+flowHead+height)
	o.series = append(o.series, s, marks(c.say("Étapes", "Stages"), "heading", draw.Text, heads))
	return top + flowHead + height + 8
}

// share is a part of the width, which stays the same where the browser draws wider.
func share(part, width int) string {
	return strconv.FormatFloat(100*float64(part)/float64(width), 'f', 2, 64) + "%"
}

// places makes the places of a stage, spread over the whole height: what a column has left
// is shared between its gaps.
func (c canvas) places(l indicator.Line, col column, depth, height int, position string) []flowItem {
	filled, apart := col.needs()
	free, between := float64(height)-filled-apart, 0.0
	if n := len(l.Points) - 1; n > 0 {
		between = free / float64(n)
	}
	var out []flowItem
	y := 0.0
	for i, p := range l.Points {
		if i > 0 {
			y += col.heights[i-1] + col.apart(i) + between
		}
		label := words(position, col.words[i], draw.Text)
		out = append(out, flowItem{Depth: depth, Y: json.Number(strconv.FormatFloat(y/float64(height), 'f', 4, 64)),
			item: item{Name: l.Key + "/" + p.Key,
				Value: c.scale.number(p.Figure.Value.Low), Label: label, Tooltip: tip(c.tip(l, p)),
				ItemStyle: &style{ItemStyle: opts.ItemStyle{Color: c.flowRole(l, p).Hex()}}}})
	}
	return out
}

// links makes what goes from place to place; what is unknown at one end is pale.
func (c canvas) links(steps []indicator.Line) []flowLink {
	var out []flowLink
	for _, l := range steps {
		for _, p := range l.Points {
			r, opacity := c.flowRole(l, p), float32(0.45)
			if r == draw.Unknown {
				opacity = 0.22
			}
			out = append(out, flowLink{Source: l.Joins[0] + "/" + p.Ends[0], Target: l.Joins[1] + "/" + p.Ends[1],
				Name: l.Key + "/" + p.Key, Value: c.scale.number(p.Figure.Value.Low), Tooltip: tip(c.tip(l, p)),
				LineStyle: &opts.LineStyle{Color: r.Hex(), Opacity: opts.Float(opacity)}})
		}
	}
	return out
}

// flowRole is the colour of a place, or of what goes between two.
func (c canvas) flowRole(l indicator.Line, p indicator.Point) draw.Role {
	if p.Role != "" {
		return role(p.Role, 0)
	}
	return role(l.Role, 0)
}
