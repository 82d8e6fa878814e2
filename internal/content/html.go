package content

import (
	"bytes"
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/lang"
	"vigie/internal/problem"
)

// Placer gives the HTML of what prose places by name.
type Placer interface {
	// Figure gives the HTML of a figure by its identifier; false when there is none.
	Figure(id string) (template.HTML, bool)
	// Chart gives the HTML of the chart of an indicator; false when there is none.
	Chart(id string) (template.HTML, bool)
}

var (
	placed = regexp.MustCompile(`\{(figure|chart):([a-z0-9_./-]+)\}`)
	// typed is a number written by hand beside a unit that the data measure.
	typed = regexp.MustCompile(`[0-9][0-9 .,\x{a0}\x{202f}]*(M€|Md€|€|%|milliards?|millions?|bn\b)|€ ?[0-9]`)
)

// HTML renders the prose, with each figure and chart in its place.
func (d *Doc) HTML(place Placer) (template.HTML, problem.List) {
	var problems problem.List
	body := d.body
	slots := map[string]template.HTML{}
	body = placed.ReplaceAllFunc(body, func(m []byte) []byte {
		sub := placed.FindSubmatch(m)
		kind, id := string(sub[1]), string(sub[2])
		get := place.Figure
		if kind == "chart" {
			get = place.Chart
		}
		html, ok := get(id)
		if !ok {
			problems = append(problems, bad(d.File, d.lineOf(m), fmt.Sprintf("there is no %s named %q", kind, id),
				"names are identifiers of figures (series/period) and of indicators"))
			return m
		}
		// A private-use character on both sides: no Markdown, no HTML, no text holds it.
		key := fmt.Sprintf("\ue000%d\ue001", len(slots))
		slots[key] = html
		return []byte(key)
	})
	problems = append(problems, d.typedNumbers()...)
	var out bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.DefinitionList, extension.Strikethrough),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	ctx := parser.NewContext(parser.WithIDs(&anchors{seen: map[string]int{}}))
	if err := md.Convert([]byte(lang.Typeset(d.Lang, string(body))), &out, parser.WithContext(ctx)); err != nil {
		problems = append(problems, bad(d.File, 1, err.Error(), ""))
	}
	html := out.String()
	for key, slot := range slots {
		html = strings.ReplaceAll(html, "<p>"+key+"</p>", string(slot)) // a chart alone in its paragraph
		html = strings.ReplaceAll(html, key, string(slot))
	}
	return template.HTML(html), problems
}

func (d *Doc) lineOf(m []byte) int {
	i := bytes.Index(d.body, m)
	return d.line + bytes.Count(d.body[:max(i, 0)], []byte("\n"))
}

// typedNumbers finds measured numbers typed by hand, code apart.
func (d *Doc) typedNumbers() problem.List {
	var out problem.List
	doc := goldmark.DefaultParser().Parse(text.NewReader(d.body))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindCodeSpan || n.Kind() == ast.KindFencedCodeBlock || n.Kind() == ast.KindCodeBlock {
			return ast.WalkSkipChildren, nil
		}
		t, ok := n.(*ast.Text)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		if at := typed.FindIndex(t.Segment.Value(d.body)); at != nil {
			start := t.Segment.Start + at[0]
			p := bad(d.File, d.line+bytes.Count(d.body[:start], []byte("\n")),
				fmt.Sprintf("%q is a number typed by hand", strings.TrimSpace(string(d.body[start:t.Segment.Start+at[1]]))),
				"place the figure by its name, such as {figure:ugap-orders-per-year/2024}, so that it keeps its proof")
			p.Col = start - bytes.LastIndexByte(d.body[:start], '\n')
			out = append(out, p)
		}
		return ast.WalkContinue, nil
	})
	return out
}

// anchors makes identifiers of headings: accents folded, words joined by hyphens.
type anchors struct{ seen map[string]int }

// Generate makes the identifier of a heading.
func (a *anchors) Generate(value []byte, _ ast.NodeKind) []byte {
	id := Slug(string(value))
	if id == "" {
		id = "section"
	}
	a.seen[id]++
	if n := a.seen[id]; n > 1 {
		id = fmt.Sprintf("%s-%d", id, n)
	}
	return []byte(id)
}

// Put takes note of an identifier given by hand.
func (a *anchors) Put(value []byte) { a.seen[string(value)]++ }

// Slug folds accents and keeps lower-case ASCII letters, digits and hyphens.
func Slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range norm.NFD.String(strings.NewReplacer("œ", "oe", "Œ", "oe", "æ", "ae").Replace(strings.ToLower(s))) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		case r < 0x300 || r > 0x36f: // not a combining mark
			dash = true
		}
	}
	return b.String()
}
