package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

// Indicators lists the indicators of a dataset in the order of the pages of the site:
// those that are declared under data/indicators and those that need Go.
func Indicators(ds *dataset.Dataset) []Indicator {
	out := builtIn()
	for _, d := range ds.Indicators {
		if compute := ways[d.Compute]; compute != nil {
			out = append(out, Indicator{ID: d.ID, Order: d.Order, Title: d.Title, Question: d.Question, Method: d.Method,
				Shape: shapeOf(d.Indicator), Drawing: d.Drawing, Declared: d.Indicator,
				Compute: func(ds *dataset.Dataset) Answer { return compute(ds, d.Indicator) }})
		}
	}
	slices.SortStableFunc(out, func(a, b Indicator) int {
		switch {
		case a.Order == b.Order:
			return cmp.Compare(a.ID, b.ID)
		case a.Order == 0:
			return 1
		case b.Order == 0:
			return -1
		}
		return cmp.Compare(a.Order, b.Order)
	})
	return out
}

// ways are the ways to compute a declared indicator; doc/indicators.md has a chapter
// for each.
var ways = map[record.Computing]func(*dataset.Dataset, *record.Indicator) Answer{
	record.BySeries:        series,
	record.ByLatest:        latest,
	record.BySpokenOf:      spokenOfAndMeasured,
	record.BySpokenOfShare: shareOfSpokenOf,
	record.ByParts:         parts,
	record.ByRows:          countedRows,
}

// shapeOf is what the points of a declared indicator are placed along.
func shapeOf(d *record.Indicator) Shape {
	if d.Compute == record.BySeries || d.Rows != nil && d.Rows.By != "" {
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
