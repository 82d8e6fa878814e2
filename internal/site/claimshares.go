package site

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// The evidence that claims keep is counted like anything else: how many there are, how many name a place in
// their document, and how many name a copy of it.

// claimCounts are what is counted of claims, by the end of the identifier of the figure: "claims/all".
var claimCounts = []struct {
	key    string
	counts func(c *dataset.Claim) bool
}{
	{"all", func(*dataset.Claim) bool { return true }},
	{"placed", func(c *dataset.Claim) bool { return c.At != "" }},
	{"copied", func(c *dataset.Claim) bool { return c.Snapshot != "" }},
}

// claimFigure is one of those figures by the end of its identifier.
func (s *Site) claimFigure(key string) (figure.Figure, bool) {
	f, ok := s.Figures["claims/"+key]
	return f, ok
}

// gatherClaims counts claims; nothing where no page is shown.
func (s *Site) gatherClaims() {
	if s.Theme == nil || len(s.Data.Claims) == 0 {
		return
	}
	words := func(key string) lang.Text {
		return lang.Text{FR: key, EN: key}.Map(func(l lang.Lang, _ string) string { return s.Theme.Words.Must(l, key) })
	}
	for _, of := range claimCounts {
		n := 0
		for _, c := range s.Data.Claims {
			if of.counts(c) {
				n++
			}
		}
		s.gather(figure.Figure{ID: "claims/" + of.key, Label: words("claims." + of.key), Nature: figure.Counted,
			State: figure.Sure, Value: quantity.Int(n), Rests: figure.Rests{Words: words("claims." + of.key + ".how")}})
	}
}

// claimRows are those figures with their labels.
func (v view) claimRows() []ProofRow {
	var out []ProofRow
	for _, of := range claimCounts {
		if f, ok := v.site.claimFigure(of.key); ok {
			out = append(out, ProofRow{Label: v.proofLabel(f), Figure: v.figure(f)})
		}
	}
	return out
}
