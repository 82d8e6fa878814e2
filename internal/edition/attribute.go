package edition

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// compareFigures lists the figures that are not what they were, and what made
// them so. A figure follows from the records, the day and the code; so the old
// records are computed again with the code of today, as of the old day and as of
// the new one: what differs before any record does is a change of method, or of
// the day.
func (t *step) compareFigures(dataChanged bool) {
	frozen, now := byID(t.rows), byID(t.rowed)
	var differ []string
	for _, id := range union(t.rows, t.rowed) {
		if f, n := frozen[id], now[id]; f == nil || n == nil || n.differs(*f) != "" && !t.stoodAtTheDay(*f, *n) {
			differ = append(differ, id)
		}
	}
	if len(differ) == 0 {
		return
	}
	then := byID(t.recompute(t.was, t.now.Corpus.Indicators, t.from.Day))
	later := then
	if t.day() != t.from.Day {
		later = byID(t.recompute(t.was, t.now.Corpus.Indicators, t.day()))
	}
	a := attribution{step: t, frozen: frozen, now: now, silent: map[string][]Change{}, links: links(t.was, t.now.Corpus)}
	if t.older {
		a.back = byID(t.recompute(t.now.Corpus, t.now.Corpus.Indicators, t.from.Day))
		a.unreadClaims(differ)
	}
	for _, id := range differ {
		switch {
		case t.older:
			a.unread(id, alike(frozen[id], then[id]))
		case !alike(frozen[id], then[id]):
			a.method(id, dataChanged && !alike(later[id], now[id]))
		case alike(later[id], now[id]):
			a.byTheDay(id)
		default:
			a.consequence(id)
		}
	}
	a.complain()
}

// recompute gives the figures of records as of a day, with the code and the declared
// indicators of today: both are the method.
func (t *step) recompute(c *corpus.Corpus, methods []record.Indicator, asOf cal.Day) []row {
	with := *c
	with.Indicators = methods
	ds := t.now.Data.Anew(&with, asOf)
	return rowsOf(ds, indicator.Results(ds))
}

func byID(rows []row) map[string]*row {
	out := make(map[string]*row, len(rows))
	for i := range rows {
		out[rows[i].ID] = &rows[i]
	}
	return out
}

