package chart

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-echarts/go-echarts/v2/opts"

	"vigie/internal/value/quantity"
)

// Room for words, in pixels, about: package draw measures them better, but must
// know the height of a drawing beforehand. Nothing here is published: only
// places are computed, never numbers.
const (
	letter     = 13 // width of a letter, in halves of a pixel
	textLine   = 16 // height of a line of words
	legendGap  = 12 // what parts a row of the legend from the next, about
	nameShare  = 36 // percent of the width that names of rows may take
	wordsAbove = 20 // words between the legend and the plot
)

func widthOf(text string) int {
	most := 0
	for l := range strings.SplitSeq(text, "\n") {
		most = max(most, utf8.RuneCountInString(l)*letter/2)
	}
	return most
}

// wrap breaks words into lines of a width.
func wrap(text string, width int) string {
	var b strings.Builder
	used, space := 0, letter/2
	for i, word := range strings.Split(text, " ") { // a no-break space parts nothing
		w := widthOf(word)
		switch {
		case i == 0:
		case used+space+w > width:
			b.WriteString("\n")
			used = 0
		default:
			b.WriteString(" ")
			used += space
		}
		b.WriteString(word)
		used += w
	}
	return b.String()
}

// legendHeight is the room that a legend takes.
func (c canvas) legendHeight(legend []legendItem) int {
	if len(legend) == 0 {
		return 0
	}
	height, used := 4, 0
	for _, l := range legend {
		width := widthOf(l.Name) + 30
		if used == 0 || used+width > c.width {
			lines := 1 + strings.Count(wrap(l.Name, c.width-40), "\n")
			height, used = height+lines*textLine+legendGap, 0
		}
		used += width
	}
	return height
}

// fitted makes the entries of a legend that are wider than the drawing wrap.
func (c canvas) fitted(legend []legendItem) []legendItem {
	for i, l := range legend {
		if widthOf(l.Name)+36 > c.width {
			legend[i].TextStyle = &opts.TextStyle{Width: c.width - 40, Overflow: "break"}
		}
	}
	return legend
}

// roomAbove leaves room between the legend and the plot for words that stand there.
func (c canvas) roomAbove(legend []legendItem, wanted bool) opts.Grid {
	if !wanted {
		return opts.Grid{} // package draw knows the height of the legend
	}
	return opts.Grid{Top: strconv.Itoa(c.legendHeight(legend) + wordsAbove)}
}

// float is a number good enough to place words with, and for nothing else.
func float(d quantity.Decimal) float64 {
	f, _ := d.Float64()
	return f
}
