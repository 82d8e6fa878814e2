package verify

import (
	"golang.org/x/net/html"

	"vigie/internal/figure"
)

// figure checks a number that stands as a figure: it is in the data, its value and
// its words are theirs, and it leads to its proof.
func (p *page) figure(n *html.Node, id string) {
	p.distinct[id] = true
	f, known := p.truth.figures[id]
	if !known {
		p.report.Figures.check(false)
		p.fault(id, "a figure that the data do not hold", text(n), "no such figure")
		return
	}
	before := len(p.report.Faults)
	p.value(n, f)
	want := p.truth.proofOf(p.lang, f)
	href, _ := attr(n, "href")
	switch target := resolve(p.address, href, p.truth.site.Config.BaseURL); {
	case target != want:
		p.fault(id, "a figure that does not lead to its proof", target, want)
	case !p.has(fileOf(want)):
		p.fault(id, "a figure whose proof has no page", "", fileOf(want))
	}
	if f.State != figure.Sure && !has(n, "class", string(f.State)) {
		p.fault(id, "a figure that does not say its state", text(n), string(f.State))
	}
	p.report.Figures.check(len(p.report.Faults) == before)
}

// value checks the value of a figure and its words, in an element.
func (p *page) value(n *html.Node, f figure.Figure) {
	spoken := first(n, element("data"))
	exact := ""
	if spoken != nil {
		exact, _ = attr(spoken, "value")
	} else if spoken = first(n, element("span")); spoken == nil {
		spoken = n
	}
	if exact != f.Exact() {
		p.fault(f.ID, "the value of a figure is not that of the data", exact, f.Exact())
	}
	if got, want := text(spoken), plain(f.Text(p.lang)); got != want {
		p.fault(f.ID, "the words of a figure are not those of the data", got, want)
	}
}
