package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/chart"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// HomePage answers what a citizen wants to know first.
type HomePage struct {
	Prose   Prose
	Answers []Answer
	Soon    []QualificationView // qualifications that end within half a year, or have by what was read, the first first
	Latest  []EventView
	Charts  []Chart

	Calendar, Timeline Link   // where the whole of Soon and of Latest is shown
	Straight           []Link // what people come back for: what changed, is disputed, is unknown, can be asked
}

// Answer is a question with its answer in a sentence, and how sure it is.
type Answer struct {
	ID       string
	Question string
	Answer   Prose
	State    string // a Certainty: that of the least sure of its figures
	Words    string // what that state means
	Fragile  bool   // a number of it bears the mark of fragile ones, or is not known
	Picture  Prose  // the shape of the chart that front matter names; empty without one
	More     Link
}

// answersKey opens the keys of the prose that answers on the home page:
// "answers/<order>-<section>".
const answersKey = "answers/"

// soonDays is how far ahead the home page announces the end of qualifications, and
// how long it keeps one whose renewal may not have been read.
const soonDays = 183

func endsSoon(q *dataset.Qualification) bool {
	switch {
	case q.Period == nil:
		return false
	case unconfirmed(q):
		return q.DaysLeft >= -soonDays
	}
	return q.Counts() && q.DaysLeft <= soonDays
}

// latestEvents is how many events the home page shows.
const latestEvents = 6

func homePages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		title, lead, prose := v.intro("home")
		body := HomePage{Prose: prose, Calendar: v.section("qualifications"), Timeline: v.section("timeline"),
			Answers: v.answers(), Straight: v.straight()}
		v.judgesAll(record.Qualifications) // one may enter the list, or leave it, with time alone
		v.notes.until(v.site.nextSoon().until)
		if home := v.site.Content.Page("home"); home != nil {
			body.Charts = v.charts(names(home.Charts)...)
		}
		held := slices.DeleteFunc(slices.Clone(v.site.Data.Qualifications), func(q *dataset.Qualification) bool {
			return !endsSoon(q)
		})
		slices.SortStableFunc(held, func(a, b *dataset.Qualification) int { return a.DaysLeft - b.DaysLeft })
		for _, q := range held {
			body.Soon = append(body.Soon, v.qualification(q))
		}
		events := latestFirst(v.site.Data.Events)
		body.Latest = v.events(events[:min(latestEvents, len(events))])
		p := v.page("home", "home", title, lead, body)
		if v.site.carded() {
			p.Picture = v.shown(v.homeCard())
		}
		yield(p)
	}
}

// straightTo are the sections that the home page leads straight to, which no menu has room for.
var straightTo = []string{"journal", "contradictions", "silences"}

func (v view) straight() []Link {
	var out []Link
	for _, key := range straightTo {
		if v.site.has(key) {
			out = append(out, Link{Href: v.site.Href(v.l, key), Text: v.word("home.straight." + key)})
		}
	}
	if ask := v.askLink(); ask != nil {
		out = append(out, *ask)
	}
	return out
}

func (v view) answers() []Answer {
	var out []Answer
	for _, d := range v.site.Content.Docs(v.l) {
		rest, ok := strings.CutPrefix(d.Key, answersKey)
		if !ok {
			continue
		}
		_, section, _ := strings.Cut(rest, "-")
		a := Answer{ID: section, Question: lang.Typeset(v.l, d.Title), Answer: v.prose(d.Key), More: v.section(section)}
		var shown []figure.Figure
		for _, id := range d.Figures() {
			if f, ok := v.named(id); ok {
				shown = append(shown, f)
			}
		}
		a.State, a.Words = v.certaintyOfPassage(shown)
		a.Fragile = v.fragilePassage(shown)
		for _, id := range d.Page.Charts {
			v.computed(id.ID)
			a.Picture += chart.Spark(v.site.Indicator(id.ID), v.l)
		}
		out = append(out, a)
	}
	return out
}

// Figure finds a figure by its identifier. "series/latest" is the last known
// point of a series on the day of reference, "indicator/<indicator>/<line>/latest"
// that of a line of an indicator.
func (s *Site) Figure(id string) (figure.Figure, bool) {
	place, latest := strings.CutSuffix(id, "/latest")
	if !latest {
		f, ok := s.Figures[id]
		return f, ok
	}
	if sr := s.Data.SeriesByID(place); sr != nil {
		p, ok := sr.Latest(s.Data.AsOf)
		return p.Figure, ok
	}
	if parts := strings.Split(place, "/"); len(parts) == 3 && parts[0] == "indicator" {
		for _, p := range slices.Backward(s.Indicator(parts[1]).Line(parts[2]).Points) {
			if p.Figure.Known() {
				return p.Figure, true
			}
		}
		return figure.Figure{State: figure.Unknown, Reason: record.NotCollected}, s.Indicator(parts[1]).ID != ""
	}
	return figure.Figure{}, false
}
