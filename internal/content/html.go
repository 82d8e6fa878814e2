package content

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Placer gives the HTML of what prose places by name.
type Placer interface {
	// Figure gives the HTML of a figure by its identifier; false when there is none.
	Figure(id string) (template.HTML, bool)
	// Chart gives the HTML of the chart of an indicator; false when there is none.
	Chart(id string) (template.HTML, bool)
	// Names lists the identifiers of what may be placed: "figure" or "chart".
	Names(what string) []string
	// Unpublished says that a silence, by its identifier, names a place that was
	// read and that does not hold what is missing.
	Unpublished(silence string) bool
	// Units lists the words that follow the numbers of the data ("projets").
	Units() []string
}

// HTML renders the prose, with each figure and chart in its place.
func (d *Doc) HTML(place Placer) (template.HTML, problem.List) {
	md := markdown(d.Lang)
	tree := d.parse(md)
	problems := d.fill(tree, place)
	problems = append(problems, d.faults(tree, place)...)
	problems = append(problems, d.unproven(tree, place)...)
	problems = append(problems, d.astray(tree)...)
	problems.Sort()
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, d.body, tree); err != nil {
		problems = append(problems, bad(d.File, d.line, "the prose cannot be rendered: "+err.Error(), ""))
	}
	return template.HTML(out.String()), problems
}

// Figures lists the identifiers of the figures that the prose places, in order.
func (d *Doc) Figures() []string {
	var out []string
	for _, p := range placings(d.parse(markdown(d.Lang))) {
		if p.what == "figure" {
			out = append(out, p.id)
		}
	}
	return out
}

// Opening lists the identifiers of the figures that the first paragraph places.
func (d *Doc) Opening() []string {
	first := d.parse(markdown(d.Lang)).FirstChild()
	if first == nil {
		return nil
	}
	var out []string
	for _, p := range placings(first) {
		if p.what == "figure" {
			out = append(out, p.id)
		}
	}
	return out
}

// AtFigure makes a problem of a figure that the prose places, where it first stands.
func (d *Doc) AtFigure(id, rule, message, hint string) problem.Problem {
	for _, p := range placings(d.parse(markdown(d.Lang))) {
		if p.what == "figure" && p.id == id {
			out := d.problemAt(p.at, p.source, message, hint)
			out.Rule = rule
			return out
		}
	}
	out := bad(d.File, d.line, message, hint)
	out.Rule = rule
	return out
}

func (d *Doc) parse(md goldmark.Markdown) ast.Node {
	return md.Parser().Parse(text.NewReader(d.body),
		parser.WithContext(parser.NewContext(parser.WithIDs(&anchors{seen: map[string]int{}}))))
}

// markdown is the Markdown of the site: CommonMark with tables and definition
// lists, placed figures and charts, and the spaces of a language.
func markdown(l lang.Lang) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAutoHeadingID(),
			parser.WithInlineParsers(util.Prioritized(placingParser{}, 50)),
			parser.WithASTTransformers(util.Prioritized(joinedText{}, 50), util.Prioritized(loneCharts{}, 100),
				util.Prioritized(termAnchors{}, 200))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(
			util.Prioritized(placingRenderer{}, 100), util.Prioritized(typesetter{l}, 100))),
	)
}

// place is the spot of an offset of the body in its file.
func (d *Doc) place(offset int) problem.Place {
	before := d.body[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return problem.Place{File: d.File, Line: d.line + bytes.Count(before, []byte("\n")),
		Col: len([]rune(string(before[start:]))) + 1}
}

// problemAt makes a problem of what stands at an offset of the body.
func (d *Doc) problemAt(offset int, found, message, hint string) problem.Problem {
	p := bad(d.File, 0, message, hint)
	p.Place = d.place(offset)
	p.Len = len([]rune(found))
	return p
}
