package site

import (
	"iter"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/silence"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// SilenceKindPage shows what is known of the bodies of one kind.
type SilenceKindPage struct {
	First    bool // it is the first page, which has what is not about one body
	Totals   []Tally
	Rows     []SilenceEntry
	Common   []AbsentGroup // what no body of the kind answers, shown once
	Bodies   []BodyAnswers // those that answer something, or lack something else
	Alike    []Link        // the others
	NotAsked []Link
}

// SilenceMeasurePage shows of which bodies one measure is known.
type SilenceMeasurePage struct {
	First      bool // it is the first page, which has what is not about one body
	Definition string
	Totals     []Tally
	Rows       []SilenceEntry // by kind of body
	Answers    []CellView
	Silences   []SilenceShare
	NotAsked   []Link // kinds that are not asked
}

// SilenceShare is a silence with the bodies whose answer it stands for.
type SilenceShare struct {
	SilenceView
	Of []Link
}

// BodyAnswers is a body with its answers, and what it leaves without one.
type BodyAnswers struct {
	Body     Link
	Answered []CellView
	Absent   []AbsentGroup
}

// AbsentGroup is the questions without an answer for one reason.
type AbsentGroup struct {
	Why       string
	Questions []Link
}

// CellView is one question put to one body.
type CellView struct {
	Body, Question Link
	Standing       string
	Figure         *Figure // the last known value; nil when cases answer
	Date           string  // what the value is about
	Cases          []Link  // documented cases that answer
	Own            bool    // a publication of the body is among the sources
	Why            string  // why there is no answer
	When           string  // until which day it was searched
	Shared         string  // that the search stands for several bodies at once
	Silence        string  // where the silence is shown
	Ready          *Link   // the request that may be sent
}

func (v view) cell(c dataset.Cell) CellView {
	v.shows(record.Organisations, c.Organisation.ID)
	out := CellView{Body: v.organisationLink(c.Organisation), Question: v.question(c.Measure),
		Standing: string(c.Standing), Own: c.Own()}
	if p := c.Latest(); p != nil {
		f := v.figure(p.Figure)
		out.Figure, out.Date = &f, v.when(p.Figure.Period)
	}
	for _, m := range c.Cases {
		out.Cases = append(out.Cases, Link{Href: out.Body.Href + "#" + m.ID, Text: v.text(m.Service)})
	}
	if s := c.Silence; s != nil {
		out.Why, out.When = v.word("reason."+string(c.Reason)), v.searched(s)
		out.Shared = v.shared(s, c.Organisation.Kind)
		out.Silence = v.site.RecordHref(v.l, record.Ref{Kind: record.Silences, ID: s.ID})
		if to := v.site.addressees(s); len(to) > 0 {
			out.Ready = &Link{Href: v.requestHref(s), Text: v.word("silence.request")}
			if slices.Contains(to, c.Organisation) {
				out.Ready.Href += "#" + c.Organisation.ID
			}
		}
	}
	return out
}

// cells lists what is asked of a body, and the questions that are not.
func (v view) cells(o *dataset.Organisation) (asked []CellView, notAsked []Link) {
	for _, c := range o.Asked {
		if c.Standing == silence.NotAsked {
			notAsked = append(notAsked, v.question(c.Measure))
			continue
		}
		asked = append(asked, v.cell(c))
	}
	return asked, notAsked
}

// absences are questions without an answer, by reason.
type absences []AbsentGroup

func (a absences) add(why string, question Link) absences {
	i := slices.IndexFunc(a, func(g AbsentGroup) bool { return g.Why == why })
	if i < 0 {
		i, a = len(a), append(a, AbsentGroup{Why: why})
	}
	a[i].Questions = append(a[i].Questions, question)
	return a
}

// silenceKinds are the pages of a kind of body: those that answer something, or lack something
// that others answer, then the others.
func (v view) silenceKinds(k record.BodyKind) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		common := v.site.commonLacks(k)
		var some, alike []*dataset.Organisation
		for _, o := range v.site.Data.Organisations {
			switch {
			case o.Kind != k:
			case apart(o, common):
				some = append(some, o)
			default:
				alike = append(alike, o)
			}
		}
		bodies := append(some, alike...)
		for _, c := range cuts(len(bodies), mostRows) {
			if !yield(v.silenceKind(k, c, bodies[c.First:c.Last], common)) {
				return
			}
		}
	}
}

// commonLacks are the measures that no body of a kind answers, all for one reason.
func (s *Site) commonLacks(k record.BodyKind) map[string]bool {
	out := map[string]bool{}
	for _, m := range s.Data.Asked() {
		e := view{site: s, l: s.Config.Languages.First()}.tallies(Link{}, k, m)
		if len(e.Tallies) == 1 && e.Tallies[0].ID != indicator.Given {
			out[m.ID] = true
		}
	}
	return out
}

// apart says that a body answers something, or lacks something that is not common to its kind.
func apart(o *dataset.Organisation, common map[string]bool) bool {
	return slices.ContainsFunc(o.Asked, func(c dataset.Cell) bool {
		return c.Standing == silence.Answered || c.Standing == silence.Absent && !common[c.Measure.ID]
	})
}

