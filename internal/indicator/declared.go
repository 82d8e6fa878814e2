package indicator

import (
	"cmp"
	"math"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

// Indicators lists the declared indicators of a dataset in the order of the pages of
// the site.
func Indicators(ds *dataset.Dataset) []Indicator {
	var out []Indicator
	for _, d := range ds.Indicators {
		i := Indicator{ID: d.ID, Order: d.Order, Title: d.Title, Question: d.Question, Method: d.Method, Drawing: d.Drawing,
			Declared: d.Indicator}
		if own, ok := judged[d.Compute]; ok {
			i.Shape, i.Compute, i.Drawing = own.shape, own.compute, cmp.Or(d.Drawing, own.drawing)
		} else if way := ways[d.Compute]; way != nil {
			i.Shape, i.Compute = shapeOf(d.Indicator), func(ds *dataset.Dataset) Answer { return way(ds, d.Indicator) }
		} else {
			continue // the check says so
		}
		out = append(out, i)
	}
	slices.SortStableFunc(out, func(a, b Indicator) int {
		last := func(i Indicator) int { return cmp.Or(i.Order, math.MaxInt) }
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// ways are the general ways to compute an indicator; doc/indicators.md has a chapter
// for each.
var ways = map[record.Computing]func(*dataset.Dataset, *record.Indicator) Answer{
	record.BySeries:        series,
	record.ByLatest:        latest,
	record.ByCalculation:   calculations,
	record.ByShare:         shareOfRecords,
	record.BySpans:         spans,
	record.ByDeadlines:     deadlines,
	record.BySpokenOf:      spokenOfAndMeasured,
	record.BySpokenOfShare: shareOfSpokenOf,
	record.ByParts:         parts,
	record.ByRows:          countedRows,
	record.ByCount:         countedRecords,
	record.ByFlows:         flows,
}

// shapeOf is what the points of a declared indicator are placed along.
func shapeOf(d *record.Indicator) Shape {
	switch d.Compute {
	case record.BySpans:
		return Spans
	case record.ByDeadlines:
		return Deadlines
	case record.ByFlows:
		return Flows
	}
	if d.ThroughTime() {
		return Through
	}
	return Categories
}

// first is the line of a declared indicator that has one, and that of the figure that
// stands for all of them when nothing is known.
func first(d *record.Indicator) record.IndicatorLine {
	switch {
	case d.Line != nil:
		return *d.Line
	case len(d.Lines) > 0:
		return d.Lines[0]
	}
	return record.IndicatorLine{Key: d.ID, Label: d.Title}
}
