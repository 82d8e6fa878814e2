package content

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"vigie/internal/value/lang"
)

// typesetter writes running text with the spaces and apostrophes of a language.
// Code, addresses and the marks of tables keep theirs.
type typesetter struct{ lang lang.Lang }

// RegisterFuncs registers what is rendered here.
func (t typesetter) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindText, t.text)
}

func (t typesetter) text(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Text)
	html.DefaultWriter.Write(w, []byte(lang.Typeset(t.lang, string(n.Segment.Value(source)))))
	switch {
	case n.HardLineBreak():
		_, _ = w.WriteString("<br>\n")
	case n.SoftLineBreak():
		_ = w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// joinedText puts together the runs of text that reading has cut at characters
// which might have opened something ("oui" and "!"), so that words and their
// spaces are seen as a whole.
type joinedText struct{}

// Transform joins runs of text.
func (joinedText) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if run, ok := n.(*ast.Text); ok && entering {
			for next := run.NextSibling(); next != nil && run.Merge(next, reader.Source()); next = run.NextSibling() {
				run.Parent().RemoveChild(run.Parent(), next)
			}
		}
		return ast.WalkContinue, nil
	})
}
