package verify

import (
	"slices"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// ownPast gives corrections, withdrawals and changes their words: values that are published no
// more, or never were, stand in no record of today.
func (t *truth) ownPast() {
	for _, c := range t.data.Corrections {
		if c.Claim == nil {
			continue
		}
		o := t.owner(c.Ref().String())
		o.add(t.valued(*c.Expected, c.Claim.Unit)...)
		o.add(t.valued(*c.Correction.Published, c.Claim.Unit)...)
		o.add(t.dated(c.Claim.About)...)
		name := t.data.NameOf(c.Claim.Owner)
		o.add(name.All()...)
		t.locate(c.Ref().String(), func(l lang.Lang) string { return t.site.RecordHref(l, c.Ref()) })
	}
	for _, c := range t.data.Claims {
		if w := t.data.Withdrawal(c.Owner); w != nil { // its own, or that of the record on whose page it is shown
			t.owner(c.Owner.String()).add(t.dated(w.On)...)
		}
	}
	for _, c := range t.site.History.Changes() {
		for _, name := range []string{site.ChangeName(c), c.Target} { // what changed is listed by its name of then
			t.owner(name).add(c.Name.All()...)
		}
		for _, exact := range []string{c.Was.Exact, c.Now.Exact} {
			if day, err := cal.ParseDay(exact); err == nil {
				t.owner(site.ChangeName(c)).add(t.dated(day)...)
			}
		}
		t.owner(site.ChangeName(c)).add(slices.Concat([]string{c.Was.Exact, c.Now.Exact}, c.Was.Text.All(), c.Now.Text.All(),
			c.Reason.All())...)
	}
}
