package dataset

import (
	"slices"

	"vigie/internal/figure"
	"vigie/internal/record"
)

// Far says that a quality is one that a reader is warned of beside a number: a
// vendor, a third party about what was not read, or no source at all.
func Far(q record.Quality) bool {
	return slices.Contains([]record.Quality{record.Vendor, record.Secondary, record.CommonKnowledge}, q)
}

// Fragile says that no headline may rest on a claim alone: it is far from the fact,
// or in a text that its publisher did not write or not publish.
func (c *Claim) Fragile() bool {
	return Far(c.Quality) || c.Source != nil && c.Source.Provenance != ""
}

// Reported says that a claim is not that of the body itself, nor of Parliament:
// the press, an association, a vendor or a copy reports it.
func (c *Claim) Reported() bool {
	written := c.Source == nil || c.Source.Provenance == "" || c.Source.Provenance == record.Draft
	return Rank(c.Quality) > Rank(record.Parliamentary) || !written
}

// Bearing gives the claims that a figure stands on, one list for each thing that
// must hold: its own claims, those of each input, those of each record it counts.
// Of the claims of a list, any one is enough.
func (ds *Dataset) Bearing(f figure.Figure) [][]*Claim {
	var out [][]*Claim
	for _, in := range f.Rests.Inputs {
		out = append(out, ds.Bearing(in.Figure)...)
	}
	if claims := ds.ClaimsOf(f.Rests.Claims); len(claims) > 0 && len(f.Rests.Inputs) == 0 {
		if f.State == figure.Settled {
			claims = claims[:1] // the one that is published
		}
		out = append(out, claims)
	}
	for _, ref := range f.Rests.Records {
		if claims := ds.showing(ref); len(claims) > 0 {
			out = append(out, claims)
		}
	}
	return out
}

// showing gives the claims that show a record which is counted: those that it
// holds, the services of a body, the qualifications of an offer.
func (ds *Dataset) showing(ref record.Ref) []*Claim {
	switch ref.Kind {
	case record.Organisations:
		if o := Find[*Organisation](ds, ref.Kind, ref.ID); o != nil {
			return claimsOfEach(o.Migrations, func(m *Migration) []*Claim { return m.Claims })
		}
	case record.Offers:
		if o := Find[*Offer](ds, ref.Kind, ref.ID); o != nil {
			return claimsOfEach(o.Qualifications, func(q *Qualification) []*Claim { return q.Claims })
		}
	}
	return ds.owned[ref]
}

func claimsOfEach[R any](list []R, claims func(R) []*Claim) []*Claim {
	var out []*Claim
	for _, r := range list {
		out = append(out, claims(r)...)
	}
	return out
}
