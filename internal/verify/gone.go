package verify

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/edition"
	"vigie/internal/figure"
	"vigie/internal/value/cal"
)

// ownGone notes the figures of editions that the data hold no more, and their words:
// each keeps the address of its proof, and its last value.
func (t *truth) ownGone() {
	t.gone = map[string]edition.Gone{}
	for _, g := range t.site.Gone() {
		t.gone[g.Figure.ID] = g
		t.ownFigure(g.Figure)
	}
}

// shown is the figure that a proof page shows: of the data, or of an edition.
func (t *truth) shown(id string) (figure.Figure, bool) {
	if f, known := t.figures[id]; known {
		return f, true
	}
	g, known := t.gone[id]
	return g.Figure, known
}

// closeGone checks that the proof of a figure that is gone leads to the edition that
// holds it.
func (p *page) closeGone(doc *html.Node, id string) {
	g, gone := p.truth.gone[id]
	if !gone || p.truth.proofOf(p.lang, g.Figure) != p.address {
		return
	}
	before := len(p.report.Faults)
	if !p.proven {
		p.fault(id, "a proof page that does not show the value", "", g.Figure.Exact())
	}
	links := map[string]bool{}
	for _, a := range all(doc, element("a")) {
		href, _ := attr(a, "href")
		links[resolve(p.address, href, p.truth.site.Config.BaseURL)] = true
	}
	for _, want := range []string{"/" + figuresOf(g.Last),
		p.truth.site.Href(p.lang, "editions") + "#e" + g.Last.String()} {
		if !links[want] {
			p.fault(id, "a proof of a figure that is gone, without the edition that holds it", "", want)
		}
	}
	p.report.Proofs.check(len(p.report.Faults) == before && !p.wrong(id))
}

// figuresOf is the file of the figures of an edition, on the site.
func figuresOf(day cal.Day) string {
	return edition.Edition{Day: day}.Folder() + edition.FiguresFile
}

// gone reads the published figures of the editions again, line by line: a figure that
// is gone is shown as the latest edition that holds it gives it, and has its page.
func gone(t *truth, o Options, have map[string]bool, report *Report) {
	files := map[string]map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(t.gone)) {
		g := t.gone[id]
		for _, l := range t.site.Config.Languages {
			if file := fileOf(t.proofOf(l, g.Figure)); !have[file] {
				report.Faults = append(report.Faults,
					Fault{File: file, Figure: id, What: "a figure of an edition without a proof page", Want: t.site.ProofHref(l, id)})
			}
		}
		name := figuresOf(g.Last)
		if files[name] == nil {
			files[name] = frozen(o.Site, name)
		}
		want := strings.Join([]string{asFrozen(g.Figure), g.Figure.Unit.ID, g.Figure.Period.String()}, " ")
		if found := files[name][id]; !report.Values.check(found == want) {
			report.Faults = append(report.Faults,
				Fault{File: name, Figure: id, What: "a figure that is gone is not that of the edition", Found: found, Want: want})
		}
	}
}

// frozen reads the value, the unit and the period of each figure of a published
// edition.
func frozen(from fs.FS, name string) map[string]string {
	out := map[string]string{}
	raw, err := fs.ReadFile(from, name)
	if err != nil {
		return out // that it is not there is reported with the files
	}
	s, err := readSheet(name, raw)
	if err != nil {
		return out
	}
	for _, row := range s.rows {
		out[s.cell(row,
			"chiffre")] = strings.Join([]string{s.cell(row, "valeur"), s.cell(row, "unite"), s.cell(row, "periode")}, " ")
	}
	return out
}

// asFrozen is a value as an edition writes it; nothing when it was unknown.
func asFrozen(f figure.Figure) string {
	if !f.Known() {
		return ""
	}
	return f.Value.String()
}
