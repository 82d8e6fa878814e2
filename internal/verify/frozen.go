package verify

import (
	"bytes"
	"io/fs"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/edition"
	"vigie/internal/figure"
	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// ownFrozen gives the charts of editions their words: those of the file that the edition keeps, whose digest is
// in its manifest.
func (t *truth) ownFrozen() {
	t.eachFrozen(func(e edition.Edition, l lang.Lang, c edition.Chart) {
		name := site.FrozenName(e, c.Indicator)
		o := t.owner(name)
		o.add(c.Title, c.Conclusion, c.Question, c.Sources, c.Mention)
		o.add(c.Reserves...)
		o.add(c.Table.Head...)
		for _, row := range c.Table.Rows {
			o.add(row.Head)
			for _, cell := range row.Cells {
				o.add(cell.Text)
			}
		}
		for _, drawing := range []string{c.Wide, c.Narrow} {
			o.add(drawnWords(drawing)...)
		}
		address := t.site.FrozenHref(l, c.Indicator, e)
		t.ownersAt[address] = append(t.ownersAt[address], name)
	})
}

// eachFrozen visits each chart of each edition, in each language of the site. One that is not as it was frozen is
// left out: nothing proves its page.
func (t *truth) eachFrozen(visit func(edition.Edition, lang.Lang, edition.Chart)) {
	for _, e := range t.site.History.Store().Editions() {
		for _, l := range t.site.Config.Languages {
			for _, f := range e.Charts(l) {
				if c, found := t.site.History.Store().Chart(f); found.Errors() == 0 {
					visit(e, l, c)
				}
			}
		}
	}
}

// drawnWords are the words of a drawing.
func drawnWords(svg string) []string {
	doc, err := html.Parse(strings.NewReader(svg))
	if err != nil {
		return nil
	}
	var out []string
	for _, n := range all(doc, isDrawnWord) {
		out = append(out, text(n))
	}
	return out
}

func isDrawnWord(n *html.Node) bool { return n.Data == "text" || n.Data == "title" || n.Data == "desc" }

// frozenCharts holds the page of each chart of an edition against the drawings that the edition keeps, and what it
// keeps against the figures of that edition.
func frozenCharts(t *truth, o Options, report *Report) error {
	figures := map[string]map[string]figure.Figure{}
	var failed error
	t.eachFrozen(func(e edition.Edition, l lang.Lang, c edition.Chart) {
		if figures[e.Sum] == nil && failed == nil {
			figures[e.Sum], failed = t.site.History.Figures(e)
		}
		page := fileOf(t.site.FrozenHref(l, c.Indicator, e))
		content, err := fs.ReadFile(o.Site, page)
		if err == nil && !(bytes.Contains(content, []byte(c.Wide)) && bytes.Contains(content, []byte(c.Narrow))) {
			report.Faults = append(report.Faults, Fault{File: page, What: "a drawing is not the one that the edition keeps"})
		} // a page that is not there is reported with the files
		for _, cell := range c.Figures() {
			f, known := figures[e.Sum][cell.Figure]
			if !known { // days left are no figures of an edition: they are words of its day
				continue
			}
			if want := f.Text(l); !report.Values.check(strings.HasPrefix(plain(cell.Text), plain(want))) {
				report.Faults = append(report.Faults, Fault{File: e.Folder() + edition.ChartFile(c.Indicator, l),
					Figure: cell.Figure, What: "a chart of an edition does not show the figure of that edition",
					Found: cell.Text, Want: want})
			}
		}
	})
	return failed
}
