package sentence

import (
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/quantity"
)

// below says that one value lies under another, however each is read: whole
// ranges are compared, and a bound that is open on that side never does.
func below(a, b quantity.Value) bool {
	openAbove := a.Sense == quantity.Over || a.Sense == quantity.AtLeast
	return !openAbove && b.Sense != quantity.AtMost && a.High.Cmp(b.Low) < 0
}

// same says that two values are one and the same exact number.
func same(a, b quantity.Value) bool {
	return a.Equal(b) && !a.IsRange() && a.Sense == quantity.Exact
}

// direction says how a value changed, as the end of a part of a sentence, and
// only as far as it is known: nothing is said of open bounds.
func (t *composer) direction(a, b figure.Figure) piece {
	ranges := a.Value.IsRange() || b.Value.IsRange()
	open := a.Value.Sense != quantity.Exact || b.Value.Sense != quantity.Exact
	switch {
	case same(a.Value, b.Value):
		return say(" (sans changement)", " (no change)").fill(t, nil)
	case below(a.Value, b.Value) && ranges:
		return say(" (en hausse, quelle que soit la valeur retenue)", " (up, whichever value is taken)").fill(t, nil)
	case below(a.Value, b.Value):
		return say(" (en hausse)", " (up)").fill(t, nil)
	case below(b.Value, a.Value) && ranges:
		return say(" (en baisse, quelle que soit la valeur retenue)", " (down, whichever value is taken)").fill(t, nil)
	case below(b.Value, a.Value):
		return say(" (en baisse)", " (down)").fill(t, nil)
	case open:
		return nil
	}
	return say(" (en hausse ou en baisse selon la valeur retenue)",
		" (up or down depending on the value taken)").fill(t, nil)
}

// highest and lowest give the place that lies surely above, or below, all
// others; false when there is none.
func highest(points []indicator.Point) (indicator.Point, bool) {
	return outermost(points, func(a, b quantity.Value) bool { return below(b, a) })
}

func lowest(points []indicator.Point) (indicator.Point, bool) {
	return outermost(points, below)
}

func outermost(points []indicator.Point, beyond func(a, b quantity.Value) bool) (indicator.Point, bool) {
	for i, p := range points {
		alone := true
		for j, q := range points {
			alone = alone && (i == j || beyond(p.Figure.Value, q.Figure.Value))
		}
		if alone {
			return p, true
		}
	}
	return indicator.Point{}, false
}

// known gives the points of a line that have a value.
func known(points []indicator.Point) []indicator.Point {
	var out []indicator.Point
	for _, p := range points {
		if p.Figure.Known() {
			out = append(out, p)
		}
	}
	return out
}

// stretch is the last run of points of a line without a break, known ones only.
func stretch(points []indicator.Point) []indicator.Point {
	from := 0
	for i, p := range points {
		if !p.Break.IsZero() {
			from = i
		}
	}
	return known(points[from:])
}
