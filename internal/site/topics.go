package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
)

// A topic is a page about one question: what prose says of it, its charts, the
// series behind them, what was promised, what sources dispute and what nobody says.

// TopicPage tells a topic.
type TopicPage struct {
	Prose          Prose
	Charts         []Chart
	Series         []SeriesView
	Commitments    []CommitmentView
	Calculations   []CalculationView
	Events         []EventView
	Contradictions []DisputeView
	Unknown        []UnknownView
	Same           *SameContracts // sources of contracts that must not be added up
	Filter         *Link          // the rule by which contracts are taken for cloud
}

// CalculationView is our own arithmetic.
type CalculationView struct {
	ID, Title, Words, Warning string
	Figure                    Figure
}

// topic says what belongs to the page of a section.
type topic struct {
	section string
	charts  []string
	series  []string // identifiers, or prefixes ending in "*"

	commitments []string // identifiers of those that no series measures
}

var topics = []topic{
	{section: "adoption", charts: []string{"tier-adoption", "tier-adoption-by-kind", "bodies-with-migration", "migration-progress"}, series: []string{"applications-in-cloud-share", "survey-*"}},
	{section: "internal-clouds", charts: []string{"internal-clouds-cost", "internal-clouds-use", "internal-clouds-machines"}, series: []string{"nubo-*", "pi-*", "internal-*"},
		commitments: []string{"internal-cloud-july-2019", "pi-gen1-decommission-2023"}},
	{section: "savings", charts: []string{"savings", "it-spending"}, series: []string{"state-*", "savings-*", "cost-*", "it-*"}},
	{section: "orders", charts: []string{"ugap-orders", "ugap-orders-by-provider", "ugap-shares"}, series: []string{"ugap-*"}, commitments: []string{"external-catalogue-2021"}},
	{section: "procedures", charts: []string{"online-procedures"}, series: []string{"demat-*"}, commitments: []string{"procedures-accessible-2021"}},
}

func topicPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, t := range topics {
			if !yield(v.topic(t)) {
				return
			}
		}
	}
}

func (v view) topic(t topic) Page {
	title, lead, prose := v.intro(t.section)
	body := TopicPage{Prose: prose, Charts: v.charts(t.charts...)}
	used := map[string]bool{} // claims told on this page
	for _, s := range v.site.Data.Series {
		if matches(s.ID, t.series) {
			body.Series = append(body.Series, v.series(s))
			for _, p := range s.Points {
				for _, c := range slices.Concat(p.Claims, p.SpokenOf) {
					used[c.ID] = true
				}
			}
		}
	}
	for _, c := range v.site.Data.Commitments {
		if c.Series != nil && matches(c.Series.ID, t.series) || slices.Contains(t.commitments, c.ID) {
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
		if s.Measure != nil && slices.ContainsFunc(s.Measure.Series, func(x *dataset.Series) bool { return matches(x.ID, t.series) }) {
			body.Unknown = append(body.Unknown, v.silence(s))
		}
	}
	if t.section == "orders" {
		filter := v.section("cloud-filter")
		body.Same, body.Filter = v.sameContracts(), &filter
	}
	return v.page(t.section, "topic", title, lead, body)
}

func (v view) calculation(c *dataset.Calculation) CalculationView {
	return CalculationView{ID: c.ID, Title: v.text(c.Title), Words: v.text(c.Words), Warning: v.text(c.Warning), Figure: v.figure(c.Figure)}
}

// matches says whether an identifier is in a list of identifiers and prefixes.
func matches(id string, list []string) bool {
	return slices.ContainsFunc(list, func(p string) bool {
		prefix, ok := strings.CutSuffix(p, "*")
		return id == p || ok && strings.HasPrefix(id, prefix)
	})
}
