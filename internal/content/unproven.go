package content

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// unproven finds the paragraphs that say that nobody publishes something, and do
// not lead to a silence whose place was read: a link to its anchor on the page of
// silences ("/silences/#demat-and-cloud-hosting").
func (d *Doc) unproven(tree ast.Node, place Placer) problem.List {
	var out problem.List
	for _, key := range []string{"title", "description"} {
		head := d.front.word(key)
		if at := lang.NobodyPublishes(head); at != nil {
			p := bad(d.File, 1,
				fmt.Sprintf("%q in a title or a description, which lead to no place that was read", head[at[0]:at[1]]),
				"write that it was not found")
			p.Place = d.front[key][0].At
			out = append(out, p)
		}
	}
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock || n.FirstChild() == nil || n.FirstChild().Type() != ast.TypeInline {
			return ast.WalkContinue, nil
		}
		found, proven := -1, false
		_ = ast.Walk(n, func(in ast.Node, entering bool) (ast.WalkStatus, error) {
			switch in := in.(type) {
			case *ast.Text:
				if at := lang.NobodyPublishes(string(in.Segment.Value(d.body))); entering && at != nil && found < 0 {
					found = in.Segment.Start + at[0]
				}
			case *ast.Link:
				if _, silence, anchored := strings.Cut(string(in.Destination), "#"); anchored && place.Unpublished(silence) {
					proven = true
				}
			}
			return ast.WalkContinue, nil
		})
		if found >= 0 && !proven {
			words := lang.NobodyPublishes(string(d.body[found:]))
			phrase := string(d.body[found : found+words[1]])
			out = append(out,
				d.problemAt(found, phrase, fmt.Sprintf("%q, and the paragraph leads to no place that was read", phrase),
					"link it to a silence that is not-published (/silences/#its-identifier), or write that it was not found"))
		}
		return ast.WalkSkipChildren, nil
	})
	return out
}
