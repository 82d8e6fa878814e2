package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/export/api"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// apiFiles yields the JSON interface: see package api.
func apiFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for f := range s.api().Files() {
			if !yield(Extra(f)) {
				return
			}
		}
	}
}

// api is what the JSON interface is made from. Its description is in English where the site
// has it, as the names in it are; else in the first language of the site.
func (s *Site) api() api.From {
	tables, _ := s.exports()
	figures := s.figuresOfRecords()
	v, described := view{site: s, l: s.Config.Languages.First()}, lang.EN
	if !s.Config.Languages.Has(described) {
		described = v.l
	}
	out := api.From{About: s.about(), Tables: tables, Standing: sourceStatus{}, Address: s.full,
		Figures: func(ref record.Ref) []figure.Figure { return figures[ref] },
		Proof:   func(f figure.Figure) string { return s.full(v.proof(f)) },
		Words:   func(t lang.Text) string { return t.In(described) }}
	for _, one := range s.sourceStatuses() {
		out.States = append(out.States, api.State{Source: one.Source, Standing: one})
	}
	return out
}

// figuresOfRecords are the figures of each record, by identifier.
func (s *Site) figuresOfRecords() map[record.Ref][]figure.Figure {
	out := map[record.Ref][]figure.Figure{}
	for _, f := range s.Figures {
		if of := s.owner(f); of.ID != "" {
			out[of] = append(out[of], f)
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b figure.Figure) int { return strings.Compare(a.ID, b.ID) })
	}
	return out
}
