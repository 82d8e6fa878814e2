package edition

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

// declaration is one target of a declared change that came since the edition.
type declaration struct {
	*record.Change
	record.ChangeTarget
	index int
	used  bool
}

// declare gathers what was declared since the edition: what stood in it has
// served once, and excuses nothing any more.
func (t *step) declare() {
	stood := map[string]bool{}
	for _, c := range t.was.Changes {
		if ref := (record.Ref{Kind: record.Changes, ID: c.ID}); !t.stands(ref) {
			t.complain(problem.Error, problem.Place{File: t.now.Corpus.File(ref)}, ruleVanished,
				fmt.Sprintf("the declared change %s stood in the edition of %s, and is gone", c.ID, t.from.Day),
				"put it back: readers see it for ever")
		}
		for _, one := range c.Targets {
			stood[c.ID+"\n"+one.Target+"\n"+one.Key+"\n"+one.Was+"\n"+one.Now] = true
		}
	}
	for i := range t.now.Corpus.Changes {
		c := &t.now.Corpus.Changes[i]
		if c.IsWithdrawn(t.day()) || t.unheard(record.Ref{Kind: record.Changes, ID: c.ID}) {
			continue // what an edition held has served
		}
		for j, one := range c.Targets {
			if !stood[c.ID+"\n"+one.Target+"\n"+one.Key+"\n"+one.Was+"\n"+one.Now] {
				t.declared = append(t.declared, &declaration{Change: c, ChangeTarget: one, index: j})
			}
		}
	}
	slices.SortStableFunc(t.declared, func(a, b *declaration) int { return a.On.Compare(b.On) })
}

// key is the key that a declaration is about.
func (d *declaration) key() string {
	if kind, _ := split(d.Target); d.Key == "" && (kind == claims || kind == figures) {
		return "value"
	}
	return d.Key
}

// broad says that it is about many things at once, without their values.
func (d *declaration) broad() bool {
	kind, _ := split(d.Target)
	return kind == indicators && d.Key == "" || kind == rows
}

// about says whether it declares the change of a key of a target.
func (d *declaration) about(target, key string) bool {
	kind, id := split(d.Target)
	switch {
	case kind == indicators && d.Key == "":
		return strings.HasPrefix(target, figures+"/indicator/"+id+"/")
	case kind == rows:
		return target == d.Target
	}
	return d.Target == target && d.key() == key
}

// excused says whether something declares a change, and gives it the type, the
// reason and the source of what does. Several declarations follow each other;
// the last one must end at what stands now.
func (t *step) excused(c *Change) bool {
	var all []*declaration
	for _, d := range t.declared {
		if d.about(c.Target, c.Key) {
			d.used = true
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return t.owned(c)
	}
	last := all[len(all)-1]
	if !last.broad() && !same(last.Now, c.Now.Exact) {
		c.Reason = last.Reason // listed in the complaint
		return false
	}
	was := c.Was.Exact
	for _, d := range all {
		if !d.broad() && !same(d.Was, was) {
			t.complain(problem.Warning, t.at(d, "was"), ruleDeclared,
				fmt.Sprintf("it says that %s of %s was %s; it was %s", c.Key, c.Target, quoted(d.Was), quoted(was)),
				"write the value that stood before")
		}
		was = d.Now
	}
	c.Type, c.Cause, c.Reason, c.Source = Type(last.Cause), last.ID, last.Reason, last.Change.Source
	return true
}

// explained gives a change that needs no cause the one that was declared all the
// same, if any.
func (t *step) explained(c *Change) {
	for _, d := range t.declared {
		if c.Type != Undeclared && d.about(c.Target, c.Key) {
			d.used = true
			c.Cause, c.Source = d.ID, d.Change.Source
			if c.Reason.IsZero() {
				c.Reason = d.Reason
			}
		}
	}
}

// owned says whether a correction of ours is about a claim that was mended.
func (t *step) owned(c *Change) bool {
	if c.Claim == "" || c.Key != "value" {
		return false
	}
	for _, one := range t.freshCorrections() {
		if one.Kind == record.OurError && one.Target == c.Claim && one.Expected != nil && one.Published != nil &&
			same(one.Expected.String(), c.Was.Exact) && same(one.Published.String(), c.Now.Exact) {
			c.Type, c.Reason = Correction, one.Reason
			return true
		}
	}
	return false
}

// same compares two written values as numbers where both are.
func same(a, b string) bool {
	v, err := quantity.ParseValue(a)
	w, other := quantity.ParseValue(b)
	return a == b || err == nil && other == nil && v.Equal(w)
}

// must adds a change that needs a cause; without one, it is an error at a place.
func (t *step) must(c Change, at problem.Place) {
	if !t.excused(&c) {
		c.Type = Undeclared
		t.complain(problem.Error, at, ruleSilent, t.charge(c),
			t.paste(c.Target, c.Key, c.Was.Exact, c.Now.Exact))
		c.Reason.FR, c.Reason.EN = "", ""
	}
	t.add(c)
}

// charge says what changed without a cause.
func (t *step) charge(c Change) string {
	what := fmt.Sprintf("%s of %s was %s in the edition of %s, and is %s now", c.Key, c.Target, quoted(c.Was.Exact),
		t.from.Day, quoted(c.Now.Exact))
	if !c.Reason.IsZero() {
		return what + ", which is not what the declared change says"
	}
	return what + ": no declared cause"
}

func quoted(exact string) string {
	if exact == "" {
		return "nothing"
	}
	const most = 80
	if r := []rune(exact); len(r) > most {
		exact = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", exact)
}

// paste is the file that declares a change, but for its reason.
func (t *step) paste(target, key, was, now string) string {
	fields := "target: " + target
	for _, f := range [][2]string{{"key", key}, {"was", was}, {"now", now}} {
		if f[1] != "" {
			fields += fmt.Sprintf(", %s: %q", f[0], f[1])
		}
	}
	return "put it back, or declare the cause in data/changes/<name>.yaml:\n" +
		"on: " + t.day().String() + "\n" +
		"cause: correction # or revised, method, perimeter, new\n" +
		"targets:\n" +
		"  - {" + fields + "}\n" +
		"reason: " + t.reason()
}

// reason is a reason to be written, in each language of the site.
func (t *step) reason() string {
	var out []string
	for _, l := range t.now.Corpus.Languages {
		out = append(out, string(l)+": \"…\"")
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// warnUnused warns of declarations of what did not change.
func (t *step) warnUnused() {
	for _, d := range t.declared {
		if !d.used {
			t.complain(problem.Warning, t.at(d, "target"), ruleDeclared,
				fmt.Sprintf("%s %s has not changed since the edition of %s", d.Target, d.key(), t.from.Day),
				"name what changed as `vigie diff` names it, or remove it")
		}
	}
}

// at is where a key of a declaration is written.
func (t *step) at(d *declaration, key string) problem.Place {
	return t.place(record.Ref{Kind: record.Changes, ID: d.ID}, fmt.Sprintf("targets/%d/%s", d.index, key))
}
