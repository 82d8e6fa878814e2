package dataset

import (
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// linkWords links what explains the rest: tiers, rules of the doctrine,
// contradictions and silences.
func (ds *Dataset) linkWords() {
	for _, t := range ds.Tiers {
		for i := range t.Meanings {
			m := &t.Meanings[i]
			t.MeaningClaims = append(t.MeaningClaims, append(ds.dated(m.Claims, &m.Period), ds.ClaimsOf(m.ClaimIDs)...))
		}
	}
	bound := ds.kindsWith(func(w record.Word) bool { return w.Bound })
	for _, d := range ds.Doctrines {
		d.Claims = ds.of(d.Doctrine.Claims)
		d.Binds = d.AppliesTo
		if len(d.Binds) == 0 {
			d.Binds = bound
		}
	}
	for _, c := range ds.Contradictions {
		c.Claims = ds.ClaimsOf(c.Contradiction.Claims)
	}
	for _, c := range ds.Declared {
		c.Source = Find[*Source](ds, record.Sources, c.Change.Source)
	}
	for _, s := range ds.Silences {
		s.Measure = Find[*Measure](ds, record.Measures, s.Silence.Measure)
		s.Organisations = many[*Organisation](ds, record.Organisations, s.Silence.Organisations)
		s.Providers = many[*Provider](ds, record.Providers, s.Silence.Providers)
		for _, p := range s.Providers {
			p.Silences = append(p.Silences, s)
		}
		for i := range s.Places {
			s.Read = append(s.Read, PlaceRead{&s.Places[i], Find[*Source](ds, record.Sources, s.Places[i].Source)})
		}
	}
	for _, o := range ds.Organisations {
		for _, s := range ds.Silences {
			if slices.Contains(s.Silence.Organisations, o.ID) || slices.Contains(s.Kinds, o.Kind) {
				o.Silences = append(o.Silences, s)
			}
		}
	}
}

func periodOf(d cal.Date) *cal.Period {
	if d.IsZero() {
		return nil
	}
	p := cal.At(d)
	return &p
}
