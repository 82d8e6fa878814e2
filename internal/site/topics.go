package site

import (
	"slices"
	"strings"

	"vigie/internal/content"
	"vigie/internal/dataset"
	"vigie/internal/record"
)

// A topic is a page about one question: what prose says of it, its charts, the
// series behind them, what was promised, what sources dispute and what nobody says.

// TopicPage shows a topic.
type TopicPage struct {
	Charts         []Chart
	Series         []SeriesView
	Commitments    []CommitmentView
	Calculations   []CalculationView
	Events         []EventView
	Contradictions []DisputeView
	Unknown        []UnknownView
	Same           *SameContracts // sources of contracts that must not be added up
	See            []Link         // added pages that the topic names
}

// CalculationView is our own arithmetic.
type CalculationView struct {
	ID, Title, Words, Warning string
	Figure                    Figure
}

// sameContractsNotice is what the engine itself may say on the page of a topic, beside
// its records: which sources must not be added up.
const sameContractsNotice = "same-contracts"

// notices are what front matter may ask for: that, and those pages that a country adds which the site has.
func (s *Site) notices() []string {
	out := []string{sameContractsNotice}
	for _, p := range s.addedHere() {
		out = append(out, p.Key)
	}
	return out
}

func (v view) topic(t *content.Page) Page {
	body := TopicPage{Charts: v.charts(names(t.Charts)...)}
	series, commitments := names(t.Series), names(t.Commitments)
	used := map[string]bool{} // claims shown on this page
	for _, s := range v.site.Data.Series {
		if matches(s.ID, series) {
			body.Series = append(body.Series, v.series(s))
			for _, p := range s.Points {
				for _, c := range slices.Concat(p.Claims, p.SpokenOf) {
					used[c.ID] = true
				}
			}
		}
	}
	for _, c := range v.site.Data.Commitments {
		if c.Series != nil && matches(c.Series.ID, series) || slices.Contains(commitments, c.ID) {
			body.Commitments = append(body.Commitments, v.commitment(c))
		}
	}
	for _, c := range v.site.Data.Calculations {
		if slices.ContainsFunc(c.Figure.Rests.Claims, func(id string) bool { return used[id] }) {
			body.Calculations = append(body.Calculations, v.calculation(c))
		}
	}
	for _, d := range v.site.Data.Disputes {
		if !d.Withdrawn && slices.ContainsFunc(d.Claims, func(c *dataset.Claim) bool { return used[c.ID] }) {
			body.Contradictions = append(body.Contradictions, v.dispute(d))
		}
	}
	for _, s := range v.site.Data.Silences {
		if s.Measure != nil &&
			slices.ContainsFunc(s.Measure.Series, func(x *dataset.Series) bool { return matches(x.ID, series) }) {
			body.Unknown = append(body.Unknown, v.silence(s))
		}
	}
	for _, n := range t.Notices {
		if n.ID == sameContractsNotice {
			body.Same = v.sameContracts()
		} else if p, ok := v.site.added(n.ID); ok {
			body.See = append(body.See, v.seeing(p))
		}
	}
	return v.answering(t.Key, "topic", body)
}

func (v view) calculation(c *dataset.Calculation) CalculationView {
	v.shows(record.Calculations, c.ID)
	return CalculationView{ID: c.ID, Title: v.text(c.Title), Words: v.text(c.Words), Warning: v.text(c.Warning),
		Figure: v.figure(c.Figure)}
}

// matches says whether an identifier is in a list of identifiers and prefixes.
func matches(id string, list []string) bool {
	return slices.ContainsFunc(list, func(p string) bool {
		prefix, ok := strings.CutSuffix(p, "*")
		return id == p || ok && strings.HasPrefix(id, prefix)
	})
}
