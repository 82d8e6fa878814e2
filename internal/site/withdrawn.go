package site

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/trace"
)

// A withdrawn record is in no list and in no count. Its address goes on to
// answer: a record with a page keeps it under a notice, and one that is shown on
// the page of others stands at the foot of it, under the same anchor.

// WithdrawnView is a record that was taken back.
type WithdrawnView struct {
	ID         string
	Record     Link   // where it is shown
	Kind       string // in words: the section that holds it
	On         string
	Reason     string
	ReplacedBy *Link
	Claims     []Claim // those it made
}

func (v view) withdrawn(w dataset.Withdrawn) WithdrawnView {
	v.note(trace.Shown, thing(w.Ref))
	out := WithdrawnView{ID: w.Ref.ID, Record: v.owner(w.Ref), Kind: v.word("record." + string(w.Ref.Kind)),
		On: v.day(w.On), Reason: v.text(w.Reason)}
	if w.ReplacedBy != "" {
		l := v.owner(record.Ref{Kind: w.Ref.Kind, ID: w.ReplacedBy})
		out.ReplacedBy = &l
	}
	for _, c := range v.site.Data.Claims {
		if c.Owner == w.Ref {
			out.Claims = append(out.Claims, v.claim(c))
		}
	}
	return out
}

// allWithdrawn lists what was taken back, for the page of corrections.
func (v view) allWithdrawn() []WithdrawnView {
	var out []WithdrawnView
	for _, w := range v.site.Data.Withdrawn {
		out = append(out, v.withdrawn(w))
	}
	return out
}

// owner is the record whose number a figure is: its series, its calculation, that
// of its claim, the only one that it counts; none for the others.
func (s *Site) owner(f figure.Figure) record.Ref {
	kind, id, _ := strings.Cut(f.ID, "/")
	switch series, _, ok := s.pointOf(f.ID); {
	case ok:
		return record.Ref{Kind: record.SeriesKind, ID: series.ID}
	case kind == "calculation":
		return record.Ref{Kind: record.Calculations, ID: id}
	case kind == "claim" && s.Data.Claim(id) != nil:
		return s.Data.Claim(id).Owner
	case len(f.Rests.Records) == 1:
		return f.Rests.Records[0]
	}
	return record.Ref{}
}

// takenBack says that a figure is that of a withdrawn record.
func (s *Site) takenBack(f figure.Figure) bool {
	return len(s.Data.Withdrawn) > 0 && s.Data.Withdrawal(s.owner(f)) != nil
}

// withdrawnOn lists what was taken back and answers at the address of a page: the
// record that is the page, and those shown on it.
func (v view) withdrawnOn(p Page) (notice *WithdrawnView, below []WithdrawnView) {
	id, _ := strings.CutPrefix(p.Key, "proofs/")
	proof := v.site.Data.Withdrawal(v.site.owner(v.site.Figures[id]))
	for _, w := range v.site.Data.Withdrawn {
		if w.Withdrawal == proof {
			one := v.withdrawn(w)
			notice = &one
			continue
		}
		ref := v.pageOwner(w.Ref)
		address, _, _ := strings.Cut(v.site.RecordHref(v.l, ref), "#")
		if address != p.Address {
			continue
		}
		if _, own := folders[w.Ref.Kind]; own && ref == w.Ref {
			one := v.withdrawn(w)
			notice = &one
			continue
		}
		below = append(below, v.withdrawn(w))
	}
	return notice, below
}
