package site

import (
	"cmp"
	"iter"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// SilencesPage shows what is asked, what is answered, and what is not.
type SilencesPage struct {
	Totals    []Tally // all questions, by how they end
	Charts    []Chart // answers by measure, where the page names no others
	Kinds     []SilenceEntry
	Measures  []SilenceEntry
	League    []LeagueRow
	LeagueAt  Link // the indicator behind the league, with its method
	Letters   bool // requests for documents can be written
	Requests  []RequestView
	Downloads []Download // the whole map
	Groups    []SilenceGroup
}

// Tally is a way for questions to end, with their number.
type Tally struct {
	ID, Words string
	Figure    Figure
}

// SilenceEntry is a kind of body or a measure in the list, with its tallies.
type SilenceEntry struct {
	Link    Link
	Tallies []Tally
}

// LeagueRow is a ministry with what its own publications answer.
type LeagueRow struct {
	Ministry          Link
	Own, Asked, Cases Figure
}

// SilenceGroup is a reason with its silences.
type SilenceGroup struct {
	ID, Title, Meaning string
	Figure             *Figure
	Rows               []SilenceView
}

// SilenceView is one silence.
type SilenceView struct {
	ID string
	UnknownView
	Where   string
	Read    []ReadView // the places that were read in vain
	Bodies  []Link
	Measure *Link
	Ready   *Link // the request that may be sent; nil when there is nobody to ask
	Private bool  // it is that of companies alone, and no administration can be asked
}

// ReadView is a place where what is missing would stand, and which was read.
type ReadView struct {
	Source    Link
	At, Holds string
}

func silencePages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		if !yield(v.silencesPage()) {
			return
		}
		for _, k := range v.site.kinds() {
			for p := range v.silenceKinds(k) {
				if !yield(p) {
					return
				}
			}
		}
		for _, m := range v.site.Data.Asked() {
			for p := range v.silenceMeasures(m) {
				if !yield(p) {
					return
				}
			}
		}
		for _, s := range v.site.Data.Silences {
			if len(v.site.addressees(s)) > 0 && !yield(v.request(s)) {
				return
			}
		}
	}
}

func (v view) silencesPage() Page {
	body := SilencesPage{Charts: v.chartsOf("silences", "answers-by-measure"), League: v.league(),
		LeagueAt: Link{Href: v.site.Href(v.l, "indicators") + "own-publications/",
			Text: v.text(v.indicatorOf("own-publications").Title)}}
	for _, answer := range indicator.Answers() {
		body.Totals = v.tally(body.Totals, answer, "silences/all/"+answer)
	}
	for _, k := range v.site.kinds() {
		e := SilenceEntry{Link: v.kindOfSilence(k)}
		for _, answer := range indicator.Answers() {
			e.Tallies = v.tally(e.Tallies, answer, "silences/"+string(k)+"/"+answer)
		}
		body.Kinds = append(body.Kinds, e)
	}
	for _, m := range v.site.Data.Asked() {
		e := SilenceEntry{Link: v.question(m)}
		for _, l := range v.indicatorOf("answers-by-measure").Lines {
			e.Tallies = v.tally(e.Tallies, l.Key, l.Point(m.ID).Figure.ID)
		}
		body.Measures = append(body.Measures, e)
	}
	body.Letters = v.site.writesLetters()
	for _, r := range v.site.Data.Requests {
		body.Requests = append(body.Requests, v.sent(r))
	}
	body.Downloads = v.mapFiles()
	body.Groups = v.silenceGroups()
	return v.answering("silences", "silences", body)
}

// tally adds a way to end with its number, unless there is none.
func (v view) tally(to []Tally, answer, id string) []Tally {
	f, ok := v.found(id)
	if !ok || f.Value.Low.IsZero() {
		return to
	}
	return append(to, Tally{ID: answer, Words: v.answerWords(answer), Figure: v.figure(f)})
}

// answerWords says how a question ends.
func (v view) answerWords(answer string) string {
	if answer == indicator.Given {
		return v.word("question.answered")
	}
	return v.word("reason." + answer)
}

// league lists the bodies that are compared by what their own publications answer;
// nothing in a site that does not ask it.
func (v view) league() []LeagueRow {
	asked := v.indicatorOf("own-publications")
	if asked.ID == "" {
		return nil
	}
	var out []LeagueRow
	owns := asked.Line("own")
	for _, o := range indicator.Publishers(v.site.Data) {
		out = append(out, LeagueRow{Ministry: v.organisationLink(o), Own: v.figure(owns.Point(o.ID).Figure),
			Asked: v.figure(indicator.QuestionsPut(v.site.Data, o)), Cases: v.figure(indicator.OwnCases(v.site.Data, o))})
	}
	return out
}

