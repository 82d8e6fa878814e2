package content

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"
)

// anchors makes identifiers of headings and terms: accents folded, words joined
// by hyphens.
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

// termAnchors gives each term of a definition list an anchor, so that a glossary
// can be linked to word by word.
type termAnchors struct{}

// Transform sets the anchors of terms.
func (termAnchors) Transform(doc *ast.Document, reader text.Reader, ctx parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == extast.KindDefinitionTerm {
			n.SetAttributeString("id", ctx.IDs().Generate(n.Lines().Value(reader.Source()), n.Kind()))
		}
		return ast.WalkContinue, nil
	})
}

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
