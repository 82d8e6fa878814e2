package verify

import (
	"regexp"
	"slices"
	"strings"

	"vigie/internal/record"
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
			t.owner(site.ChangeName(c)).add(t.quoted(exact)...)
		}
		t.owner(site.ChangeName(c)).add(slices.Concat([]string{c.Was.Exact, c.Now.Exact}, c.Was.Text.All(), c.Now.Text.All(),
			c.Reason.All())...)
	}
}

// part is an identifier, a day or a period within the value of a change: "migrations/portal",
// "on: 2026-11-30; kept: no", "observations/2018_2023".
var part = regexp.MustCompile(`[a-z0-9]+(?:[-_][a-z0-9]+)*`)

// quoted writes in words what the value of a change names: days, periods, records and claims.
func (t *truth) quoted(exact string) (words []string) {
	for key := range strings.SplitSeq(exact, "; ") {
		if _, value, found := strings.Cut(key, ": "); found {
			words = append(words, value)
		}
	}
	for _, id := range part.FindAllString(exact, -1) {
		if p, err := cal.ParsePeriod(strings.ReplaceAll(id, "_", "/")); err == nil {
			words = append(words, t.dated(p)...)
		}
		if c := t.data.Claim(id); c != nil && c.Source != nil {
			name := t.data.NameOf(c.Owner)
			words = append(append(words, c.Source.Publisher), name.All()...)
		}
		for _, kind := range record.Kinds() {
			if ref := (record.Ref{Kind: kind, ID: id}); t.data.Has(ref) {
				name := t.data.NameOf(ref)
				words = append(words, name.All()...)
			}
		}
	}
	return words
}
