package edition

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/lang"
	"vigie/internal/problem"
	"vigie/internal/record"
)

// compareFigures tells the figures that are not what they were, and what made
// them so. A figure follows from the records, the day and the code; so the old
// records are computed again with the code of today, as of the old day and as of
// the new one: what differs before any record does is a change of method, or of
// the day.
func (t *step) compareFigures(dataChanged bool) {
	frozen, now := byID(t.rows), byID(t.rowed)
	var differ []string
	for _, id := range union(t.rows, t.rowed) {
		if f, n := frozen[id], now[id]; f == nil || n == nil || n.differs(*f) != "" {
			differ = append(differ, id)
		}
	}
	if len(differ) == 0 {
		return
	}
	then := byID(recompute(t.was, t.from))
	later := then
	if t.day() != t.from.Day {
		as := t.from
		as.Day = t.day()
		later = byID(recompute(t.was, as))
	}
	a := attribution{step: t, frozen: frozen, now: now, silent: map[string][]Change{}, links: links(t.was, t.now.Corpus)}
	for _, id := range differ {
		switch {
		case !alike(frozen[id], then[id]):
			a.method(id, dataChanged && !alike(later[id], now[id]))
		case alike(later[id], now[id]):
			a.tell(id, Time)
		default:
			a.consequence(id)
		}
	}
	a.complain()
}

// recompute gives the figures of old records with the code of today.
func recompute(c *corpus.Corpus, e Edition) []row {
	ds := dataset.New(c, e.Day)
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
}

// change tells a figure as it was and as it is.
func (a *attribution) change(id string) Change {
	c := Change{Target: figures + "/" + id, Figure: id, Key: "value", Record: a.recordOf(id), Name: a.label(id)}
	old, one := a.frozen[id], a.now[id]
	if old != nil && one != nil {
		c.Key = one.differs(*old)
	}
	if old != nil {
		c.Was = old.told(c.Key, a.step.now.Data.Unit)
	}
	if one != nil {
		c.Now = one.told(c.Key, a.step.now.Data.Unit)
	}
	return c
}

// method tells a figure that the code of today computes otherwise.
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
	a.step.tell(c)
}

// complain tells the changes of method without a cause, indicator by indicator.
func (a *attribution) complain() {
	groups := make([]string, 0, len(a.silent))
	for g := range a.silent {
		groups = append(groups, g)
	}
	slices.Sort(groups)
	for _, g := range groups {
		list := a.silent[g]
		first := list[0]
		message := fmt.Sprintf("%s of %s was %s in the edition of %s, and is %s now, from the same records and the same day",
			first.Key, first.Target, quoted(first.Was.Exact), a.from.Day, quoted(first.Now.Exact))
		hint := paste(a.day().String(), first.Target, first.Key, first.Was.Exact, first.Now.Exact)
		if len(list) > 1 {
			message += fmt.Sprintf("; %d more of this indicator", len(list)-1)
			hint = paste(a.day().String(), g, "", "", "")
		}
		a.step.complain(problem.Error, problem.Place{File: a.from.Path}, ruleSilent, message+": the method changed and nothing says so",
			strings.Replace(hint, "cause: correction # or revised, method, perimeter, new", "cause: method # or correction, perimeter", 1))
	}
}

// tell tells a figure with a type that says it all.
func (a *attribution) tell(id string, kind Type) {
	c := a.change(id)
	c.Type = kind
	if !a.newWithOthers(id) {
		a.step.tell(c)
	}
}

// newWithOthers says that a figure is new with its record or its observation,
// which are told.
func (a *attribution) newWithOthers(id string) bool {
	return a.frozen[id] == nil && !strings.HasPrefix(id, "indicator/")
}

// consequence tells a figure that the records changed; that of a claim is told
// with the claim itself.
func (a *attribution) consequence(id string) {
	if claim, ok := strings.CutPrefix(id, "claim/"); a.newWithOthers(id) || ok && len(a.touched[claims+"/"+claim]) > 0 {
		return
	}
	c := a.change(id)
	if a.because(&c) {
		a.excused(&c) // a cause that names the figure itself says more
		a.step.tell(c)
		return
	}
	a.step.must(c, problem.Place{File: a.from.Path})
}

// because finds the changes behind a figure: of its claims, of the records that
// it counts, of its inputs; failing that, of the records that those name; failing
// that, any change of a record. False when no record changed at all.
func (a *attribution) because(c *Change) bool {
	near, far := a.behind(c.Figure)
	found := a.changesOf(near)
	if len(found) == 0 {
		found = a.changesOf(far)
	}
	if len(found) == 0 {
		for i, one := range a.changes {
			if one.Figure == "" {
				found = append(found, i)
			}
		}
	}
	if len(found) == 0 {
		return false
	}
	slices.SortStableFunc(found, func(i, j int) int {
		return cmp.Compare(slices.Index(Types(), a.changes[i].Type), slices.Index(Types(), a.changes[j].Type))
	})
	for _, i := range found {
		if target := a.changes[i].Target; !slices.Contains(c.Because, target) && len(c.Because) < most {
			c.Because = append(c.Because, target)
		}
	}
	first := a.changes[found[0]]
	c.Type, c.Cause, c.Reason, c.Source = first.Type, first.Cause, first.Reason, first.Source
	return true
}

// changesOf gives the changes of some targets, each once.
func (a *attribution) changesOf(targets []string) []int {
	var out []int
	for _, target := range targets {
		for _, i := range a.touched[target] {
			if !slices.Contains(out, i) && telling(a.changes[i].Type) {
				out = append(out, i)
			}
		}
	}
	return out
}

// telling says that a change of a record can change a figure.
func telling(kind Type) bool { return kind != Wording && kind != ReadAgain }

// behind lists the targets that a figure rests on, before and now, then those
// that they name.
func (a *attribution) behind(id string) (near, far []string) {
	seen := map[string]bool{}
	add := func(to *[]string, target string) {
		if !seen[target] {
			seen[target] = true
			*to = append(*to, target)
		}
	}
	var refs []record.Ref
	var down func(id string)
	down = func(id string) {
		for _, r := range []*row{a.frozen[id], a.now[id]} {
			if r == nil {
				continue
			}
			for _, claim := range r.Claims {
				add(&near, claims+"/"+claim)
			}
			for _, ref := range r.Records {
				add(&near, ref)
				refs = append(refs, refOf(ref))
			}
			for _, in := range r.Inputs {
				_, input, _ := strings.Cut(in, "=")
				if !seen[figures+"/"+input] {
					add(&near, figures+"/"+input)
					down(input)
				}
			}
		}
		if ref := a.recordOf(id); ref.ID != "" {
			add(&near, ref.String())
			refs = append(refs, ref)
		}
	}
	down(id)
	for range 2 {
		var next []record.Ref
		for _, ref := range refs {
			for _, to := range a.links[ref] {
				add(&far, to.String())
				next = append(next, to)
			}
		}
		refs = next
	}
	return near, far
}

func refOf(s string) record.Ref {
	kind, id := split(s)
	return record.Ref{Kind: record.Kind(kind), ID: id}
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

// links tells which records each record names, before and now.
func links(all ...*corpus.Corpus) map[record.Ref][]record.Ref {
	out := map[record.Ref][]record.Ref{}
	for _, c := range all {
		c.EachReference(func(owner record.Ref, _ string, names record.Ref) {
			if !slices.Contains(out[owner], names) {
				out[owner] = append(out[owner], names)
			}
		})
	}
	return out
}
