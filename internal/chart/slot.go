package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"vigie/internal/chart/draw"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// slot is where one point stands among columns or rows. A slot without a point is
// a gap: a break, or years of which the data says nothing.
type slot struct {
	line  int
	point *indicator.Point
	label string
	cut   string // what the gap is: "rupture", "…"
}

// inTime gives every point a slot, by period and then by line, with gaps where
// neighbours may not be joined.
func (c canvas) inTime() []slot {
	var out []slot
	for i, l := range c.Lines {
		for _, p := range l.Points {
			s := slot{line: i, point: &p, label: c.brief(p)}
			if i > 0 {
				s.label += "\n" + c.text(l.Label)
			}
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b slot) int { return a.point.Period.Compare(b.point.Period) })
	for i := len(out) - 1; i > 0; i-- {
		switch {
		case !out[i].point.Break.IsZero():
			out = slices.Insert(out, i, slot{cut: c.say("rupture", "break")})
		case skipsYears(out[i-1].point.Period, out[i].point.Period):
			out = slices.Insert(out, i, slot{cut: "…"})
		}
	}
	return out
}

// skipsYears says that a year or more lies between two years.
func skipsYears(a, b cal.Period) bool {
	d, single := a.Single()
	e, alone := b.Single()
	return single && alone && d.Precision() == cal.ByYear && e.Precision() == cal.ByYear && e.Year() > d.Year()+1
}

// inLines gives every point a slot, line by line, with a gap where a line breaks;
// one line of several that share their places is described place by place.
func (c canvas) inLines() []slot {
	var out []slot
	for i, l := range c.Lines {
		for at, p := range l.Points {
			if at > 0 && !p.Break.IsZero() {
				out = append(out, slot{cut: c.say("rupture", "break")})
			}
			s := slot{line: i, point: &p, label: c.brief(p)}
			if len(c.Lines) > 1 && !c.Apart() {
				s.label = c.text(l.Label) + ", " + s.label
			}
			out = append(out, s)
		}
	}
	return out
}

// axes says which way slots are laid: upright columns, or lying rows.
type axes struct {
	lying                bool
	ranged, missing, end string // marks of package draw, and where a label stands
}

var (
	upright = axes{false, "range", "missing", "top"}
	lying   = axes{true, "span", "missingRow", "right"}
)

// slotSeries makes the series of slots: bars of each line, then what is disputed,
// then what is unknown.
func (c canvas) slotSeries(slots []slot, a axes) []charts.SingleSeries {
	var out []charts.SingleSeries
	var disputed, unknown []item
	for i, l := range c.Lines {
		bar, ranges := map[int]item{}, []item(nil)
		for at, s := range slots {
			if s.point == nil || s.line != i {
				continue
			}
			p := *s.point
			it := item{Name: l.Key + "/" + p.Key, Tooltip: tip(c.tip(l, p))}
			switch {
			case !p.Figure.Known():
				it.Value = []any{at, p.Figure.Text(c.l)}
				unknown = append(unknown, it)
			case p.Figure.Value.IsRange():
				it.Value = []any{at, c.scale.number(p.Figure.Value.Low), c.scale.number(p.Figure.Value.High), c.short(p.Figure)}
				if p.Figure.State == figure.Disputed {
					disputed = append(disputed, it)
				} else {
					ranges = append(ranges, it)
				}
			default:
				it.Value = c.scale.number(p.Figure.Value.Low)
				it.Label = words(a.end, c.marked(p.Figure), draw.Text)
				if !l.Measured() {
					it.ItemStyle = hollow()
				}
				bar[at] = it
			}
		}
		if len(bar) > 0 {
			out = append(out, bars(c.text(l.Label), c.role(i), "slots", filled(len(slots), bar)))
		}
		if len(ranges) > 0 {
			out = append(out, marks(c.text(l.Label), a.ranged, c.role(i), ranges))
		}
	}
	if len(disputed) > 0 {
		out = append(out,
			marks(c.say("Les sources ne s'accordent pas", "Sources disagree"), a.ranged, draw.Disputed, disputed))
	}
	if len(unknown) > 0 {
		out = append(out, marks(c.say("Inconnu", "Unknown"), a.missing, draw.Unknown, unknown))
	}
	return out
}

// marked is a short figure with a word where a declared rule chose it.
func (c canvas) marked(f figure.Figure) string {
	if f.State == figure.Settled {
		return c.short(f) + c.say(", retenu", ", chosen")
	}
	return c.short(f)
}

func tip(text string) *opts.Tooltip { return &opts.Tooltip{Formatter: literal(text)} }

// hollow is how a target or an amount spoken of looks: an outline, never a filled bar.
func hollow() *style {
	return &style{ItemStyle: opts.ItemStyle{Color: draw.Surface.Hex(), BorderColor: draw.Accent.Hex(), BorderWidth: 2},
		BorderType: "dashed"}
}

// legendOf names series that the places do not name: lines when there are several,
// and what is disputed.
func (c canvas) legendOf(series []charts.SingleSeries) []legendItem {
	var out []legendItem
	for _, s := range series {
		if s.RenderItem == "missing" || s.RenderItem == "missingRow" {
			continue
		}
		if !slices.ContainsFunc(out, func(i legendItem) bool { return i.Name == s.Name }) {
			out = append(out, legendItem{Name: s.Name})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// valueAxis is what the axis of values needs, whichever way it lies.
type valueAxis struct {
	max         any
	minInterval float64
	labels      *opts.AxisLabel
}

func (c canvas) values() valueAxis {
	v := valueAxis{labels: &opts.AxisLabel{Formatter: format(c.scale.pattern(c.l, c.Unit))}}
	switch c.Unit.Kind {
	case quantity.Percent:
		v.max = 100
	case quantity.Count:
		v.minInterval = 1
	}
	return v
}
