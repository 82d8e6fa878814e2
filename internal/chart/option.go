package chart

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"vigie/internal/chart/draw"
)

// option is an ECharts option in the making: what a form decides.
type option struct {
	x      opts.XAxis
	y      opts.YAxis
	grid   opts.Grid
	legend []legendItem // none: the chart has one kind of mark, or names them itself
	series []charts.SingleSeries
}

// legendItem is an entry of the legend, with the symbol of its line.
type legendItem struct {
	Name      string          `json:"name"`
	Icon      string          `json:"icon,omitempty"`
	TextStyle *opts.TextStyle `json:"textStyle,omitempty"`
}

// item is one value of a series. The types of go-echarts differ from series to
// series in what they allow; ECharts allows the same for all.
type item struct {
	Name       string        `json:"name,omitempty"` // line and point: "all/2024"
	Value      any           `json:"value"`
	Symbol     string        `json:"symbol,omitempty"`
	SymbolSize int           `json:"symbolSize,omitempty"`
	ItemStyle  *style        `json:"itemStyle,omitempty"`
	Label      *label        `json:"label,omitempty"`
	Tooltip    *opts.Tooltip `json:"tooltip,omitempty"`
}

// style adds to the style of go-echarts what it lacks.
type style struct {
	opts.ItemStyle
	BorderType string `json:"borderType,omitempty"`
}

// label adds to the label of go-echarts what it lacks.
type label struct {
	opts.Label
	OutlineWidth *int  `json:"textBorderWidth,omitempty"`
	Padding      []int `json:"padding,omitempty"`
}

// none is how ECharts learns that a series has no value in a place.
const none = "-"

// marshal writes the option as JSON. go-echarts never renders it: its pages would
// let words become script.
func (o option) marshal(id string) ([]byte, error) {
	c := charts.NewBar()
	legend := opts.Legend{Show: opts.Bool(len(o.legend) > 0)}
	if len(o.legend) > 0 {
		legend.Data = o.legend
	}
	c.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: id}),
		charts.WithAnimation(false),
		charts.WithColorsOpts(draw.SeriesHex()),
		charts.WithLegendOpts(legend),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item"}),
		charts.WithXAxisOpts(o.x),
		charts.WithYAxisOpts(o.y),
		charts.WithGridOpts(o.grid),
	)
	c.SetXAxis(o.x.Data)
	c.MultiSeries = o.series
	c.Accept(visitor{})
	c.Validate()
	b, err := json.Marshal(c.JSON())
	if err != nil {
		return nil, fmt.Errorf("write the option of chart %q: %w", id, err)
	}
	return b, nil
}

// visitor writes one grid as one, not as a list, and leaves out what is empty.
type visitor struct {
	charts.BaseConfigurationVisitor
}

func (visitor) VisitGrid(grid []opts.Grid) any { return grid[0] }

func (visitor) Visit(chart map[string]any) {
	delete(chart, "title")
	delete(chart, "toolbox")
}

// format is a formatter that package draw knows by name.
func format(s string) types.FuncStr { return types.FuncStr(s) }

// literal is words as they stand: those that would be read as a formatter or as a
// pattern of ECharts are marked as words.
func literal(text string) types.FuncStr {
	if strings.HasPrefix(text, "=") || strings.Contains(text, "{") {
		text = "=:" + text
	}
	return format(text)
}

// words is a label that says its own words.
func words(position, text string, color draw.Role) *label {
	return &label{Label: opts.Label{Show: opts.Bool(true), Position: position, Formatter: literal(text),
		Color: color.Hex()}}
}

// named is a label that says the name of its mark.
func named(position string, color draw.Role) *label {
	l := words(position, "", color)
	l.Formatter = format("{b}")
	return l
}

// inside is a label on a filled mark, in the colour of the background; a patch of
// the mark's own colour keeps a pattern from running through its letters.
func inside(text string, fill draw.Role) *label {
	l := words("inside", text, draw.Surface)
	l.BackgroundColor, l.Padding, l.OutlineWidth = fill.Hex(), []int{1, 2}, new(int)
	return l
}

// grounded is a label after a mark, on the colour of the background: no line of the plot
// runs through its letters.
func grounded(text string) *label {
	l := words("right", text, draw.Text)
	l.BackgroundColor, l.Padding = draw.Surface.Hex(), []int{1, 2}
	return l
}

// silent is a label that is not shown.
func silent() *label { return &label{Label: opts.Label{Show: opts.Bool(false)}} }

// bars starts a series of bars of one line, all on one stack so that each stands
// in the middle of its place.
func bars(name string, r draw.Role, stack string, data []item) charts.SingleSeries {
	return charts.SingleSeries{Name: name, Type: types.ChartBar, Color: r.Hex(), Stack: stack, Data: data,
		BarMaxWidth: "40"}
}

// marks starts a series of marks of our own, by the name that package draw gives them.
func marks(name, kind string, r draw.Role, data []item) charts.SingleSeries {
	return charts.SingleSeries{Name: name, Type: types.ChartCustom, RenderItem: format(kind), Color: r.Hex(), Data: data}
}

// ruled draws lines across a chart, each with its name as words.
func ruled(data []any, words *label, line opts.LineStyle) *opts.MarkLines {
	return &opts.MarkLines{Data: data,
		MarkLineStyle: opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: &words.Label, LineStyle: &line}}
}

// filled makes a list of values in which only some places hold one.
func filled(n int, at map[int]item) []item {
	out := make([]item, n)
	for i := range out {
		out[i] = item{Value: none}
	}
	for i, it := range at {
		out[i] = it
	}
	return out
}
