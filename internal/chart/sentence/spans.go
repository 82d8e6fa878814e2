package sentence

import (
	"cmp"
	"iter"
	"slices"

	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// spans describes periods that run to a term: the next terms, the farthest one, the
// terms that have passed, what does not run, and what has no date.
func (t *composer) spans(r indicator.Result) {
	var ahead, over, unread, idle, undated []indicator.Point
	for _, l := range r.Lines {
		for _, p := range l.Points {
			switch last := p.Period.Last(); {
			case last.IsZero():
				undated = append(undated, p)
			case last.Before(t.asOf) && !p.By.IsZero():
				unread = append(unread, p)
			case last.Before(t.asOf):
				over = append(over, p)
			case !p.Figure.Known() && p.Figure.Reason == record.NotApplicable:
				idle = append(idle, p)
			default:
				ahead = append(ahead, p)
			}
		}
	}
	byTerm := func(a, b indicator.Point) int {
		return cmp.Or(a.Period.Last().Compare(b.Period.Last()), cmp.Compare(a.Key, b.Key))
	}
	slices.SortStableFunc(ahead, byTerm)
	slices.SortStableFunc(over, byTerm)
	slices.SortStableFunc(unread, byTerm)
	t.terms(ahead)
	t.past(unread,
		say("Terme passé d'après ce que nous avons lu, "+
			"sans que l'on sache si un renouvellement a été publié depuis : {list}.",
			"Ended, as far as we have read, while a renewal may have been published since: {list}."))
	t.past(over, say("Terme déjà passé : {list}.", "Already ended: {list}."))
	t.named(say("Ne court plus, ou pas encore : {list}.", "No longer running, or not yet: {list}."), idle)
	t.named(say("Dates inconnues : {list}.", "Dates unknown: {list}."), undated)
}

// terms says what is due first, what is due after that, and what is due last.
// Those of one day share a sentence.
func (t *composer) terms(ahead []indicator.Point) {
	if len(ahead) == 0 {
		t.add(say("Aucun terme à venir n'est connu.", "No end date ahead is known."), nil)
		return
	}
	days := slices.Collect(groups(ahead))
	t.add(say("Prochain terme : {list}.", "Next to end: {list}."), slots{"list": t.list(t.shortened(t.due(days[0])))})
	if len(days) > 1 {
		t.add(say("Ensuite : {list}.", "Then: {list}."),
			slots{"list": t.list(t.shortened(t.due(slices.Concat(days[1:min(most, len(days))]...))))})
	}
	if len(days) > most {
		t.add(say("Terme le plus lointain : {list}.", "Last to end: {list}."),
			slots{"list": t.list(t.shortened(t.due(days[len(days)-1])))})
	}
}

// groups yields runs of points that end on the same day.
func groups(points []indicator.Point) iter.Seq[[]indicator.Point] {
	return func(yield func([]indicator.Point) bool) {
		for i, j := 0, 0; i < len(points); i = j {
			for j = i; j < len(points) && points[j].Period.Last() == points[i].Period.Last(); j++ {
			}
			if !yield(points[i:j]) {
				return
			}
		}
	}
}

// due says of each point when it ends, and in how many days.
func (t *composer) due(points []indicator.Point) []piece {
	var out []piece
	for _, p := range points {
		s := slots{"place": t.text(p.Label), "on": t.on(endOf(p)), "left": quote(p.Figure)}
		_, word := p.Figure.Unit.Word(t.l, p.Figure.Value)
		switch {
		case !p.Figure.Known():
			out = append(out, say("{place}, {on}", "{place}, {on}").fill(t, s))
		case word && !p.By.IsZero():
			s["by"] = t.text(p.By)
			out = append(out,
				say("{place}, {on}, {left} d'après ce que nous avons lu ({by})",
					"{place}, {on}, {left}, as far as we have read ({by})").fill(t, s))
		case word: // today, tomorrow
			out = append(out, say("{place}, {on}, {left}", "{place}, {on}, {left}").fill(t, s))
		default:
			out = append(out, say("{place}, {on}, dans {left}", "{place}, {on}, in {left}").fill(t, s))
		}
	}
	return out
}

func endOf(p indicator.Point) cal.Date { return p.Period.To }

// past lists the terms that have passed, the latest first, each with what was read
// that its end is known by.
func (t *composer) past(over []indicator.Point, as pattern) {
	if len(over) == 0 {
		return
	}
	slices.Reverse(over)
	var items []piece
	for _, p := range over {
		s := slots{"place": t.text(p.Label), "on": t.on(endOf(p)), "by": t.text(p.By)}
		if p.By.IsZero() {
			items = append(items, say("{place}, {on}", "{place}, {on}").fill(t, s))
		} else {
			items = append(items, say("{place}, {on} ({by})", "{place}, {on} ({by})").fill(t, s))
		}
	}
	t.add(as, slots{"list": t.list(t.shortened(items))})
}

// named lists points by name alone, when there are some.
func (t *composer) named(p pattern, points []indicator.Point) {
	var names []piece
	for _, point := range points {
		names = append(names, t.text(point.Label))
	}
	if len(names) > 0 {
		t.add(p, slots{"list": t.list(t.shortened(names))})
	}
}

// shortened keeps a few items of a long list, and says how many are left out.
func (t *composer) shortened(items []piece) []piece {
	const limit = 6
	left := len(items) - limit
	if left < 2 {
		return items
	}
	more := say("et {n} autres", "and {n} others").fill(t, slots{"n": t.number(left)})
	return append(slices.Clone(items[:limit]), more)
}
