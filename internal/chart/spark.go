package chart

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// The size of a small picture, in units of its own drawing, which are pixels where there
// is room.
const (
	sparkWide, sparkHigh = 200, 48
	sparkLeast           = 2   // a value that is known and not zero is seen
	sparkMost            = 12  // bars; of more, the last ones
	sparkRow             = 14  // height of a row with its words
	sparkWords           = 104 // width of the words of rows, where all of them fit beside the bars
	sparkLetters         = 19  // letters that fit there
	sparkRows            = 5   // rows; of more, the longest ones
)

// Spark draws the shape of a result: it stands beside a sentence that gives its numbers,
// and leads to the chart. Periods are bars from the first to the last, which are named;
// a few categories are rows, each with its name. A value of which sources differ is a bar
// with a paler end; one that nobody measured is hollow, and one that is not known is a mark
// at the foot, and no bar. It is empty where nothing can be drawn so.
func Spark(r indicator.Result, l lang.Lang) template.HTML {
	bars := sparkBars(r)
	if len(bars) == 0 {
		return ""
	}
	c := canvas{view: view{Result: r, l: l}}
	p := spark{}
	for _, b := range bars {
		p.most = max(p.most, b.high)
	}
	if r.Shape == indicator.Categories {
		p.rows(c, greatest(bars))
	} else {
		p.columns(c, bars[max(0, len(bars)-sparkMost):])
	}
	return template.HTML(p.String())
}

// spark is a small picture while it is drawn.
type spark struct {
	strings.Builder
	most float64 // the greatest value, which fills the picture
}

func (p *spark) open(high int) {
	fmt.Fprintf(p, `<svg class="spark" viewBox="0 0 %d %d" aria-hidden="true" focusable="false">`, sparkWide, high)
}

func (p *spark) rect(class string, x, y, wide, high int) {
	fmt.Fprintf(p, `<rect class="%s" x="%d" y="%d" width="%d" height="%d"/>`, class, x, y, wide, high)
}

func (p *spark) words(x, y int, anchor, words string) {
	fmt.Fprintf(p, `<text x="%d" y="%d" text-anchor="%s">%s</text>`, x, y, anchor, html.EscapeString(words))
}

// length is how long a value is, where the greatest one has the given length.
func (p *spark) length(value float64, whole int) int {
	if value <= 0 || p.most <= 0 {
		return 0
	}
	return max(sparkLeast, int(value*float64(whole)/p.most))
}

func (p *spark) columns(c canvas, bars []sparkBar) {
	p.open(sparkHigh + sparkRow)
	step := sparkWide / len(bars)
	wide := min(step-4, 28)
	for i, b := range bars {
		x := i*step + (step-wide)/2
		low, high := p.length(b.low, sparkHigh), p.length(b.high, sparkHigh)
		if b.class == "none" {
			low, high = sparkLeast, sparkLeast
		}
		if high > low {
			p.rect("range", x, sparkHigh-high, wide, high-low)
		}
		p.rect(b.class, x, sparkHigh-low, wide, low)
	}
	p.words(0, sparkHigh+sparkRow-2, "start", c.brief(bars[0].place))
	if len(bars) > 1 {
		p.words(sparkWide, sparkHigh+sparkRow-2, "end", c.brief(bars[len(bars)-1].place))
	}
	p.WriteString(`</svg>`)
}

// rows are categories: their words stand beside the bars, or above them where one is long.
func (p *spark) rows(c canvas, bars []sparkBar) {
	left, step, x, anchor := sparkWords, sparkRow, sparkWords-6, "end"
	if slices.ContainsFunc(bars,
		func(b sparkBar) bool { return utf8.RuneCountInString(c.brief(b.place)) > sparkLetters }) {
		left, step, x, anchor = 0, 2*sparkRow, 0, "start"
	}
	p.open(len(bars) * step)
	for i, b := range bars {
		y := i*step + step - sparkRow
		p.words(x, i*step+sparkRow-4, anchor, c.brief(b.place))
		low, high := p.length(b.low, sparkWide-left), p.length(b.high, sparkWide-left)
		if b.class == "none" {
			low, high = sparkLeast, sparkLeast
		}
		if high > low {
			p.rect("range", left+low, y+2, high-low, sparkRow-4)
		}
		p.rect(b.class, left, y+2, low, sparkRow-4)
	}
	p.WriteString(`</svg>`)
}

// greatest keeps the longest of many rows, in their order.
func greatest(bars []sparkBar) []sparkBar {
	if len(bars) <= sparkRows {
		return bars
	}
	byLength := slices.Clone(bars)
	slices.SortStableFunc(byLength, func(a, b sparkBar) int { return cmp.Compare(b.high, a.high) })
	least := byLength[sparkRows-1].high
	return slices.DeleteFunc(slices.Clone(bars), func(b sparkBar) bool { return b.high < least })[:sparkRows]
}

// sparkBar is one place of the picture, with the sum of what stands there. Its numbers are
// heights on a screen, and are published nowhere.
type sparkBar struct {
	place     indicator.Point
	class     string // bar, hollow or none
	low, high float64
}

// sparkBars are the places of a result in order. Parts of a whole are added up; of lines
// through time, the first that is measured is drawn.
func sparkBars(r indicator.Result) []sparkBar {
	if r.PointPerRecord() {
		return nil
	}
	lines := r.Lines
	if r.Shape == indicator.Through && !strings.HasPrefix(r.Drawing, "stacked") {
		i := slices.IndexFunc(lines, func(l indicator.Line) bool { return l.Measured() && anyKnown(l) })
		if i >= 0 {
			lines = lines[i : i+1]
		}
	}
	var out []sparkBar
	for _, place := range r.Keys() {
		b := sparkBar{place: place, class: "none"}
		for _, l := range lines {
			f := l.Point(place.Key).Figure
			if !f.Known() {
				continue
			}
			if b.class == "none" {
				b.class = "bar"
			}
			if !l.Measured() {
				b.class = "hollow"
			}
			low, _ := f.Value.Low.Float64()
			high, _ := f.Value.High.Float64()
			b.low, b.high = b.low+low, b.high+high
		}
		out = append(out, b)
	}
	return out
}

func anyKnown(l indicator.Line) bool {
	return slices.ContainsFunc(l.Points, func(p indicator.Point) bool { return p.Figure.Known() })
}
