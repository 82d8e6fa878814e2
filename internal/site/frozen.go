package site

import (
	"iter"

	"vigie/internal/chart"
	"vigie/internal/edition"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// FrozenChart is a chart as an edition keeps it. Its numbers are words: what proves them is the edition.
type FrozenChart struct {
	Name         string // what its numbers are the words of: see FrozenName
	Chart        edition.Chart
	Wide, Narrow Prose
}

// FrozenCharts are the charts that an edition keeps, each in each language. They are drawn by then.
func (s *Site) FrozenCharts() ([]edition.Fresh, error) {
	var out []edition.Fresh
	for _, r := range s.Indicators {
		for _, l := range s.Config.Languages {
			face, ok := s.Charts[r.ID][l]
			if !ok || len(face.Wide) == 0 {
				continue
			}
			f, err := s.frozenChart(r, face, l).Fresh()
			if err != nil {
				return nil, err
			}
			out = append(out, f)
		}
	}
	return out, nil
}

func (s *Site) frozenChart(r indicator.Result, face chart.Face, l lang.Lang) edition.Chart {
	v, about := view{site: s, l: l}, s.about()
	out := edition.Chart{Indicator: r.ID, Lang: l, Title: face.Title,
		Conclusion: figure.Plain(l, face.Conclusion), Question: face.Question, Reserves: v.reservesOf(face),
		Sources: v.restsOn(r),
		Mention: v.text(about.Publisher) + " – " + v.text(about.Licence.Title),
		Wide:    string(face.Wide), Narrow: string(face.Narrow)}
	out.Table.Head = append([]string{face.Table.Corner}, face.Table.Head...)
	for _, row := range face.Table.Rows {
		kept := edition.ChartRow{Head: row.Head}
		for _, c := range row.Cells {
			kept.Cells = append(kept.Cells, v.frozenCell(c))
		}
		out.Table.Rows = append(out.Table.Rows, kept)
	}
	return out
}

// frozenCell is a cell of a chart in words, with what is known of how solid its figure is.
func (v view) frozenCell(c chart.Cell) edition.ChartCell {
	if c.Figure == nil {
		return edition.ChartCell{Text: c.Text}
	}
	shown := v.figure(*c.Figure)
	beside := []string{shown.Mark, shown.Why}
	if shown.Doubt != nil {
		beside = append(beside, v.word("fragile"))
	}
	out := edition.ChartCell{Text: shown.Text, Figure: shown.ID}
	for _, words := range beside {
		if words != "" {
			out.Text += " (" + words + ")"
		}
	}
	return out
}

// frozenPages are the charts of editions, each alone for the frame of another site: what once was quoted
// stays as it was, whatever became of the indicator.
func frozenPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, e := range v.site.History.Store().Editions() {
			for _, f := range e.Charts(v.l) {
				if p, ok := v.frozenPage(e, f); ok && !yield(p) { // one that cannot be read is a problem by now
					return
				}
			}
		}
	}
}

func (v view) frozenPage(e edition.Edition, f edition.File) (Page, bool) {
	v.note(0, trace.Thing{Of: trace.Editions, ID: trace.All})
	c, found := v.site.History.Store().Chart(f)
	if v.site.notes.add(found); found.Errors() > 0 {
		return Page{}, false
	}
	name := FrozenName(e, c.Indicator)
	body := EmbedPage{Sources: c.Sources, Mention: c.Mention,
		Whole:  Link{Href: v.site.Href(v.l, "editions") + "#" + editionAnchor(e), Text: v.word("embed.frozen.edition")},
		Frozen: &FrozenChart{Name: name, Chart: c, Wide: Prose(c.Wide), Narrow: Prose(c.Narrow)}}
	p := Page{Address: v.site.FrozenHref(v.l, c.Indicator, e), Key: name, Lang: v.l, Template: "embed",
		Section: "indicators", Title: c.Title + v.describe("embed.frozen.title", v.day(e.Day)),
		Description: c.Question, Body: body, Bare: true, Day: e.Day}
	for _, l := range v.site.Config.Languages.Others(v.l) {
		if _, ok := e.File(edition.ChartFile(c.Indicator, l)); ok {
			p.Others = append(p.Others, Translation{l, v.site.FrozenHref(l, c.Indicator, e)})
		}
	}
	return p, true
}

// FrozenHref is the address of a chart of an edition.
func (s *Site) FrozenHref(l lang.Lang, indicator string, e edition.Edition) string {
	return s.EmbedHref(l, indicator) + e.Day.String() + "/"
}

// FrozenName names a chart of an edition: "editions/2026-12-15/charts/<indicator>".
func FrozenName(e edition.Edition, indicator string) string {
	return e.Folder() + "charts/" + indicator
}

// lastKept is the last edition that keeps a chart; false when none does.
func (v view) lastKept(indicator string) (last edition.Edition, ok bool) {
	v.note(0, trace.Thing{Of: trace.Editions, ID: trace.All})
	for _, e := range v.site.History.Store().Editions() {
		if _, kept := e.File(edition.ChartFile(indicator, v.l)); kept {
			last, ok = e, true
		}
	}
	return last, ok
}
