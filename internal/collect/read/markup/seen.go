package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Shown says that a page shows an element: neither it nor one that holds it is
// hidden from the eye.
func Shown(n *html.Node) bool { return shownWithin(n, nil) }

// shownWithin says it as far as an element that holds it, whatever hides that one.
func shownWithin(n, holder *html.Node) bool {
	for ; n != holder && n != nil; n = n.Parent {
		if n.Type == html.ElementNode && n.DataAtom != atom.Head && unseen(n) {
			return false
		}
	}
	return true
}

// unseen says that a page does not show an element, shows it struck out, or shows
// it to screen readers alone, which repeat there what the eye sees.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Iframe, atom.Object, atom.Svg, atom.Math:
		return true
	case atom.Del, atom.S, atom.Strike, atom.Datalist:
		return true
	case atom.Dialog:
		if !has(n, "open") {
			return true
		}
	case atom.Option:
		return !chosen(n)
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "class":
			if hiddenByClass(strings.Fields(a.Val)) {
				return true
			}
		case "style":
			if hiddenByStyle(a.Val) {
				return true
			}
		case "role":
			if a.Val == "tooltip" {
				return true
			}
		case "aria-hidden":
			if a.Val == "true" && repeated(n) {
				return true
			}
		}
	}
	return false
}

// Classes of the frameworks that public sites are made with (DSFR, Bootstrap,
// Tailwind) which hide an element from the eye.
var (
	hiding = map[string]bool{"fr-hidden": true, "d-none": true, "hidden": true, "is-hidden": true, "invisible": true,
		"fr-sr-only": true, "sr-only": true, "visually-hidden": true, "screen-reader-text": true,
		"line-through": true, "text-decoration-line-through": true, "strikethrough": true, "barre": true}
	unhiding = []string{"fr-unhidden-", "d-sm-", "d-md-", "d-lg-", "d-xl-", "d-xxl-", "sm:", "md:", "lg:", "xl:", "2xl:"}
)

// hiddenByClass says that classes hide an element on every screen: one that is
// shown on large ones is not hidden.
func hiddenByClass(classes []string) bool {
	hidden := false
	for _, c := range classes {
		for _, u := range unhiding {
			if strings.HasPrefix(c, u) && !strings.HasSuffix(c, "none") && !strings.HasSuffix(c, "hidden") {
				return false
			}
		}
		hidden = hidden || hiding[c]
	}
	return hidden
}

// near is how far apart, in elements and texts, what is shown twice may stand.
const near = 16

// repeated says that an element hidden from screen readers stands beside one that
// everybody is shown, with the same words: they are read once.
func repeated(n *html.Node) bool {
	words := plainOf(n)
	if n.Parent == nil || words == "" {
		return false
	}
	first := n
	for range near {
		if first.PrevSibling == nil {
			break
		}
		first = first.PrevSibling
	}
	for i, s := 0, first; s != nil && i < 2*near; i, s = i+1, s.NextSibling {
		if s == n || s.Type != html.ElementNode || attribute(s, "aria-hidden") == "true" {
			continue
		}
		if !unseen(s) && plainOf(s) == words {
			return true
		}
	}
	return false
}

// chosen says that an option of a list is the one that the page shows.
func chosen(n *html.Node) bool {
	if has(n, "selected") {
		return true
	}
	for s := n.PrevSibling; s != nil; s = s.PrevSibling {
		if s.DataAtom == atom.Option {
			return false
		}
	}
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if has(s, "selected") {
			return false
		}
	}
	return true
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// plainOf is the text of an element, as far as it is short: what repeats a number
// or a name.
func plainOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node) bool
	walk = func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if b.Len() > 500 || !walk(c) {
				return false
			}
		}
		return b.Len() <= 500
	}
	if !walk(n) {
		return ""
	}
	return Plain(b.String())
}
