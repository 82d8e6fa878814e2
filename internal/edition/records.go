package edition

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// judging are the keys that say how what stands beside them is to be taken: to
// give one where there was none is no new fact, it changes what was published.
var judging = []string{"value", "unit", "about", "quality", "tolerance", "apparent", "unknown", "part_of", "share_of",
	"deadline", "grace", "cadence",
	"basis/stage", "basis/tax", "basis/accumulation"}

// absences are the keys that say why something is unknown: they go when it is known.
var absences = []string{"unknown", "provider_unknown", "unmeasured"}

// compareRecords compares the records whose files differ.
func (t *step) compareRecords(changed map[string]bool) {
	wanted := func(ref record.Ref) bool { return changed[path.Clean(records)+"/"+ref.String()+".yaml"] }
	was, now := things(t.was, wanted), things(t.now.Corpus, wanted)
	t.leaveOut(was, now)
	all := map[string]bool{}
	for target := range was {
		all[target] = true
	}
	for target := range now {
		all[target] = true
	}
	for _, target := range slices.Sorted(maps.Keys(all)) {
		switch old, one := was[target], now[target]; {
		case old == nil:
			t.appeared(one, was, now)
		case one == nil:
			t.vanished(old)
		default:
			t.compareThing(old, one)
		}
	}
	t.fold(was, now)
}

// appeared adds a new record or claim. A claim of something new goes with it.
func (t *step) appeared(one *thing, was, now map[string]*thing) {
	if one.claim != "" {
		if _, done := t.newPart(one, was, now); done {
			return
		}
	}
	if t.tabled(one.record) {
		return // what was Go is declared now: it was published
	}
	c := Change{Type: New, Target: one.target, Record: one.record, Claim: one.claim}
	if v, ok := one.leafOf("value"); ok && one.claim != "" {
		c.Key, c.Now = "value", t.money(one.claim, v.exact)
	}
	if one.back != nil {
		c.Type, c.Reason = Withdrawn, one.back.reason
	}
	t.add(c)
}

// tabled says that a published table of the edition holds an indicator or a unit: the
// code had them before they were records.
func (t *step) tabled(ref record.Ref) bool {
	name, ok := map[record.Kind]string{record.Indicators: "indicateurs.csv", record.Units: "unites.csv"}[ref.Kind]
	i := slices.IndexFunc(t.from.Files, func(f File) bool { // its folder is a choice of the site
		return path.Base(f.Path) == name && !strings.HasPrefix(f.Path, records)
	})
	if !ok || i < 0 {
		return false
	}
	table, err := t.store.named(t.from, t.from.Files[i].Path)
	return err == nil && bytes.Contains(table, []byte("\n"+ref.ID+","))
}

// newPart finds the new record, or the new part of a record, that a new claim
// goes with; false when it was added to what already stood.
func (t *step) newPart(claim *thing, was, now map[string]*thing) (target string, ok bool) {
	owner, before := now[claim.record.String()], was[claim.record.String()]
	if owner == nil || before == nil {
		return claim.record.String(), owner != nil
	}
	for _, p := range fresh(before.parts, owner.parts) {
		if claim.inside == p.key || strings.HasPrefix(claim.inside, p.key+"/") {
			return owner.target, true
		}
	}
	return "", false
}

// fold lets new claims that went with something new lead to its change.
func (t *step) fold(was, now map[string]*thing) {
	for _, target := range slices.Sorted(maps.Keys(now)) {
		if one := now[target]; one.claim != "" && was[target] == nil && len(t.touched[target]) == 0 {
			if owner, ok := t.newPart(one, was, now); ok {
				t.touched[target] = t.touched[owner]
			}
		}
	}
}

// vanished complains of a record or claim that is gone.
func (t *step) vanished(old *thing) {
	c := Change{Type: Undeclared, Target: old.target, Record: old.record, Claim: old.claim}
	at, what := problem.Place{File: t.now.Corpus.File(old.record)}, "the record "+old.record.String()
	if old.claim != "" {
		if !t.stands(old.record) {
			return // listed with its record
		}
		if v, ok := old.leafOf("value"); ok {
			c.Key, c.Was = "value", t.money(old.claim, v.exact)
		}
		at, what = t.place(old.record, ""), "the claim "+old.claim
	}
	t.complain(problem.Error, at, ruleVanished,
		fmt.Sprintf("%s stood in the edition of %s, and is gone", what, t.from.Day),
		fmt.Sprintf("nothing published vanishes: put it back as it was, and withdraw it:\n"+
			"withdrawn: {on: %s, reason: %s}", t.day(), t.reason()))
	t.add(c)
}

