package verify

import (
	"strings"

	"golang.org/x/net/html"
)

// options checks what the browser draws a chart from: the same numbers, digit by
// digit, as the data give.
func (p *page) options(n *html.Node, in around) {
	id := indicatorOf(in.names)
	face, ok := p.truth.faces[id+"."+string(p.lang)]
	if !ok {
		p.fault(id, "a chart that the data do not make", "", "")
		return
	}
	raw := ""
	if n.FirstChild != nil {
		raw = n.FirstChild.Data
	}
	want := face.Options
	if has(n, "class", "narrow-options") {
		want = face.Small
	}
	found, err := jsonDifferences([]byte(raw), want)
	if err != nil {
		p.fault(id, "a chart whose data block cannot be read", err.Error(), "")
		return
	}
	for range strings.Count(string(want), `"name":"`) - len(found) {
		p.report.Drawn.check(true)
	}
	for _, d := range found {
		p.report.Drawn.check(false)
		name := id
		if f, ok := p.truth.points[id+"/"+d.near]; ok {
			name = f.ID
		}
		p.fault(name, "a number of an interactive chart is not that of the data ("+d.at+")", d.found, d.want)
	}
}

// indicatorOf is the indicator among the names around a piece of a page.
func indicatorOf(names []string) string {
	for i := len(names) - 1; i >= 0; i-- {
		if id, ok := strings.CutPrefix(names[i], "indicators/"); ok {
			return id
		}
	}
	return ""
}
