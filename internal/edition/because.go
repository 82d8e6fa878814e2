package edition

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/record"
)

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
		if target := a.changes[i].Target; !slices.Contains(c.Because, target) && len(c.Because) < oneByOne {
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
			if !slices.Contains(out, i) && consequential(a.changes[i].Type) {
				out = append(out, i)
			}
		}
	}
	return out
}

// consequential says that a change of a record can change a figure.
func consequential(kind Type) bool { return kind != Wording && kind != ReadAgain }

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

// links says which records each record names, before and now.
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