// stands says whether a record is still there.
func (t *step) stands(ref record.Ref) bool {
	_, stands := slices.BinarySearch(t.now.Corpus.IDs(ref.Kind), ref.ID)
	return stands
}

// compareThing compares two forms of a record or of a claim, key by key.
func (t *step) compareThing(was, now *thing) {
	start := func(key string) Change {
		return Change{Target: now.target, Key: key, Record: now.record, Claim: now.claim}
	}
	t.compareWithdrawal(was, now, start("withdrawn"))
	came, gone := fresh(was.parts, now.parts), fresh(now.parts, was.parts)
	for _, p := range came {
		c := start(p.key)
		c.Type, c.Now = New, plain(p.exact)
		t.add(c)
	}
	for _, p := range gone {
		c := start(p.key)
		c.Was = plain(p.exact)
		t.must(c, t.place(now.record, now.path))
	}
	for _, key := range keys(was, now, append(came, gone...)) {
		t.compareLeaf(was, now, start(key))
	}
}

func (t *step) compareLeaf(was, now *thing, c Change) {
	old, had := was.leafOf(c.Key)
	one, has := now.leafOf(c.Key)
	if had == has && old.exact == one.exact {
		return
	}
	c.Was, c.Now = t.saying(was, old), t.saying(now, one)
	at := t.place(now.record, one.path)
	if !has {
		at = t.place(now.record, old.path)
	}
	last := c.Key[strings.LastIndexByte(c.Key, '/')+1:]
	switch {
	case old.sort == worded || one.sort == worded:
		c.Type = Wording
	case old.sort == reading || one.sort == reading:
		c.Type = ReadAgain
	case !had && !judges(c.Key, last), !has && slices.Contains(absences, last), holdsAll(one.items, old.items):
		c.Type = New
	default:
		t.must(c, at)
		return
	}
	t.add(c)
}

func judges(key, last string) bool {
	return slices.Contains(judging, last) || slices.Contains(judging, key)
}

// saying shows a leaf: the value of a claim with its unit.
func (t *step) saying(in *thing, one leaf) Value {
	switch {
	case in.claim != "" && one.key == "value":
		return t.money(in.claim, one.exact)
	case one.sort == worded && !one.text.IsZero():
		return Value{one.text.FR, one.text}
	}
	return Value{one.exact, one.text}
}

func (t *step) compareWithdrawal(was, now *thing, c Change) {
	switch {
	case was.back == nil && now.back == nil, was.back != nil && now.back != nil && was.back.on == now.back.on:
		return
	case was.back == nil:
		c.Type, c.Reason, c.Now = Withdrawn, now.back.reason, plain(now.back.on.String())
		t.add(c)
		return
	}
	c.Was = plain(was.back.on.String())
	if now.back != nil {
		c.Now = plain(now.back.on.String())
	}
	t.must(c, t.place(now.record, now.path))
}

// fresh gives the parts that came, without those that stand inside them.
func fresh(was, now []leaf) []leaf {
	var out []leaf
	for _, p := range now {
		if !slices.ContainsFunc(was, func(o leaf) bool { return o.key == p.key }) &&
			!slices.ContainsFunc(now, func(o leaf) bool {
				return strings.HasPrefix(p.key, o.key+"/") && !slices.ContainsFunc(was, func(w leaf) bool { return w.key == o.key })
			}) {
			out = append(out, p)
		}
	}
	return out
}

// keys lists the keys of both forms, in order, but for those of parts that came
// or went.
func keys(was, now *thing, moved []leaf) []string {
	var out []string
	for _, l := range slices.Concat(was.leaves, now.leaves) {
		if !slices.ContainsFunc(moved, func(p leaf) bool { return strings.HasPrefix(l.key, p.key+"/") }) {
			out = append(out, l.key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// holdsAll says that a list holds all of another one, which has something in it.
func holdsAll(now, was []string) bool {
	return len(was) > 0 && !slices.ContainsFunc(was, func(w string) bool { return !slices.Contains(now, w) })
}
