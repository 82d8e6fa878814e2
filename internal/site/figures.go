package site

import (
	"html/template"
	"maps"
	"slices"

	"vigie/internal/figure"
)

// GatherFigures indexes every figure that a page may show: those of the data,
// those of the indicators, and the inputs of both.
func (s *Site) GatherFigures() {
	for _, f := range s.Data.Figures() {
		s.Figures[f.ID] = f
	}
	s.gatherDaysLeft()
	s.gatherAnswers()
	s.gatherFindings()
	s.gatherRows()
	s.gatherHosted()
	for _, u := range s.Data.Universes {
		s.gather(u.Listed)
		s.gather(u.Documented)
	}
	s.gatherDaysLate()
	s.gatherDaysOlder()
	s.gatherClaims()
	for _, r := range s.Indicators {
		for _, l := range r.Lines {
			for _, p := range l.Points {
				s.gather(p.Figure)
			}
		}
	}
}

func (s *Site) gather(f figure.Figure) {
	if _, known := s.Figures[f.ID]; known || f.ID == "" {
		return
	}
	s.Figures[f.ID] = f
	for _, in := range f.Rests.Inputs {
		s.gather(in.Figure)
	}
}

// placer puts figures and charts into prose.
type placer struct{ view }

// Figure renders the partial template of a figure.
func (p placer) Figure(id string) (template.HTML, bool) {
	f, ok := p.named(id)
	if !ok {
		return "", false
	}
	p.template("figure")
	html, err := p.site.Theme.Render(p.l, "figure", p.figure(f))
	return template.HTML(html), err == nil
}

// Chart renders the partial template of a chart.
func (p placer) Chart(id string) (template.HTML, bool) {
	c, ok := p.chart(id)
	if !ok {
		return "", false
	}
	p.template("chart")
	html, err := p.site.Theme.Render(p.l, "chart", c)
	return template.HTML(html), err == nil
}

// Names lists the identifiers of the figures, or of the indicators, each of which has a chart.
func (p placer) Names(what string) []string {
	if what == "figure" {
		return slices.Sorted(maps.Keys(p.site.Figures))
	}
	var out []string
	for _, r := range p.site.Indicators {
		out = append(out, r.ID)
	}
	return out
}

// Unpublished says that a silence names the place that was read in vain.
func (p placer) Unpublished(silence string) bool { return p.site.unpublished(silence) }

// Units lists the words that follow the numbers of the series.
func (p placer) Units() []string {
	var out []string
	for _, s := range p.site.Data.Series {
		for _, word := range []string{s.Unit.One.In(p.l), s.Unit.Many.In(p.l)} {
			if !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}
