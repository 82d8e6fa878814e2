package edition

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// An edition is for ever and the format of records is not: today's code may refuse
// what it wrote under older rules. Such a tree is read as far as it can be; what was
// refused adds nothing, and its figures are held to figures.csv, which is plain.

// The rule whose name the warning about an older edition bears.
const ruleOlder = "older-edition"

// refuse notes what today's code refuses in the records of the edition, and says so
// once. A key that is missing is refused and hides nothing: it was not there.
func (t *step) refuse(found problem.List) {
	first := slices.IndexFunc(found, func(p problem.Problem) bool { return p.Severity == problem.Error })
	if first < 0 {
		return
	}
	t.older, t.faults = true, map[string][]int{}
	for _, p := range found {
		if p.Severity == problem.Error && p.Rule != corpus.RuleMissing {
			t.faults[p.File] = append(t.faults[p.File], p.Line)
		}
	}
	t.complain(problem.Warning, problem.Place{File: t.from.Path}, ruleOlder,
		fmt.Sprintf("the format of today refuses %s in the data of this edition, first in %s: %s", refusals(found.Errors()),
			found[first].File, found[first].Message),
		"nothing is to be mended, an edition is for ever: what cannot be read of it is compared by its "+
			FiguresFile+" alone, until the next edition")
}

func refusals(n int) string {
	if n == 1 {
		return "one thing"
	}
	return fmt.Sprintf("%d things", n)
}

// unheard says that a record stood in the edition in a file that cannot be read
// whole.
func (t *step) unheard(ref record.Ref) bool { return len(t.faults[records+ref.String()+".yaml"]) > 0 }

// leaveOut leaves of the records that cannot be read whole only their claims that
// can, and the claims of today whose number the edition did not hold.
func (t *step) leaveOut(was, now map[string]*thing) {
	if len(t.faults) == 0 {
		return
	}
	rested := map[string]bool{}
	for _, r := range t.rows {
		for _, id := range r.Claims {
			rested[id] = true
		}
	}
	legible := map[string]bool{}
	for target, one := range was {
		legible[target] = one.claim != "" && t.legible(one, was)
	}
	unsaid := func(target string, one *thing) bool { return t.unheard(one.record) && !legible[target] }
	maps.DeleteFunc(now, func(target string, one *thing) bool {
		_, valued := one.leafOf("value")
		fresh := one.claim != "" && was[target] == nil && valued && !rested[one.claim]
		return unsaid(target, one) && !fresh
	})
	maps.DeleteFunc(was, unsaid)
}

// legible says that no fault stands in an old claim: between its line and that of
// the claim that follows.
func (t *step) legible(claim *thing, all map[string]*thing) bool {
	line := func(one *thing) int { return t.was.Place(one.record, one.path).Line }
	from, until := line(claim), math.MaxInt
	for _, other := range all {
		if other.claim != "" && other.record == claim.record && line(other) > from {
			until = min(until, line(other))
		}
	}
	return !slices.ContainsFunc(t.faults[records+claim.record.String()+".yaml"], func(at int) bool {
		return at >= from && at < until
	})
}

// unreadClaims lists the claims that cannot be read and whose number is another
// now, by the figures that are the number of one claim.
func (a *attribution) unreadClaims(differ []string) {
	for _, id := range differ {
		was, now := a.frozen[id], a.now[id]
		if was == nil || now == nil || was.Value == now.Value || was.Nature != string(figure.Stated) ||
			len(was.Claims) != 1 ||
			!slices.Equal(was.Claims, now.Claims) {
			continue
		}
		claim := a.step.now.Data.Claim(was.Claims[0])
		if claim == nil || !a.unheard(claim.Owner) || len(a.touched[claims+"/"+claim.ID]) > 0 {
			continue
		}
		units := a.step.now.units
		a.step.must(Change{Target: claims + "/" + claim.ID, Key: "value", Record: claim.Owner, Claim: claim.ID,
			Was: was.shown("value", units), Now: now.shown("value", units)}, a.place(claim.Owner, ""))
	}
}

// unread describes a figure while the old records cannot all be read. When those of
// today give it on the old day as it was frozen, the day made it what it is; else a
// change of what it rests on did; else it needs a cause.
func (a *attribution) unread(id string, asFrozen bool) {
	switch {
	case alike(a.frozen[id], a.back[id]):
		a.byTheDay(id)
	case !asFrozen && (a.frozen[id] == nil || !a.traced(id)):
		a.method(id, true)
	default:
		a.consequence(id)
	}
}

// traced says that something changed among what a figure rests on.
func (a *attribution) traced(id string) bool {
	near, far := a.behind(id)
	return len(a.changesOf(slices.Concat(near, far))) > 0
}

// whence says from what a figure is computed otherwise.
func (a *attribution) whence() string {
	if !a.older {
		return "from the same records and the same day: the method changed and nothing says so"
	}
	return "and nothing that can be read of that edition says why"
}
