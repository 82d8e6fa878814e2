package sentence

import (
	"slices"

	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// through describes lines through time. Targets come apart: they are no facts.
func (t *composer) through(r indicator.Result) {
	facts, targets := apart(ordered(r.Lines))
	if perPeriod(facts) {
		t.peaks(facts)
	} else {
		t.level(facts)
		t.targets(targets, facts)
		t.change(facts)
		t.extremes(facts)
	}
	t.gaps(r.Shape, facts)
	t.disputes(r.Shape, facts)
	t.breaks(facts)
}

// ordered gives the lines with their points in order of time.
func ordered(lines []indicator.Line) []indicator.Line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].Points = byPeriod(out[i].Points)
	}
	return out
}

// perPeriod says that the numbers are counted anew in each period, so that one
// period says nothing of the next. A count on a day is a stock.
func perPeriod(lines []indicator.Line) bool {
	for _, l := range lines {
		for _, p := range known(l.Points) {
			d, single := p.Period.Single()
			return single && d.Precision() != cal.ByDay && p.Figure.Nature == figure.Counted &&
				p.Figure.Basis.Accumulation != quantity.Stock
		}
	}
	return false
}

// at is a value with its time: "84 M€ en 2025", "2 à 6 Md€ en 2018, selon les sources".
func (t *composer) at(p indicator.Point) piece {
	s := slots{"value": quote(p.Figure), "when": t.when(p.Period)}
	if p.Figure.State == figure.Disputed {
		return say("{value} {when}, selon les sources", "{value} {when}, depending on the source").fill(t, s)
	}
	return say("{value} {when}", "{value} {when}").fill(t, s)
}

// naming puts the name of a line before what is said of it, when there are several.
func (t *composer) naming(lines []indicator.Line, l indicator.Line, item piece) piece {
	if len(lines) < 2 {
		return item
	}
	return say("{line}, {item}", "{line}, {item}").fill(t, slots{"line": t.text(l.Label), "item": item})
}

// level gives the last known value of each line; lines that count nothing are named last.
func (t *composer) level(lines []indicator.Line) {
	var last []indicator.Point
	var filled, empty []indicator.Line
	for _, l := range lines {
		k := known(l.Points)
		switch {
		case len(k) == 0:
		case len(lines) > 1 && isZero(k[len(k)-1].Figure):
			empty = append(empty, l)
		default:
			filled, last = append(filled, l), append(last, k[len(k)-1])
		}
	}
	var items []piece
	for i, l := range filled {
		items = append(items, t.naming(lines, l, t.at(last[i])))
	}
	switch {
	case len(filled) == 0 && len(empty) == 0:
		t.add(say("Aucune valeur n'est connue.", "No value is known."), nil)
	case len(filled) == 1 && len(lines) == 1:
		t.add(say("Dernière valeur connue : {list}.", "Last known value: {list}."), slots{"list": items[0]})
	case len(filled) > 1 && together(last):
		items = nil
		for i, l := range filled {
			items = append(items, t.naming(lines, l, quote(last[i].Figure)))
		}
		t.add(say("Dernières valeurs connues, {when} : {list}.", "Last known values, {when}: {list}."),
			slots{"when": t.when(last[0].Period), "list": t.list(items)})
	case len(filled) > 0:
		t.add(say("Dernières valeurs connues : {list}.", "Last known values: {list}."), slots{"list": t.list(items)})
	}
	t.empty(empty)
}

// together says that points are all of one and the same period, and undisputed.
func together(points []indicator.Point) bool {
	for _, p := range points {
		if p.Period.String() != points[0].Period.String() || p.Figure.State == figure.Disputed {
			return false
		}
	}
	return true
}

// empty names the lines of which no case is counted.
func (t *composer) empty(lines []indicator.Line) {
	var names []piece
	for _, l := range lines {
		names = append(names, t.text(l.Label))
	}
	if len(names) > 0 {
		t.add(say("Aucun cas n'est compté pour : {list}.", "No case is counted for: {list}."), slots{"list": t.list(names)})
	}
}

// change describes each line from its first to its last comparable point.
func (t *composer) change(lines []indicator.Line) {
	var items []piece
	for _, l := range lines {
		s := stretch(l.Points)
		if len(s) < 2 || s[0].Figure.Value.Sense != quantity.Exact && s[0].Figure.Value.Equal(s[len(s)-1].Figure.Value) {
			continue // "at least 20, then at least 20" says nothing
		}
		a, b := s[0], s[len(s)-1]
		items = append(items, t.naming(lines, l, say("{a}, puis {b}{direction}", "{a}, then {b}{direction}").fill(t,
			slots{"a": t.at(a), "b": t.at(b), "direction": t.direction(a.Figure, b.Figure)})))
	}
	if len(items) > 0 {
		t.add(say("Du premier au dernier point comparable : {list}.",
			"From the first to the last comparable point: {list}."), slots{"list": t.list(items)})
	}
}

// extremes names the highest and the lowest of each line, where they are sure and
// are not the ends that were named already.
func (t *composer) extremes(lines []indicator.Line) {
	for _, l := range lines {
		s := stretch(l.Points)
		if len(s) < 3 {
			continue
		}
		inside := func(p indicator.Point) bool { return p.Key != s[0].Key && p.Key != s[len(s)-1].Key }
		if p, sure := highest(s); sure && inside(p) {
			t.add(say("Maximum : {item}.", "Highest: {item}."), slots{"item": t.naming(lines, l, t.at(p))})
		}
		if p, sure := lowest(s); sure && inside(p) {
			t.add(say("Minimum : {item}.", "Lowest: {item}."), slots{"item": t.naming(lines, l, t.at(p))})
		}
	}
}
