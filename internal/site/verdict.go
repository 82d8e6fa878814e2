package site

import (
	"slices"

	"vigie/internal/dataset"
)

// HostedView is a tier with the services of a body that are known to be hosted in it.
type HostedView struct {
	Tier, TierID string
	Services     []Link // to where the page has them
	More         bool   // there are others in it
}

// namedInVerdict is how many services of a tier the verdict on a body names.
const namedInVerdict = 4

// hosted sets the services of a body out by tier, in the order of the tiers: what was
// stated before what is deduced, and what cannot be decided last.
func (v view) hosted(o *dataset.Organisation) []HostedView {
	var out []HostedView
	here := v.organisationLink(o).Href
	for _, id := range append(v.site.Data.Words.Tiers(), "") {
		for _, deduced := range []bool{false, true} {
			h := HostedView{}
			for _, m := range o.Migrations {
				known := slices.Contains(v.site.Data.Words.Tiers(), m.Tier)
				if m.TierFrom.Deduced() != deduced || known && m.Tier != id || !known && id != "" {
					continue
				}
				if h.Tier, h.TierID = v.tierShown(m), v.tierMark(m); len(h.Services) == namedInVerdict {
					h.More = true
					continue
				}
				h.Services = append(h.Services, Link{Href: here + "#" + m.ID, Text: v.text(m.Service)})
			}
			if len(h.Services) > 0 {
				out = append(out, h)
			}
		}
	}
	return out
}

// unanswered are the questions put to a body that have no answer.
func unanswered(asked []CellView) []Link {
	var out []Link
	for _, c := range asked {
		if c.Why != "" {
			out = append(out, Link{Text: c.Question.Text, Href: c.Silence})
		}
	}
	return out
}
