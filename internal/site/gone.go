package site

import (
	"iter"
	"strings"

	"vigie/internal/edition"
	"vigie/internal/figure"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// What was published keeps its address: the proof of a figure that the data hold
// no more goes on to answer, with what the figure was last.

// GonePage is the proof of a figure that is not computed any more.
type GonePage struct {
	Figure  Figure // as the edition gives it
	Nature  string // in words
	Last    string // day of the latest edition that holds it
	LastISO string
	Edition string // where this edition stands in the list of editions
	Figures string // its file of figures
	Cited   CitedView
	Moved   bool // no change is listed of it: the day alone put it out of the window that is counted
}

// Gone lists the figures of the editions that have no other proof.
func (s *Site) Gone() []edition.Gone { return s.history().gone }

// goneFigure finds one of them.
func (s *Site) goneFigure(id string) (figure.Figure, bool) {
	f, ok := s.history().goneFigures[id]
	return f, ok
}

// stands says that a figure has its proof in the data. A claim never goes: the
// check wants it, withdrawn or not.
func (s *Site) stands(id string) bool {
	_, known := s.Figures[id]
	return known || strings.HasPrefix(id, "claim/")
}

func (v view) gonePages() iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, g := range v.site.Gone() {
			if !yield(v.gonePage(g)) {
				return
			}
		}
	}
}

func (v view) gonePage(g edition.Gone) Page {
	v.note(0, trace.Thing{Of: trace.Editions, ID: trace.All})
	body := GonePage{Figure: v.figure(g.Figure), Nature: v.word("nature." + string(g.Figure.Nature)),
		Last: v.day(g.Last), LastISO: g.Last.String()}
	for _, e := range v.site.History.Store().Editions() {
		if e.Day == g.Last {
			body.Edition = v.site.Href(v.l, "editions") + "#" + editionAnchor(e)
			body.Figures = "/" + e.Folder() + edition.FiguresFile
		}
	}
	body.Moved = len(v.site.history().figures[g.Figure.ID]) == 0
	label := v.goneLabel(g.Figure)
	body.Cited = v.cited(provenFigure{g.Figure, true, g.Last})
	p := v.below("proofs", lang.Name(g.Figure.ID), "gone", label, v.describe("lead.gone", label), body)
	p.Feeds = v.citationForms(body.Cited)
	return p
}

// goneLabel names a figure as it was named; by its identifier when no edition names it
// what it was called.
func (v view) goneLabel(f figure.Figure) string {
	if f.Label.IsZero() {
		return f.ID
	}
	return v.proofLabel(f)
}
