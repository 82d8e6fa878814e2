package corpus

import (
	"fmt"

	"vigie/internal/record"
)

// EachClaim visits every claim that a record makes, with the record that owns
// it and its path there, in the order of kinds, identifiers and keys.
func (c *Corpus) EachClaim(visit func(owner record.Ref, path string, claim *record.Claim)) {
	at := func(k record.Kind, id string) func(claims []record.Claim, format string, args ...any) {
		return func(claims []record.Claim, format string, args ...any) {
			base := fmt.Sprintf(format, args...)
			for i := range claims {
				visit(record.Ref{Kind: k, ID: id}, fmt.Sprintf("%s/%d", base, i), &claims[i])
			}
		}
	}
	for _, r := range c.Perimeters {
		at(record.Perimeters, r.ID)(r.Claims, "claims")
	}
	for _, r := range c.Tiers {
		for i, m := range r.Meanings {
			at(record.Tiers, r.ID)(m.Claims, "meanings/%d/claims", i)
		}
	}
	for _, r := range c.Organisations {
		at(record.Organisations, r.ID)(r.Claims, "claims")
	}
	c.companyClaims(at)
	for _, r := range c.Migrations {
		for i, s := range r.Statuses {
			at(record.Migrations, r.ID)(s.Claims, "statuses/%d/claims", i)
		}
	}
	for _, r := range c.Series {
		for i, o := range r.Observations {
			at(record.SeriesKind, r.ID)(o.Claims, "observations/%d/claims", i)
		}
	}
	for _, r := range c.Commitments {
		in := at(record.Commitments, r.ID)
		in(r.Claims, "claims")
		for i, e := range r.Evidence {
			in(e.Claims, "evidence/%d/claims", i)
		}
	}
	for _, r := range c.Events {
		at(record.Events, r.ID)(r.Claims, "claims")
	}
	for _, r := range c.Doctrines {
		at(record.Doctrines, r.ID)(r.Claims, "claims")
	}
}

// companyClaims visits those of providers, of their offers and of the
// qualifications of these.
func (c *Corpus) companyClaims(at func(record.Kind, string) func([]record.Claim, string, ...any)) {
	for _, r := range c.Providers {
		in := at(record.Providers, r.ID)
		in(r.Claims, "claims")
		if r.Incorporation != nil {
			in(r.Incorporation.Claims, "incorporation/claims")
		}
		for i, h := range r.Control {
			in(h.Claims, "control/%d/claims", i)
		}
	}
	for _, r := range c.Offers {
		in := at(record.Offers, r.ID)
		in(r.Claims, "claims")
		for i, h := range r.Handles {
			in(h.Claims, "handles/%d/claims", i)
		}
		for i, p := range r.Datacentres {
			in(p.Claims, "datacentres/%d/claims", i)
		}
	}
	for _, r := range c.Qualifications {
		in := at(record.Qualifications, r.ID)
		in(r.Claims, "claims")
		for i, m := range r.Milestones {
			in(m.Claims, "milestones/%d/claims", i)
		}
		if r.Suspended != nil {
			in(r.Suspended.Claims, "suspended/claims")
		}
		if r.Ended != nil {
			in(r.Ended.Claims, "ended/claims")
		}
	}
}
