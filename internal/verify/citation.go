package verify

import (
	"encoding/json"
	"path"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/site"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// citation checks that the citation on the page of a proof is the one of the file beside it, which is
// checked by itself.
func (p *page) citation(n *html.Node, file string) {
	file = strings.TrimPrefix(file, "/")
	want, known := p.truth.files[file]
	found := ""
	if n.FirstChild != nil {
		found = n.FirstChild.Data
	}
	if !p.report.Words.check(known && found == string(want)) {
		f, _, _ := p.truth.citedFigure(file)
		p.fault(f.ID, "a citation that is not that of its file", shortened(found), shortened(string(want)))
	}
}

// citedFigure is the figure that a file of a citation is beside the proof of.
func (t *truth) citedFigure(name string) (figure.Figure, lang.Lang, bool) {
	l := t.site.Config.Languages.Of(name)
	id, below := strings.CutPrefix("/"+path.Dir(name), t.site.Href(l, "proofs"))
	if f, known := t.figures[id]; known && below {
		return f, l, true
	}
	g, known := t.gone[id]
	return g.Figure, l, known && below
}

// citedValue checks the value that a citation gives: that of the figure of its proof, as it is read and
// as it is computed with.
func citedValue(t *truth, name string, found []byte, report *Report) {
	f, l, known := t.citedFigure(name)
	if !known {
		report.Faults = append(report.Faults, Fault{File: name, What: "a citation of a figure that the data do not hold"})
		return
	}
	if path.Base(name) == site.CitationText {
		first, _, _ := strings.Cut(string(found), "\n")
		want := " – " + f.Text(l)
		if !report.Values.check(strings.HasSuffix(first, want)) {
			report.Faults = append(report.Faults,
				Fault{File: name, Figure: f.ID, What: "a citation that gives another value", Found: first, Want: f.Text(l)})
		}
		return
	}
	var cited struct {
		Low    string `json:"value_min"`
		High   string `json:"value_max"`
		Reason string `json:"reason"`
	}
	if err := json.Unmarshal(found, &cited); err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	sense := f.Value.Sense
	checkCell(report, name, "value_min", cited.Low, f.ID, f.Value.Low, f.Known() && sense != quantity.AtMost)
	checkCell(report, name, "value_max", cited.High, f.ID, f.Value.High,
		f.Known() && sense != quantity.AtLeast && sense != quantity.Over)
	if want := string(f.Reason); !f.Known() && cited.Reason != want {
		report.Faults = append(report.Faults,
			Fault{File: name, Figure: f.ID, What: "a citation that gives another reason", Found: cited.Reason, Want: want})
	}
}

// archive checks that what is said of a claim leads to the Web Archive on the day on which it was read, where
// its source has a public address.
func (p *page) archive(item *html.Node, id string, c *dataset.Claim) {
	if !strings.HasPrefix(c.Source.URL, "http") {
		return
	}
	address, _, _ := strings.Cut(c.Source.URL, "#")
	want := site.ArchivePrefix + strings.ReplaceAll(c.Read.String(), "-", "") + "/" + address
	found := ""
	if n := first(item, func(n *html.Node) bool { return has(n, "data-evidence", "archive") }); n != nil {
		found, _ = attr(n, "href")
	}
	if found != want {
		p.fault(id, "a proof that does not lead to the Web Archive on the day of reading of claim "+c.ID, found, want)
	}
}