func (v view) silenceKind(k record.BodyKind, c cut, bodies []*dataset.Organisation, common map[string]bool) Page {
	v.note(0, trace.Thing{Of: string(record.Measures), ID: trace.All})
	v.amongst(c, record.Organisations, record.Silences, record.Migrations, record.SeriesKind)
	body := SilenceKindPage{First: c.At == 1}
	for _, answer := range indicator.Answers() {
		body.Totals = v.tally(body.Totals, answer, "silences/"+string(k)+"/"+answer)
	}
	for _, m := range v.site.Data.Asked() {
		if !slices.Contains(m.AskedOf, k) {
			body.NotAsked = append(body.NotAsked, v.question(m))
		}
		e := v.tallies(v.question(m), k, m)
		if len(e.Tallies) == 0 {
			continue
		}
		body.Rows = append(body.Rows, e)
		if common[m.ID] {
			body.Common = absences(body.Common).add(e.Tallies[0].Words, e.Link)
		}
	}
	for _, o := range bodies {
		if b := v.bodyAnswers(o, common); len(b.Answered)+len(b.Absent) > 0 {
			body.Bodies = append(body.Bodies, b)
		} else {
			body.Alike = append(body.Alike, b.Body)
		}
	}
	name := v.heading(record.BodyKindList, string(k))
	p := v.below("silences", v.site.kindAddress(k), "silence-kind", v.describe("title.silence-kind", name),
		v.describe("lead.silence-kind", name), body)
	return v.part(p, c, mostRows, "parts.rule.bodies", v.wholeTables("carte_des_silences")...)
}

// bodyAnswers gives what a body answers, and what it lacks that is not common to
// all bodies of its kind.
func (v view) bodyAnswers(o *dataset.Organisation, common map[string]bool) BodyAnswers {
	v.shows(record.Organisations, o.ID)
	out := BodyAnswers{Body: v.organisationLink(o)}
	for _, c := range o.Asked {
		switch {
		case c.Standing == silence.Answered:
			out.Answered = append(out.Answered, v.cell(c))
		case c.Standing == silence.Absent && !common[c.Measure.ID]:
			out.Absent = absences(out.Absent).add(v.word("reason."+string(c.Reason)), v.question(c.Measure))
		}
	}
	return out
}

// tallies counts how a question put to a kind of body ends.
func (v view) tallies(name Link, k record.BodyKind, m *dataset.Measure) SilenceEntry {
	e := SilenceEntry{Link: name}
	for _, answer := range indicator.Answers() {
		e.Tallies = v.tally(e.Tallies, answer, "silences/"+string(k)+"/"+m.ID+"/"+answer)
	}
	return e
}

// silenceMeasures are the pages of a measure: the bodies that answer, then those that do not,
// silence by silence.
func (v view) silenceMeasures(m *dataset.Measure) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		var answered, absent []dataset.Cell
		first := map[string]int{}
		for i, c := range m.Asked {
			switch c.Standing {
			case silence.Answered:
				answered = append(answered, c)
			case silence.Absent:
				absent = append(absent, c)
				if _, known := first[c.Silence.ID]; !known {
					first[c.Silence.ID] = i
				}
			}
		}
		slices.SortStableFunc(absent, func(a, b dataset.Cell) int { return first[a.Silence.ID] - first[b.Silence.ID] })
		cells := append(answered, absent...)
		for _, c := range cuts(len(cells), mostRows) {
			if !yield(v.silenceMeasure(m, c, cells[c.First:c.Last])) {
				return
			}
		}
	}
}

func (v view) silenceMeasure(m *dataset.Measure, c cut, cells []dataset.Cell) Page {
	v.shows(record.Measures, m.ID)
	v.amongst(c, record.Organisations, record.Silences, record.Migrations, record.SeriesKind)
	body := SilenceMeasurePage{First: c.At == 1, Definition: v.text(m.Definition)}
	for _, l := range v.indicatorOf("answers-by-measure").Lines {
		body.Totals = v.tally(body.Totals, l.Key, l.Point(m.ID).Figure.ID)
	}
	for _, k := range v.site.kinds() {
		if e := v.tallies(v.kindOfSilence(k), k, m); len(e.Tallies) > 0 {
			body.Rows = append(body.Rows, e)
		} else {
			body.NotAsked = append(body.NotAsked, v.kindOfSilence(k))
		}
	}
	for _, c := range cells {
		switch c.Standing {
		case silence.Answered:
			body.Answers = append(body.Answers, v.cell(c))
		case silence.Absent:
			i := slices.IndexFunc(body.Silences, func(s SilenceShare) bool { return s.ID == c.Silence.ID })
			if i < 0 {
				i, body.Silences = len(body.Silences), append(body.Silences, SilenceShare{SilenceView: v.silenceRow(c.Silence)})
			}
			body.Silences[i].Of = append(body.Silences[i].Of, v.organisationLink(c.Organisation))
		}
	}
	title := v.text(m.Title)
	p := v.below("silences", lang.Name(m.ID), "silence-measure", v.describe("title.silence-measure", title),
		v.describe("lead.silence-measure", title), body)
	return v.part(p, c, mostRows, "parts.rule.answers", v.wholeTables("carte_des_silences")...)
}