// silenceGroups lists every silence, by reason.
func (v view) silenceGroups() []SilenceGroup {
	var out []SilenceGroup
	counts := v.indicatorOf("silences-by-reason").Line("silences")
	for _, r := range record.Reasons() {
		g := SilenceGroup{ID: string(r), Title: v.word("reason." + string(r)), Meaning: v.word("reason-meaning." + string(r))}
		for _, s := range v.site.Data.Silences {
			if s.Reason == r {
				g.Rows = append(g.Rows, v.silenceRow(s))
			}
		}
		if p := counts.Point(string(r)); p.Figure.Known() {
			f := v.figure(p.Figure)
			g.Figure = &f
		}
		if len(g.Rows) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func (v view) silenceRow(s *dataset.Silence) SilenceView {
	v.shows(record.Silences, s.ID)
	out := SilenceView{ID: s.ID, UnknownView: v.silence(s), Where: v.text(s.Where)}
	for _, p := range s.Read {
		out.Read = append(out.Read,
			ReadView{Source: v.sourceLink(p.Source.ID), At: lang.Typeset(v.l, p.At), Holds: v.text(p.Holds)})
	}
	if s.Measure != nil {
		l := v.question(s.Measure)
		out.Measure = &l
	}
	for _, o := range s.Organisations {
		out.Bodies = append(out.Bodies, v.organisationLink(o))
	}
	for _, p := range s.Providers {
		out.Bodies = append(out.Bodies, v.providerLink(p))
	}
	for _, k := range s.Kinds {
		out.Bodies = append(out.Bodies, v.kindOfSilence(k))
	}
	if len(v.site.addressees(s)) > 0 {
		out.Ready = &Link{Href: v.requestHref(s), Text: v.word("silence.request")}
	} else {
		out.Private = (s.Reason == record.NotPublished || s.Reason == record.NotFound) && len(s.Providers) > 0 &&
			len(out.Bodies) == len(s.Providers)
	}
	return out
}

// unpublished says that a silence names a place where what is missing would stand,
// and which was read in vain.
func (s *Site) unpublished(id string) bool {
	return slices.ContainsFunc(s.Data.Silences, func(one *dataset.Silence) bool {
		return one.ID == id && one.Reason == record.NotPublished && len(one.Read) > 0
	})
}

// kinds lists the kinds of bodies that are followed, in the order of the pages.
func (s *Site) kinds() []record.BodyKind {
	var out []record.BodyKind
	for _, k := range s.Data.BodyKinds() {
		for _, o := range s.Data.Organisations {
			if o.Kind == k {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// gatherAnswers makes the figures that the pages of silences show beside those of
// the indicators.
func (s *Site) gatherAnswers() {
	for _, answer := range indicator.Answers() {
		s.gather(indicator.AnswerGrandTotal(s.Data, answer)) // and through it its parts
	}
	for _, o := range indicator.Publishers(s.Data) {
		s.gather(indicator.QuestionsPut(s.Data, o))
		s.gather(indicator.OwnCases(s.Data, o))
	}
}

// kindAddress is the last part of the address of the page of a kind of body.
func (s *Site) kindAddress(k record.BodyKind) lang.Text {
	word, _ := s.Data.Words.Find(record.BodyKindList, string(k))
	return cmp.Or(word.Address, lang.Name(string(k)))
}

// kindOfSilence links to the silences of a kind of body.
func (v view) kindOfSilence(k record.BodyKind) Link {
	return Link{Href: v.site.Href(v.l, "silences") + v.site.kindAddress(k).In(v.l) + "/",
		Text: v.heading(record.BodyKindList, string(k))}
}

// question links to the silences of a measure, or where it is explained when it
// is asked of nobody in particular.
func (v view) question(m *dataset.Measure) Link {
	v.note(trace.Named, thing(record.Ref{Kind: record.Measures, ID: m.ID}))
	if len(m.AskedOf) == 0 {
		return v.link(record.Ref{Kind: record.Measures, ID: m.ID}, m.Title)
	}
	return Link{Href: v.site.Href(v.l, "silences") + m.ID + "/", Text: v.text(m.Title)}
}
