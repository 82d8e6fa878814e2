package site

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// LeftView is something that the reader of a source left aside on purpose.
type LeftView struct {
	What   string
	Figure Figure
}

// RestsView is a source whose collected rows a figure counts, with the copies that
// were read.
type RestsView struct {
	Source    Link
	Archive   string // where the Web Archive may show it as it was read
	Documents []DocumentView
	CSV       string
}

// gatherRows makes the figures of what was collected: the rows of each source, what
// its reader left aside, and what is counted group by group.
func (s *Site) gatherRows() {
	for _, src := range s.Data.Every.Sources {
		if f, ok := src.RowsFigure(); ok {
			s.Figures[f.ID] = f
		}
		if f, ok := src.UnreadableFigure(); ok {
			s.Figures[f.ID] = f
		}
		if b := src.Breakdown(); b != nil {
			for _, g := range b.Groups {
				for _, f := range g.Figures {
					s.Figures[f.ID] = f
				}
			}
		}
		for _, l := range src.LeftFigures() {
			if s.Theme != nil { // in the words of pages; those of the reader where nothing is shown
				l.Figure.Label = l.Figure.Label.Map(func(in lang.Lang, _ string) string {
					return s.Theme.Words.Must(in, "collected.left") + " – " + view{site: s, l: in}.said("left.", l.Slug, l.What) +
						", " + src.Title
				})
			}
			s.Figures[l.Figure.ID] = l.Figure
		}
	}
}

// countRows adds to what was collected of a source the count of its rows and of what
// was left aside.
func (v view) countRows(s *dataset.Source, out *CollectedView) {
	if f, ok := s.RowsFigure(); ok {
		kept := v.figure(v.site.Figures[f.ID])
		out.Kept = &kept
	}
	if f, ok := s.UnreadableFigure(); ok {
		unread := v.figure(v.site.Figures[f.ID])
		out.Unreadable = &unread
	}
	for _, l := range s.LeftFigures() {
		out.Left = append(out.Left, LeftView{v.said("left.", l.Slug, l.What), v.figure(v.site.Figures[l.Figure.ID])})
	}
}

// restsOnRows lists the sources whose collected rows a figure counts, itself or through
// the numbers that it is made of.
func (v view) restsOnRows(f figure.Figure) []RestsView {
	var out []RestsView
	for _, id := range f.Rests.Collected {
		s := dataset.Find[*dataset.Source](v.site.Data, record.Sources, id)
		if s == nil || s.Collected == nil {
			continue
		}
		out = append(out, RestsView{v.sourceLink(id), archived(s.URL, s.Collected.State.Read()), v.documents(s),
			"/" + v.placed().rows(id)})
	}
	return out
}

func (v view) documents(s *dataset.Source) []DocumentView {
	var out []DocumentView
	v.note(0, rowsOf(s.ID))
	for _, d := range s.Collected.State.Documents {
		at := v.site.CopyHref(s.ID, d.SHA256)
		out = append(out,
			DocumentView{URL: d.URL, SHA256: d.SHA256, Read: v.day(d.Read), ByHand: d.ByHand, Copy: at,
				Packed: strings.HasSuffix(at, ".gz")})
	}
	return out
}