// union lists the identifiers of two sorted lists of rows, sorted.
func union(a, b []row) []string {
	var out []string
	for _, r := range slices.Concat(a, b) {
		out = append(out, r.ID)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sameRows(a, b []row) bool {
	return slices.EqualFunc(a, b, func(x, y row) bool { return x.ID == y.ID && x.differs(y) == "" })
}

// stoodAtTheDay says that a figure is that of the day of reference, and that
// nothing but this day is another.
func (t *step) stoodAtTheDay(was, now row) bool {
	atTheDay := was.Period == t.from.Day.String() && now.Period == t.day().String()
	was.Period = now.Period
	return atTheDay && now.differs(was) == ""
}

// news says whether what the day alone did to a figure is worth a line. A point
// in a window that moves with the day comes and goes; days left and days late lose
// or win as many days as went by: that is news on no day.
func (t *step) news(was, now *row) bool {
	if was == nil || now == nil {
		return false
	}
	if was.Unit != "day" || now.differs(*was) != "value" {
		return true
	}
	from, err := strconv.Atoi(was.Value)
	to, other := strconv.Atoi(now.Value)
	went := t.from.Day.DaysUntil(t.day())
	return err != nil || other != nil || from-to != went && to-from != went
}

// byTheDay adds a figure that the day alone changed, when that is news.
func (a *attribution) byTheDay(id string) {
	if a.news(a.frozen[id], a.now[id]) {
		c := a.change(id)
		c.Type = Time
		a.step.add(c)
	}
}

func alike(a, b *row) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.differs(*b) == ""
}

// attribution finds what changed figures.
type attribution struct {
	*step
	frozen, now map[string]*row
	links       map[record.Ref][]record.Ref
	silent      map[string][]Change // indicator, or figure → changes of method without a cause
	back        map[string]*row     // the present records as of the old day; only when the old ones cannot all be read
}

// change describes a figure as it was and as it is.
func (a *attribution) change(id string) Change {
	c := Change{Target: figures + "/" + id, Figure: id, Key: "value", Record: a.recordOf(id), Name: a.label(id)}
	old, one := a.frozen[id], a.now[id]
	if old != nil && one != nil {
		c.Key = one.differs(*old)
	}
	if old != nil {
		c.Was = old.shown(c.Key, a.step.now.units)
	}
	if one != nil {
		c.Now = one.shown(c.Key, a.step.now.units)
	}
	return c
}

// method adds a figure that the code of today computes otherwise.
func (a *attribution) method(id string, dataToo bool) {
	c := a.change(id)
	switch {
	case a.frozen[id] == nil:
		c.Type = New // a figure that the code did not compute before changes none
		if dataToo {
			a.because(&c)
		}
	case !a.excused(&c):
		c.Type = Undeclared
		group := c.Target
		if rest, ok := strings.CutPrefix(id, "indicator/"); ok {
			indicator, _, _ := strings.Cut(rest, "/")
			group = indicators + "/" + indicator
		}
		a.silent[group] = append(a.silent[group], c)
	}
	a.step.add(c)
}

// complain reports the changes of method without a cause, indicator by indicator.
func (a *attribution) complain() {
	groups := make([]string, 0, len(a.silent))
	for g := range a.silent {
		groups = append(groups, g)
	}
	slices.Sort(groups)
	for _, g := range groups {
		list := a.silent[g]
		first := list[0]
		message := fmt.Sprintf("%s of %s was %s in the edition of %s, and is %s now, %s",
			first.Key, first.Target, quoted(first.Was.Exact), a.from.Day, quoted(first.Now.Exact), a.whence())
		hint := a.paste(first.Target, first.Key, first.Was.Exact, first.Now.Exact)
		if len(list) > 1 {
			message += fmt.Sprintf(" (%d more of this indicator)", len(list)-1)
			hint = a.paste(g, "", "", "")
		}
		a.step.complain(problem.Error, problem.Place{File: a.from.Path}, ruleSilent, message,
			strings.Replace(hint, "cause: correction # or revised, method, perimeter, new",
				"cause: method # or correction, perimeter", 1))
	}
}

// newWithOthers says that a figure is new with its record or its observation,
// which are listed.
func (a *attribution) newWithOthers(id string) bool {
	return a.frozen[id] == nil && !strings.HasPrefix(id, "indicator/")
}

// consequence adds a figure that the records changed; that of a claim is listed
// with the claim itself.
func (a *attribution) consequence(id string) {
	if claim, ok := strings.CutPrefix(id, "claim/"); a.newWithOthers(id) || ok && len(a.touched[claims+"/"+claim]) > 0 {
		return
	}
	c := a.change(id)
	if a.because(&c) {
		a.excused(&c) // a cause that names the figure itself says more
		a.step.add(c)
		return
	}
	a.step.must(c, problem.Place{File: a.from.Path})
}

// recordOf is the record in which a figure stands; none for an indicator's.
func (a *attribution) recordOf(id string) record.Ref {
	kind, rest := split(id)
	switch kind {
	case "indicator":
		return record.Ref{}
	case "calculation":
		return record.Ref{Kind: record.Calculations, ID: rest}
	case "claim":
		if c := a.step.now.Data.Claim(rest); c != nil {
			return c.Owner
		}
		return record.Ref{}
	}
	return record.Ref{Kind: record.SeriesKind, ID: kind}
}

// label is what readers call the figure of an indicator; that of a record has
// the name of the record.
func (a *attribution) label(id string) lang.Text {
	rest, ok := strings.CutPrefix(id, "indicator/")
	if !ok {
		return lang.Text{}
	}
	for _, r := range a.step.now.Indicators {
		for _, l := range r.Lines {
			for _, p := range l.Points {
				if p.Figure.ID == id {
					return lang.Text{FR: r.Title.FR + " – " + p.Figure.Label.FR, EN: r.Title.EN + " – " + p.Figure.Label.EN}
				}
			}
		}
	}
	return lang.Name(rest)
}
