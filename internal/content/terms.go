package content

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Term is a term that prose defines, with its anchor on the page.
type Term struct {
	Words, Anchor string
}

// Terms lists the terms of the definition lists of the prose, in its order.
func (d *Doc) Terms() []Term {
	var out []Term
	_ = ast.Walk(d.parse(markdown(d.Lang)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == extast.KindDefinitionTerm {
			id, _ := n.AttributeString("id")
			anchor, _ := id.([]byte)
			out = append(out, Term{string(n.Lines().Value(d.body)), string(anchor)})
		}
		return ast.WalkContinue, nil
	})
	return out
}
