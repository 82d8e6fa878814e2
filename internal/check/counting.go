package check

import (
	"fmt"

	"vigie/internal/figure"
	"vigie/internal/record"
)

// number is the number of a claim as the algebra of figures takes it, and where
// it is written how it counts.
type number struct {
	figure.Figure
	in          record.Ref // its series; no record outside a series
	observation int
	own         record.Observation
}

// numbers gives the claims that hold one number, by identifier.
func (s *Subject) numbers() map[string]number {
	out := map[string]number{}
	for id, claim := range s.byClaim {
		if claim.Value == nil || claim.in.Kind == record.SeriesKind {
			continue
		}
		n := number{Figure: figure.Figure{ID: id, State: figure.Sure, Value: *claim.Value}}
		if u := s.units[claim.Unit]; u != nil {
			n.Unit = u.Quantity()
		}
		out[id] = n
	}
	for _, one := range s.Series {
		for i, o := range one.Observations {
			for _, claim := range o.Claims {
				if claim.Value == nil {
					continue
				}
				n := s.observed(one, i)
				n.ID, n.State, n.Value = claim.ID, figure.Sure, *claim.Value
				out[claim.ID] = n
			}
		}
	}
	return out
}

// observed is an observation without its value: what it counts, and how.
func (s *Subject) observed(one record.Series, i int) number {
	o := one.Observations[i]
	n := number{in: ref(record.SeriesKind, one.ID), observation: i, own: o}
	n.ID = one.ID
	if o.Period != nil {
		n.ID += "/" + figure.Slug(*o.Period)
	}
	n.Perimeter, n.Basis = one.Counted(o)
	if u := s.units[one.Unit]; u != nil {
		n.Unit = u.Quantity()
	}
	return n
}

// spot is where a number says how it counts: in its observation, or else in its series.
func (n number) spot(a figure.Aspect) Spot {
	at := fmt.Sprintf("observations/%d/", n.observation)
	switch {
	case a == figure.OfUnit:
		return Spot{n.in, "unit"}
	case a == figure.OfPerimeter && n.own.Perimeter != "":
		return Spot{n.in, at + "perimeter"}
	case a == figure.OfPerimeter:
		return Spot{n.in, "perimeter"}
	case n.own.Basis != nil:
		return Spot{n.in, at + "basis/" + string(a)}
	}
	return Spot{n.in, "basis/" + string(a)}
}
