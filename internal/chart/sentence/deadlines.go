package sentence

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
)

// outcomes says what became of promises, in the order of the sentences.
var outcomes = []struct {
	state dataset.Outcome
	words pattern
	seen  pattern // before the day of what judges it
}{
	{dataset.Kept, say("Tenu : {list}.", "Kept: {list}."), say("fait : {day}", "done: {day}")},
	{dataset.KeptLate, say("Tenu en retard : {list}.", "Kept late: {list}."), say("fait : {day}", "done: {day}")},
	{dataset.Missed, say("Non tenu à l'échéance : {list}.", "Not kept by the deadline: {list}."),
		say("constaté : {day}", "seen: {day}")},
	{dataset.Running, say("En cours : {list}.", "Under way: {list}."), pattern{}},
	{dataset.Unverifiable, say("Invérifiable : {list}.", "Unverifiable: {list}."), pattern{}},
}

// deadlines describes promises by what became of them, the nearest deadline ahead first.
func (t *composer) deadlines(r indicator.Result) {
	var all []indicator.Point
	for _, l := range r.Lines {
		all = append(all, l.Points...)
	}
	if len(all) == 0 {
		t.add(say("Aucun engagement n'est relevé.", "No commitment is recorded."), nil)
		return
	}
	all = byPeriod(all)
	t.nextDeadline(all)
	for _, o := range outcomes {
		var items []piece
		for _, p := range all {
			if p.State == string(o.state) {
				items = append(items, t.promise(p, o.seen))
			}
		}
		if len(items) > 0 {
			t.add(o.words, slots{"list": t.list(t.shortened(items))})
		}
	}
}

// nextDeadline says which deadline comes first after the day of reference.
func (t *composer) nextDeadline(all []indicator.Point) {
	ahead := slices.DeleteFunc(slices.Clone(all), func(p indicator.Point) bool {
		return p.Period.Last().IsZero() || p.Period.Last().Before(t.asOf)
	})
	if len(ahead) == 0 {
		t.add(say("Aucune échéance à venir n'est connue.", "No deadline ahead is known."), nil)
		return
	}
	slices.SortStableFunc(ahead, func(a, b indicator.Point) int { return a.Period.Last().Compare(b.Period.Last()) })
	for next := range groups(ahead) {
		var names []piece
		for _, p := range next {
			names = append(names, t.promise(p, pattern{}))
		}
		t.add(say("Prochaine échéance, {on} : {list}.", "Next deadline, {on}: {list}."),
			slots{"on": t.on(endOf(next[0])), "list": t.list(t.shortened(names))})
		return
	}
}

// promise names a promise, with the number promised when there is one; with its
// deadline, and the day of what judges it, where words are given for that day.
func (t *composer) promise(p indicator.Point, seen pattern) piece {
	var with []piece
	if p.Figure.Known() {
		with = append(with, quote(p.Figure))
	}
	if last := p.Period.To; seen != (pattern{}) && !last.IsZero() {
		with = append(with, say("échéance : {day}", "deadline: {day}").fill(t, slots{"day": t.text(last.Words())}))
	}
	if seen != (pattern{}) && !p.Seen.IsZero() {
		with = append(with, seen.fill(t, slots{"day": t.text(p.Seen.Words())}))
	}
	if len(with) == 0 {
		return t.text(p.Label)
	}
	all := with[0]
	for _, one := range with[1:] {
		all = say("{before}, {after}", "{before}, {after}").fill(t, slots{"before": all, "after": one})
	}
	return say("{place} ({with})", "{place} ({with})").fill(t, slots{"place": t.text(p.Label), "with": all})
}
