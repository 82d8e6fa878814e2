package chart

import (
	"strings"

	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// column is one stage of a panel: the words of its places, how high each is and how far
// they must keep apart.
type column struct {
	words   []string
	heights []float64
}

// apart is what must lie at least between a place and the one before it: room for the words of both.
func (col column) apart(i int) float64 {
	lines := 2 + strings.Count(col.words[i-1], "\n") + strings.Count(col.words[i], "\n")
	return max(6, float64(lines*textLine)/2-(col.heights[i-1]+col.heights[i])/2+2)
}

// needs is the height of its places, and of all that must lie between them.
func (col column) needs() (places, between float64) {
	for i, h := range col.heights {
		places += h
		if i > 0 {
			between += col.apart(i)
		}
	}
	return places, between
}

func (c canvas) column(l indicator.Line, width int) column {
	all := 0.0
	for _, p := range l.Points {
		all += float(p.Figure.Value.Low)
	}
	most := float64(flowHeight)
	if c.narrow() {
		most = flowOnHand
	}
	var out column
	for _, p := range l.Points {
		out.words = append(out.words, wrap(c.place(p)+c.say(" :", ":")+lang.NBSP+c.marked(p.Figure), width))
		out.heights = append(out.heights, most*float(p.Figure.Value.Low)/all)
	}
	return out
}

// fitColumns gives the height that the fullest column needs, and the even gap that ECharts
// is given so that a case is as high everywhere.
func fitColumns(columns []column) (height, gap int) {
	most, needed := 1, 0.0
	flowing, _ := columns[0].needs()
	for _, col := range columns {
		_, between := col.needs()
		most, needed = max(most, len(col.heights)), max(needed, between)
	}
	gap = int(needed)/max(most-1, 1) + 1
	return int(flowing) + (most-1)*gap, gap
}
