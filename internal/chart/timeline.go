package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/types"

	"vigie/internal/chart/draw"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
)

// outcomes are how what became of a promise is shown: by a symbol, a colour
// and a word.
var outcomes = []struct {
	state  dataset.Outcome
	symbol string
	role   draw.Role
}{
	{dataset.Kept, "circle", draw.Positive},
	{dataset.KeptLate, downward, draw.Warning},
	{dataset.Missed, crossSign, draw.Negative},
	{dataset.Running, "triangle", draw.Series1},
	{dataset.Unverifiable, "diamond", draw.Muted},
}

// timeline draws a promise per row: when it was made, its deadline, and what
// became of it.
func timeline(c canvas) (option, int) {
	var list []string
	for _, l := range c.Lines {
		for _, p := range l.Points {
			list = append(list, c.place(p))
		}
	}
	n := c.named(list)
	t := c.withRoom(c.times(), n)
	row := 0
	var spans, starts []item
	ends := make([][]item, len(outcomes))
	for _, l := range c.Lines {
		for _, p := range l.Points {
			from, to := p.Period.First(), c.deadline(p)
			key := l.Key + "/" + p.Key
			spans = append(spans, item{Value: []any{row, from.String(), to.String()}})
			starts = append(starts,
				item{Value: []any{from.String(), row},
					Tooltip: tip(c.place(p) + "\n" + c.say("annoncé : ", "announced: ") + p.Period.From.Text(c.l))})
			for i, o := range outcomes {
				if p.State == string(o.state) {
					ends[i] = append(ends[i],
						item{Name: key, Value: []any{to.String(), row}, Label: grounded(c.beside(p)),
							Tooltip: tip(c.promiseTip(p))})
				}
			}
			row++
		}
	}
	announced := c.say("Annonce", "Announcement")
	o := option{
		series: []charts.SingleSeries{marks(c.say("De l'annonce à l'échéance", "From announcement to deadline"), "span",
			draw.Grid, spans), {
			Name: announced, Type: types.ChartScatter, Symbol: "rect", SymbolSize: 8, Color: draw.Muted.Hex(), Data: starts}},
		legend: []legendItem{{Name: announced, Icon: "rect"}},
	}
	for i, out := range outcomes {
		if len(ends[i]) > 0 {
			name := capital(c.code(string(out.state)))
			o.series = append(o.series,
				charts.SingleSeries{Name: name, Type: types.ChartScatter, Symbol: out.symbol, SymbolSize: 13,
					Color: out.role.Hex(), Data: ends[i]})
			o.legend = append(o.legend, legendItem{Name: name, Icon: out.symbol})
		}
	}
	c.today(o.series, t, n)
	o.x, o.y, o.grid = n.years(c, t), n.axis(c), n.grid(c, nil, o.legend, wordsAbove)
	return o, n.height(c, o.legend, wordsAbove)
}

// deadline is the last day of a promise; the day of reference when it has none.
func (c canvas) deadline(p indicator.Point) cal.Day {
	if last := p.Period.Last(); !last.IsZero() {
		return last
	}
	return c.AsOf
}

// withRoom makes the time longer, so that the words after each mark stand inside
// the plot.
func (c canvas) withRoom(t times, n names) times {
	_, plot := n.plot(c)
	days, most := t.first.DaysUntil(t.last), 0
	for _, l := range c.Lines {
		for _, p := range l.Points {
			need := widthOf(c.beside(p)) + 14
			if need < plot {
				after := c.deadline(p).DaysUntil(t.last)
				most = max(most, (need*days-after*plot)/(plot-need))
			}
		}
	}
	t.last = t.last.AddDays(min(most, days/2))
	return t
}

// became writes what became of a promise, with the number promised.
func (c canvas) became(p indicator.Point) string {
	if p.Figure.Known() {
		return p.Figure.Text(c.l) + c.say(" : ", ": ") + c.code(p.State)
	}
	return c.code(p.State)
}

// beside is what stands after the mark of a promise. A phone has room for what
// became of it alone.
func (c canvas) beside(p indicator.Point) string {
	switch {
	case p.Period.Last().IsZero():
		return c.code(p.State) + "\n" + c.say("sans échéance", "no deadline")
	case c.narrow():
		return c.code(p.State)
	}
	return c.became(p)
}

func (c canvas) promiseTip(p indicator.Point) string {
	return c.place(p) + "\n" + p.Period.Text(c.l) + "\n" + c.became(p)
}
