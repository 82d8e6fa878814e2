package sentence

import (
	"cmp"
	"slices"

	"vigie/internal/figure"
	"vigie/internal/indicator"
)

// most is how many places a sentence names before it stops.
const most = 3

// categories describes values by named categories. Lines that share no category are
// described as one: each point then stands for itself.
func (t *composer) categories(r indicator.Result) {
	facts, targets := apart(r.Lines)
	if r.Apart() {
		var all indicator.Line
		for _, l := range facts {
			all.Points = append(all.Points, l.Points...)
		}
		facts = []indicator.Line{all}
	}
	if len(facts) == 1 {
		t.ranking(facts[0])
	} else {
		t.tops(facts)
	}
	for _, l := range targets {
		for _, p := range known(l.Points) {
			words := say("Un objectif, et non une mesure : {item}.", "A target, and not a measure: {item}.")
			if l.Role == "spoken-of" {
				words = say("Une estimation, ni mesurée ni promise : {item}.",
					"An estimate, neither measured nor promised: {item}.")
			}
			t.add(words, slots{"item": t.valueAt(r.Shape, l, p, false)})
		}
	}
	t.gaps(r.Shape, facts)
	t.disputes(r.Shape, facts)
}

// apart sets targets, and amounts spoken of, apart from facts.
func apart(lines []indicator.Line) (facts, targets []indicator.Line) {
	for _, l := range lines {
		if !l.Measured() {
			targets = append(targets, l)
		} else {
			facts = append(facts, l)
		}
	}
	return facts, targets
}

// ranking names the largest values of a line, then where none is counted.
func (t *composer) ranking(l indicator.Line) {
	var some, none []piece
	points := descending(known(l.Points))
	for _, p := range points {
		if isZero(p.Figure) {
			none = append(none, t.text(p.Label))
		} else {
			some = append(some, t.valueAt(indicator.Categories, l, p, false))
		}
	}
	switch {
	case len(points) == 0:
		t.add(say("Aucune valeur n'est connue.", "No value is known."), nil)
	case len(some) == 0:
		t.add(say("Aucun cas n'est compté, où que ce soit.", "No case is counted anywhere."), nil)
		return
	case len(some) == 1:
		t.add(say("Valeur connue : {list}.", "Known value: {list}."), slots{"list": some[0]})
	case len(some) <= few:
		t.add(say("De la plus grande valeur à la plus petite : {list}.", "From the largest value to the smallest: {list}."),
			slots{"list": t.list(some)})
	default:
		t.add(say("Plus grandes valeurs : {list}.", "Largest values: {list}."), slots{"list": t.list(some[:most])})
		last := points[len(some)-1]
		if below(last.Figure.Value, points[len(some)-2].Figure.Value) {
			t.add(say("Plus petite valeur connue : {item}.", "Smallest known value: {item}."), slots{"item": some[len(some)-1]})
		}
	}
	if len(none) > 0 {
		t.add(say("Aucun cas n'est compté pour : {list}.", "No case is counted for: {list}."), slots{"list": t.list(none)})
	}
}

// tops says where each of several lines has its largest value.
func (t *composer) tops(lines []indicator.Line) {
	var items []piece
	for _, l := range lines {
		points := descending(known(l.Points))
		if len(points) == 0 || isZero(points[0].Figure) {
			continue
		}
		top := points[0]
		item := say("{line}, {value} ({place})", "{line}, {value} ({place})")
		if len(points) > 1 && !below(points[1].Figure.Value, top.Figure.Value) {
			item = say("{line}, {value} ({place}, entre autres)", "{line}, {value} ({place}, among others)")
		}
		items = append(items,
			item.fill(t, slots{"line": t.text(l.Label), "value": quote(top.Figure), "place": t.text(top.Label)}))
	}
	if len(items) == 0 {
		t.add(say("Aucune valeur n'est connue.", "No value is known."), nil)
		return
	}
	t.add(say("Au plus haut : {list}.", "At its highest: {list}."),
		slots{"list": t.list(items)})
}

// descending sorts points from the largest to the smallest.
func descending(points []indicator.Point) []indicator.Point {
	return slices.SortedStableFunc(slices.Values(points), func(a, b indicator.Point) int {
		return cmp.Or(b.Figure.Value.High.Cmp(a.Figure.Value.High), b.Figure.Value.Low.Cmp(a.Figure.Value.Low))
	})
}

func isZero(f figure.Figure) bool { return f.Value.Low.IsZero() && f.Value.High.IsZero() }
