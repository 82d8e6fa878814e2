package sentence

import (
	"vigie/internal/figure"
	"vigie/internal/indicator"
)

// few is how many periods a sentence lists before it keeps to the largest.
const few = 6

// peaks describes numbers that are counted anew in each period: every period that
// counts something when they are few, or else the largest of each line.
func (t *composer) peaks(lines []indicator.Line) {
	var empty []indicator.Line
	var items []piece
	for _, l := range lines {
		var some []indicator.Point
		k := known(l.Points)
		for _, p := range k {
			if !isZero(p.Figure) {
				some = append(some, p)
			}
		}
		switch {
		case len(k) == 0:
		case len(some) == 0:
			empty = append(empty, l)
		case len(lines) == 1 && len(some) <= few:
			t.each(l, some, len(k))
			return
		default:
			top := descending(some)
			item := t.at(top[0])
			if len(top) > 1 && !below(top[1].Figure.Value, top[0].Figure.Value) {
				item = say("{item}, entre autres", "{item}, among others").fill(t, slots{"item": item})
			}
			items = append(items, t.naming(lines, l, item))
		}
	}
	if len(items) > 0 {
		t.add(say("Au plus haut : {list}.", "At its highest: {list}."),
			slots{"list": t.list(items)})
	}
	t.empty(empty)
}

// each describes every period that counts something.
func (t *composer) each(l indicator.Line, some []indicator.Point, of int) {
	var items []piece
	for _, p := range some {
		items = append(items, t.at(p))
	}
	t.add(say("{line} : {list}.", "{line}: {list}."), slots{"line": t.text(l.Label), "list": t.and(items)})
	if len(some) < of {
		t.add(say("Aucun cas aux autres dates.", "No case on the other dates."), nil)
	}
}

// targets says what was aimed at, and whether the last known value lies below.
func (t *composer) targets(targets, facts []indicator.Line) {
	for _, l := range targets {
		for _, p := range known(l.Points) {
			end := piece(nil)
			if last, ok := latest(facts); ok && below(last.Value, p.Figure.Value) {
				end = say(" ; la dernière valeur connue est en dessous", "; the last known value lies below it").fill(t, nil)
			}
			t.add(say("{line} : {item}{end}.", "{line}: {item}{end}."),
				slots{"line": t.text(l.Label), "item": t.at(p), "end": end})
		}
	}
}

// latest is the last known value of the first line.
func latest(lines []indicator.Line) (figure.Figure, bool) {
	if len(lines) == 0 {
		return figure.Figure{}, false
	}
	k := known(lines[0].Points)
	if len(k) == 0 {
		return figure.Figure{}, false
	}
	return k[len(k)-1].Figure, true
}
