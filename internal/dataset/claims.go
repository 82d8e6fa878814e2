package dataset

import (
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// gatherClaims indexes every claim with its source and its owner.
func (ds *Dataset) gatherClaims(c *corpus.Corpus) {
	c.EachClaim(func(owner record.Ref, path string, rc *record.Claim) {
		cl := &Claim{Claim: rc, Owner: owner, Path: path, Quality: rc.Quality, Unit: ds.units[rc.Unit]}
		if cl.Source = Find[*Source](ds, record.Sources, rc.Source); cl.Source != nil {
			cl.Source.Claims = append(cl.Source.Claims, cl)
			if cl.Quality == "" {
				cl.Quality = cl.Source.Source.Quality
			}
		}
		ds.rate(cl)
		if rc.About != nil {
			cl.About = *rc.About
		}
		ds.owned[owner] = append(ds.owned[owner], cl)
		if ds.claims[rc.ID] == nil { // a second one of the same name is reported by check
			ds.claims[rc.ID] = cl
			ds.Claims = append(ds.Claims, cl)
		}
	})
	byID := func(a, b *Claim) int { return strings.Compare(a.ID, b.ID) }
	slices.SortFunc(ds.Claims, byID)
	for _, s := range ds.Sources {
		slices.SortFunc(s.Claims, byID)
	}
}

// of gives the linked claims of a record's own list. Those that were withdrawn
// by the day of reference stay with their source alone.
func (ds *Dataset) of(list []record.Claim) []*Claim {
	var out []*Claim
	for i := range list {
		if c := ds.claims[list[i].ID]; c != nil && !c.IsWithdrawn(ds.AsOf) {
			out = append(out, c)
		}
	}
	return out
}

// dated gives the claims of a list, and notes what period they are about
// when they do not say it themselves.
func (ds *Dataset) dated(list []record.Claim, about *cal.Period) []*Claim {
	out := ds.of(list)
	for _, c := range out {
		if c.About.IsZero() && about != nil {
			c.About = *about
		}
	}
	return out
}

// Figure is the number of one claim, counted as its observation counts when it
// stands in a series.
func (c *Claim) Figure() figure.Figure {
	f := figure.Figure{ID: "claim/" + c.ID, Nature: figure.Stated, State: figure.Sure, Unit: c.Unit,
		Perimeter: c.Perimeter, Basis: c.Basis, Period: c.About, Label: c.Says, Note: c.Note,
		Rests: figure.Rests{Claims: []string{c.ID}}}
	if c.Value == nil {
		f.State, f.Reason = figure.Unknown, record.NotApplicable
		return f
	}
	f.Value = *c.Value
	return f
}

// rate notes what the vocabulary says of the quality of a claim; one that is not in it
// comes after all others.
func (ds *Dataset) rate(c *Claim) {
	all := ds.Words.In(record.QualityList)
	c.Rated, c.rank = record.Word{ID: string(c.Quality)}, len(all)
	if i := slices.IndexFunc(all, func(w record.Word) bool { return w.ID == string(c.Quality) }); i >= 0 {
		c.Rated, c.rank = all[i], i
	}
	c.written = c.Source == nil || c.Source.Provenance == ""
	if !c.written {
		as, _ := ds.Words.Find(record.ProvenanceList, string(c.Source.Provenance))
		c.written = as.Own
	}
}

// Weakest gives the claim whose quality is the farthest from the fact; nil of none.
func Weakest(claims []*Claim) *Claim {
	var out *Claim
	for _, c := range claims {
		if out == nil || c.rank > out.rank {
			out = c
		}
	}
	return out
}

// Nearest keeps the claims whose quality is the nearest to the fact: the others
// add words to a decision, not its dates.
func Nearest(claims []*Claim) []*Claim {
	var out []*Claim
	for _, c := range claims {
		switch {
		case len(out) == 0 || c.rank < out[0].rank:
			out = []*Claim{c}
		case c.Quality == out[0].Quality:
			out = append(out, c)
		}
	}
	return out
}

// LastRead is the last day on which one of the claims was read.
func LastRead(claims []*Claim) cal.Day {
	var out cal.Day
	for _, c := range claims {
		if c.Read.After(out) {
			out = c.Read
		}
	}
	return out
}

// textOr gives t, or else another text.
func textOr(t, other lang.Text) lang.Text {
	if t.IsZero() {
		return other
	}
	return t
}
