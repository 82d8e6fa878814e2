package dataset

import (
	"vigie/internal/figure"
	"vigie/internal/record"
)

// Fragile says that no headline may rest on a claim alone: its quality is one that
// readers are warned of, or it was read in a text that its publisher did not write or
// not publish.
func (c *Claim) Fragile() bool {
	return c.Rated.Far || c.Source != nil && c.Source.Provenance != ""
}

// Reported says that somebody else than the body itself reports the claim, or a copy
// does: the vocabulary says of which qualities that is so.
func (c *Claim) Reported() bool { return c.Rated.Reported || !c.written }

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
