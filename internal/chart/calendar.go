package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"vigie/internal/chart/draw"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// soon is how near a term must be to be shown as such, in days.
const soon = 183

// kindsOfSpan are how spans differ: by colour and in the legend; the words
// in each bar say more.
var kindsOfSpan = []struct {
	name lang.Text
	role draw.Role
}{
	{lang.Text{FR: "Six mois ou moins", EN: "Six months or less"}, draw.Warning},
	{lang.Text{FR: "Plus de six mois", EN: "More than six months"}, draw.Positive},
	{lang.Text{FR: "Terme passé d’après ce que nous avons lu", EN: "Ended, as far as we have read"}, draw.Negative},
	{lang.Text{FR: "Ne court plus, ou pas encore", EN: "No longer running, or not yet"}, draw.Muted},
}

// calendar draws a bar per record from its first to its last day, with the line
// of the day of reference.
func calendar(c canvas) (option, int) {
	var names []string
	var undated []item
	kinds := make([][]item, len(kindsOfSpan))
	for _, l := range c.Lines {
		for _, p := range l.Points {
			it := item{Name: l.Key + "/" + p.Key, Tooltip: tip(c.spanTip(p))}
			if p.Period.First().IsZero() || p.Period.Last().IsZero() {
				it.Value = []any{len(names), c.say("dates inconnues", "dates unknown")}
				undated = append(undated, it)
			} else {
				k := c.kindOfSpan(p)
				it.Value = []any{len(names), p.Period.First().String(), p.Period.Last().String(), c.left(p)}
				kinds[k] = append(kinds[k], it)
			}
			names = append(names, c.place(p))
		}
	}
	var o option
	for i, k := range kindsOfSpan {
		if len(kinds[i]) > 0 {
			o.series = append(o.series, marks(c.text(k.name), "span", k.role, kinds[i]))
			o.legend = append(o.legend, legendItem{Name: c.text(k.name)})
		}
	}
	t, n := c.times(), c.named(names)
	c.today(o.series, t, n)
	if len(undated) > 0 {
		o.series = append(o.series, marks(c.say("Dates inconnues", "Dates unknown"), "missingRow", draw.Unknown, undated))
	}
	o.x, o.y, o.grid = n.years(c, t), n.axis(c), n.grid(c, nil, o.legend, wordsAbove)
	return o, n.height(c, o.legend, wordsAbove)
}

func (c canvas) kindOfSpan(p indicator.Point) int {
	switch last := p.Period.Last(); {
	case p.State == string(dataset.StandingExpired):
		return 2
	case !p.Figure.Known():
		return 3
	case c.AsOf.DaysUntil(last) <= soon:
		return 0
	}
	return 1
}

// left writes in a bar how much of it is left, or why that makes no sense.
func (c canvas) left(p indicator.Point) string {
	if p.Figure.Known() {
		return p.Figure.Text(c.l)
	}
	return c.code(p.State)
}

// spanTip is what the tooltip of a bar says: its place, its days, how much of it
// is left, and its state where that has words of its own.
func (c canvas) spanTip(p indicator.Point) string {
	lines := []string{c.place(p), p.Period.Text(c.l)}
	if p.Figure.Known() || p.Words.IsZero() {
		lines = append(lines, c.left(p))
	}
	if !p.Words.IsZero() {
		lines = append(lines, c.text(p.Words))
	}
	return strings.Join(lines, "\n")
}

// today draws the line of the day of reference, on the first series, with its
// date above the names, on the side where there is room.
func (c canvas) today(series []charts.SingleSeries, t times, n names) {
	if len(series) == 0 {
		return
	}
	label := named("start", draw.Text)
	switch share := t.pixels(t.first, c.AsOf, 100); {
	case share > 70:
		label.Align = "right"
	case share < 30:
		label.Align = "left"
	}
	line := gapLine{Name: c.AsOf.Text(c.l), XAxis: c.AsOf.String()}
	if over := n.over(); over > 0 {
		line.Label = &lift{over + 4}
	}
	series[0].MarkLines = ruled([]any{line}, label,
		opts.LineStyle{Color: draw.Accent.Hex(), Type: "solid", Width: 1.5})
}
