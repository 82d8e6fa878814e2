package content

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vigie/internal/value/problem"
)

var (
	// typed is a number written by hand beside a sign or word of money or share.
	typed = regexp.MustCompile(`(?i)[0-9][0-9 .,\x{a0}\x{202f}]*(k€|m€|md€|€|%|euros?\b|pour cent|per ?cent|milliards?|millions?|billions?|bn\b)|€ ?[0-9]`)
	// stray is an opening brace that places nothing.
	stray = regexp.MustCompile(`\{[^}\s]*\}?`)
)

// faults reports what prose must not hold: measured numbers typed by hand, raw
// HTML, braces that place nothing.
func (d *Doc) faults(tree ast.Node, place Placer) problem.List {
	var out problem.List
	counted := beside(place.Units())
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.FencedCodeBlock, *ast.CodeBlock:
			return ast.WalkSkipChildren, nil
		case *ast.HTMLBlock:
			out = append(out, d.rawHTML(n.Lines().At(0).Start))
		case *ast.RawHTML:
			out = append(out, d.rawHTML(n.Segments.At(0).Start))
		case *ast.Text:
			words := n.Segment.Value(d.body)
			for _, pattern := range []*regexp.Regexp{typed, counted} {
				if at := pattern.FindIndex(words); at != nil {
					found := strings.TrimSpace(string(words[at[0]:at[1]]))
					out = append(out, d.problemAt(n.Segment.Start+at[0], found, fmt.Sprintf("%q is a number typed by hand", found),
						"place the figure by its name, such as {figure:orders-per-year/2024}, so that it keeps its proof"))
					break
				}
			}
			if at := stray.FindIndex(words); at != nil {
				found := string(words[at[0]:at[1]])
				out = append(out, d.problemAt(n.Segment.Start+at[0], found, fmt.Sprintf("%q places nothing", found),
					otherwiseWritten(place, found)))
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

func (d *Doc) rawHTML(offset int) problem.Problem {
	return d.problemAt(offset, "", "HTML is not let through in prose", "write it in Markdown")
}

// nothing matches no text.
var nothing = regexp.MustCompile(`$.^`)

// beside matches a number of two digits or more, typed before one of the words of
// units: "847 projets". Single digits are left to prose ("les 3 niveaux").
func beside(units []string) *regexp.Regexp {
	var words []string
	for _, u := range units {
		if u != "" {
			words = append(words, regexp.QuoteMeta(u))
		}
	}
	if len(words) == 0 {
		return nothing
	}
	// The longest first, so that the whole of a unit is reported.
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	return regexp.MustCompile(`(?i)[0-9][0-9 .,\x{a0}\x{202f}]*[0-9][ \x{a0}](` + strings.Join(words, "|") + `)`)
}
