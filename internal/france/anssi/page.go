package anssi

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"
)

// A page is read by positions: texts, links and shapes filled with a colour, all in
// points from the bottom left. The library's own Content and GetTextByRow are not
// used: the first adds a stray letter after each run of this file's subset fonts,
// the second puts the whole page in one row.
type page struct {
	number int
	runs   []run
	lines  []line // from top to bottom
	links  []link
	shapes []shape
}

// run is a stretch of text with where it starts.
type run struct {
	x, y, size float64 // the size of text that is not upright is zero
	text       string
}

// line is the runs of one baseline, from left to right.
type line struct {
	y, size float64 // of its largest letters
	text    string
	runs    []run
}

// link is a rectangle that leads to an address.
type link struct {
	x, y float64 // its centre
	uri  string
}

// box is a rectangle whose sides are level.
type box struct{ left, bottom, right, top float64 }

// shape is a filled shape: the ground of a cell, or a mark.
type shape struct {
	box
	colour [3]float64 // red, green, blue, from 0 to 1
}

func (b box) holds(x, y float64) bool {
	return x >= b.left && x <= b.right && y >= b.bottom && y <= b.top
}

func (b box) middle() (x, y float64) { return (b.left + b.right) / 2, (b.bottom + b.top) / 2 }

// page reads one page. A malformed one is an error.
func (b *book) page(ctx context.Context, n int) (out page, err error) {
	defer recovered(fmt.Sprintf("page %d", n+1), &err)
	if err := ctx.Err(); err != nil {
		return out, err
	}
	l := b.leaves[n]
	w := painter{now: state{ctm: identity}, text: identity, line: identity,
		fonts: l.resources.Key("Font"), known: map[string]pdf.TextEncoding{}}
	w.page.number = n + 1
	if c := l.page.Key("Contents"); c.Kind() == pdf.Stream || c.Kind() == pdf.Array {
		if err := checkContents(c); err != nil {
			return out, fmt.Errorf("page %d: %w", n+1, err)
		}
		pdf.Interpret(c, w.do)
	}
	w.readLinks(l.page.Key("Annots"))
	w.page.lines = lines(w.page.runs)
	return w.page, w.fault
}

// lines puts the runs of one baseline together.
func lines(runs []run) []line {
	runs = slices.Clone(runs)
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(b.y, a.y) })
	var out []line
	for _, r := range runs {
		if n := len(out) - 1; n >= 0 && near(out[n].y, r.y, 2) {
			out[n].runs = append(out[n].runs, r)
			out[n].size = max(out[n].size, r.size)
			continue
		}
		out = append(out, line{y: r.y, size: r.size, runs: []run{r}})
	}
	for i := range out {
		slices.SortStableFunc(out[i].runs, func(a, b run) int { return cmp.Compare(a.x, b.x) })
		out[i].text = joined(out[i].runs)
	}
	return out
}

// joined is the text of runs, in their order.
func joined(runs []run) string {
	var texts []string
	for _, r := range runs {
		texts = append(texts, r.text)
	}
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

func near(a, b, by float64) bool { return math.Abs(a-b) <= by }
