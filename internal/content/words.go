package content

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"vigie/internal/value/lang"
)

// Words is the first paragraph as words alone, in one line, with the text of each figure in
// its place. A chart has no words.
func (d *Doc) Words(figure func(id string) string) string {
	first := d.parse(markdown(d.Lang)).FirstChild()
	if first == nil {
		return ""
	}
	var b strings.Builder
	_ = ast.Walk(first, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *placing:
			if n.what == "figure" {
				b.WriteString(figure(n.id))
			}
		case *ast.Text:
			run := util.ResolveEntityNames(util.UnescapePunctuations(n.Segment.Value(d.body)))
			b.WriteString(lang.Typeset(d.Lang, string(run)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
