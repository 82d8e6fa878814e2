package sentence

import (
	"slices"
	"strings"

	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// disputes says where sources disagree: the range where nothing settles it, the
// value that is kept where a declared rule does.
func (t *composer) disputes(shape indicator.Shape, lines []indicator.Line) {
	for _, kind := range []struct {
		state figure.State
		words pattern
	}{
		{figure.Disputed, say("Les sources ne s'accordent pas : {list}.", "Sources disagree: {list}.")},
		{figure.Settled,
			say("Les sources ne s'accordent pas et une règle déclarée choisit : {list}.",
				"Sources disagree and a declared rule chooses: {list}.")},
	} {
		var items []piece
		for _, l := range lines {
			for _, p := range l.Points {
				if p.Figure.State == kind.state {
					items = append(items, t.valueAt(shape, l, p, len(lines) > 1))
				}
			}
		}
		if len(items) > 0 {
			t.add(kind.words, slots{"list": t.list(items)})
		}
	}
}

// valueAt is a figure with its place: "34,5 M€ en 2023", "OVH, 5,2 M€".
func (t *composer) valueAt(shape indicator.Shape, l indicator.Line, p indicator.Point, named bool) piece {
	s := slots{"line": t.text(l.Label), "value": quote(p.Figure), "when": t.when(p.Period), "place": t.text(p.Label)}
	switch {
	case shape == indicator.Through && named:
		return say("{line}, {value} {when}", "{line}, {value} {when}").fill(t, s)
	case shape == indicator.Through:
		return say("{value} {when}", "{value} {when}").fill(t, s)
	case named:
		return say("{place} ({line}), {value}", "{place} ({line}), {value}").fill(t, s)
	}
	return say("{place}, {value}", "{place}, {value}").fill(t, s)
}

// breaks says where lines may not be joined, in the words of the data. The lines
// are named only where not all of them break.
func (t *composer) breaks(lines []indicator.Line) {
	type rupture struct {
		why   lang.Text
		when  cal.Period
		lines []piece
	}
	var all []rupture
	for _, l := range lines {
		for _, p := range l.Points {
			if p.Break.IsZero() {
				continue
			}
			at := slices.IndexFunc(all, func(r rupture) bool { return r.why == p.Break && r.when == p.Period })
			if at < 0 {
				at, all = len(all), append(all, rupture{why: p.Break, when: p.Period})
			}
			all[at].lines = append(all[at].lines, t.text(l.Label))
		}
	}
	for i := 0; i < len(all); {
		var where []piece
		why := all[i].why
		for ; i < len(all) && all[i].why == why; i++ {
			when := t.when(all[i].when)
			if len(all[i].lines) < len(lines) {
				when = say("{when} ({lines})", "{when} ({lines})").fill(t, slots{"when": when, "lines": t.list(all[i].lines)})
			}
			where = append(where, when)
		}
		bare := why.Map(func(_ lang.Lang, s string) string { return strings.TrimRight(s, ".") })
		t.add(say("Rupture {where}. {why}.", "Break {where}. {why}."), slots{"where": t.and(where), "why": t.text(bare)})
	}
}
