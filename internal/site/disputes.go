package site

import (
	"iter"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/lang"
	"vigie/internal/record"
)

// ContradictionsPage lists what sources dispute.
type ContradictionsPage struct {
	Prose    Prose
	Declared []ContradictionView
	Found    []DisputeView // disputed points of series, found by comparing claims
}

// ContradictionView is a declared disagreement.
type ContradictionView struct {
	ID, Title, Nature, Explanation, WouldSettle string
	Apparent                                    bool
	Href                                        string
	Claims                                      []Claim
}

// DisputeView is a point of a series on which claims disagree.
type DisputeView struct {
	Series, Period string
	Figure         Figure
	Settled        bool
	Reason         string
	Claims         []Claim
}

func disputePages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		title, lead, prose := v.intro("contradictions")
		body := ContradictionsPage{Prose: prose, Found: v.disputes()}
		for _, c := range v.site.Data.Contradictions {
			body.Declared = append(body.Declared, v.contradiction(c))
		}
		if !yield(v.page("contradictions", "contradictions", title, lead, body)) {
			return
		}
		for _, c := range v.site.Data.Every.Contradictions {
			cv := v.contradiction(c)
			if !yield(v.below("contradictions", lang.Name(c.ID), "contradiction", cv.Title, v.describe("lead.contradiction", cv.Title), cv)) {
				return
			}
		}
	}
}

func (v view) contradiction(c *dataset.Contradiction) ContradictionView {
	return ContradictionView{ID: c.ID, Title: v.text(c.Title), Nature: v.word("nature-of-dispute." + c.Nature), Apparent: c.Apparent,
		Explanation: v.text(c.Explanation), WouldSettle: v.text(c.WouldSettle), Claims: v.claims(c.Claims),
		Href: RecordHref(v.l, record.Ref{Kind: record.Contradictions, ID: c.ID})}
}

func (v view) disputes() []DisputeView {
	var out []DisputeView
	for _, s := range v.site.Data.Series {
		for _, p := range s.Points {
			if p.Figure.State != figure.Disputed && p.Figure.State != figure.Settled {
				continue
			}
			d := DisputeView{Series: v.text(s.Title), Period: p.Figure.Period.Text(v.l), Figure: v.figure(p.Figure),
				Settled: p.Figure.State == figure.Settled, Claims: v.claims(p.Claims)}
			if p.Resolution != nil {
				d.Reason = v.text(p.Resolution.Reason)
			}
			out = append(out, d)
		}
	}
	return out
}
