package markup

import (
	"regexp"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vigie/internal/collect/read/budget"
)

// The bounds of the style sheets that stand in a page.
const (
	mostRules    = 200
	mostSelector = 200 // bytes
)

// rule is one of a style sheet: the elements that it is for, and what it says of them.
type rule struct {
	of    cascadia.Sel
	style string
}

// dress gives the elements of a page what the style sheets that stand in it say of
// whether they are seen, struck out or raised, as if it stood in their own style, before
// what does. What depends on a screen, a pointer or a program is left out, and so is
// any sheet that stands elsewhere: nothing is fetched here.
func dress(taken *budget.Budget, root *html.Node) error {
	var rules []rule
	for n := range root.Descendants() {
		if n.DataAtom == atom.Style && n.FirstChild != nil && !media.MatchString(attribute(n, "media")) {
			rules = append(rules, rulesOf(n.FirstChild.Data, mostRules-len(rules))...)
		}
	}
	if len(rules) == 0 {
		return nil
	}
	slices.SortStableFunc(rules, func(a, b rule) int {
		switch x, y := a.of.Specificity(), b.of.Specificity(); {
		case x.Less(y):
			return -1
		case y.Less(x):
			return 1
		}
		return 0
	})
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if err := taken.Err(); err != nil {
			return err
		}
		var style strings.Builder
		for _, r := range rules {
			if r.of.Match(n) {
				style.WriteString(r.style + ";")
			}
		}
		if style.Len() == 0 {
			continue
		}
		if err := taken.Bytes(ofAttribute + style.Len()); err != nil {
			return err
		}
		wear(n, style.String())
	}
	return nil
}

// wear puts a style before that of an element.
func wear(n *html.Node, style string) {
	for i, a := range n.Attr {
		if a.Key == "style" {
			n.Attr[i].Val = style + a.Val
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: "style", Val: style})
}

var (
	comment    = regexp.MustCompile(`(?s)/\*.*?(?:\*/|$)`)
	media      = regexp.MustCompile(`(?i)print|speech|[(]`)
	everywhere = regexp.MustCompile(`(?i)^@media\s+(?:screen|all)$`)
)

// rulesOf gives the rules of a style sheet that bear on what is seen, up to a number.
func rulesOf(sheet string, most int) []rule {
	var out []rule
	sheet = comment.ReplaceAllString(sheet, " ")
	for head, body, ok := next(&sheet); ok && len(out) < most; head, body, ok = next(&sheet) {
		if !everywhere.MatchString(head) {
			out = append(out, ruled(head, body)...)
			continue
		}
		for inner, what, ok := next(&body); ok && len(out) < most; inner, what, ok = next(&body) {
			out = append(out, ruled(inner, what)...)
		}
	}
	return out[:min(len(out), most)]
}

// next takes the first rule from a style sheet.
func next(sheet *string) (head, body string, ok bool) {
	head, rest, ok := strings.Cut(*sheet, "{")
	if i := strings.LastIndexByte(head, ';'); i >= 0 { // after @import
		head = head[i+1:]
	}
	end, deep := len(rest), 1
	for i := 0; i < len(rest) && deep > 0; i++ {
		switch rest[i] {
		case '{':
			deep++
		case '}':
			deep--
		}
		end = i
	}
	body, *sheet = rest[:end], rest[min(end+1, len(rest)):]
	return strings.TrimSpace(head), body, ok
}

// ruled gives what a rule says of each of its selectors. One that depends on a pointer or
// a place in the page, or that the library does not know, is left out.
func ruled(head, body string) []rule {
	style := worn(body)
	if style == "" || strings.HasPrefix(head, "@") {
		return nil
	}
	var out []rule
	for selector := range strings.SplitSeq(head, ",") {
		if len(selector) > mostSelector || strings.ContainsAny(selector, ":~") {
			continue
		}
		if of, err := cascadia.Parse(selector); err == nil {
			out = append(out, rule{of, style})
		}
	}
	return out
}

// worn keeps the declarations of a rule that bear on what is seen: all of them where they
// hide what they are for, and else those that may show again what another rule hides.
func worn(body string) string {
	body, _, _ = strings.Cut(body, "{")
	hides := hiddenByStyle(body)
	var out []string
	for declaration := range strings.SplitSeq(body, ";") {
		property, _, _ := strings.Cut(strings.ToLower(declaration), ":")
		switch property = strings.TrimSpace(property); property {
		case "display", "visibility", "opacity", "text-decoration", "text-decoration-line", "vertical-align":
			out = append(out, strings.TrimSpace(declaration))
		default:
			if hides && bearing[property] {
				out = append(out, strings.TrimSpace(declaration))
			}
		}
	}
	return strings.Join(out, ";")
}
