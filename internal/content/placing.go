package content

import (
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"vigie/internal/value/problem"
)

// placing is a figure or a chart placed by name.
type placing struct {
	ast.BaseInline
	what, id string
	source   string // as written
	at       int    // offset in the body
	html     template.HTML
}

var kindPlacing = ast.NewNodeKind("Placing")

// Kind names the node for goldmark.
func (p *placing) Kind() ast.NodeKind { return kindPlacing }

// Dump shows the node to a person who debugs.
func (p *placing) Dump(source []byte, level int) {
	ast.DumpHelper(p, source, level, map[string]string{p.what: p.id}, nil)
}

var (
	placed = regexp.MustCompile(`^\{(figure|chart):([a-z0-9_./-]+)\}`)
	// opened is the same with any name, whole or not.
	opened = regexp.MustCompile(`^\{(figure|chart):([^}]+)`)
)

// placingParser reads {figure:…} and {chart:…} in running text; code is not
// running text.
type placingParser struct{}

// Trigger is the character that may open a placing.
func (placingParser) Trigger() []byte { return []byte{'{'} }

// Parse reads one placing.
func (placingParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	m := placed.FindSubmatch(line)
	if m == nil {
		return nil
	}
	block.Advance(len(m[0]))
	return &placing{what: string(m[1]), id: string(m[2]), source: string(m[0]), at: at.Start}
}

// loneCharts takes a chart that is alone in its paragraph out of it: a drawing is
// no phrase.
type loneCharts struct{}

// Transform takes charts out of their paragraphs.
func (loneCharts) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	for _, p := range placings(doc) {
		if around := p.Parent(); p.what == "chart" && around.Kind() == ast.KindParagraph && around.ChildCount() == 1 {
			around.Parent().ReplaceChild(around.Parent(), around, p)
		}
	}
}

// placings lists what a tree places, in order.
func placings(tree ast.Node) []*placing {
	var out []*placing
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if p, ok := n.(*placing); ok && entering {
			out = append(out, p)
		}
		return ast.WalkContinue, nil
	})
	return out
}

// fill gives each placing its HTML.
func (d *Doc) fill(tree ast.Node, place Placer) problem.List {
	var problems problem.List
	for _, p := range placings(tree) {
		get := place.Figure
		if p.what == "chart" {
			get = place.Chart
			if p.Parent().Type() == ast.TypeBlock && p.Parent().Kind() == ast.KindParagraph ||
				p.Parent().Type() == ast.TypeInline {
				problems = append(problems,
					d.problemAt(p.at, p.source, "a chart stands among words", "leave it alone in its paragraph"))
				continue
			}
		}
		html, ok := get(p.id)
		if !ok {
			problems = append(problems, d.problemAt(p.at, p.source, fmt.Sprintf("there is no %s named %q", p.what, p.id),
				nearestPlaced(place, p.what, p.id)))
			continue
		}
		p.html = html
	}
	return problems
}

// nearestPlaced is how to mend a name that nothing bears: the nearest one.
func nearestPlaced(place Placer, what, id string) string {
	names := place.Names(what)
	switch near, ok := problem.Nearest(id, names); {
	case slices.Contains(names, id):
		return fmt.Sprintf("write {%s:%s}", what, id)
	case ok:
		return fmt.Sprintf("did you mean {%s:%s}?", what, near)
	}
	return "names are identifiers of figures (series/period, indicator/<indicator>/<line>/<point>) and of indicators; " +
		"a proof shows that of its figure"
}

// otherwiseWritten is how to mend a placing with a name as no name is written: with
// capitals, accents or blanks.
func otherwiseWritten(place Placer, found string) string {
	if m := placed.FindStringSubmatch(strings.ToLower(found)); m != nil {
		return "names are in small letters: " + nearestPlaced(place, m[1], m[2])
	}
	if m := opened.FindStringSubmatch(strings.ToLower(found)); m != nil {
		return "names are made of small letters without accents, digits, / and hyphens: " + nearestPlaced(place, m[1], m[2])
	}
	return "write {figure:identifier} or {chart:identifier}, or put braces in code"
}

// placingRenderer writes what a placing was given.
type placingRenderer struct{}

// RegisterFuncs registers what is rendered here.
func (placingRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindPlacing, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(string(n.(*placing).html))
		}
		return ast.WalkContinue, nil
	})
}
