package recipe

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vigie/internal/collect/read/markup"
)

// takings are the elements of a row that a recipe takes or ignores (true), and
// those that hold some of them (false).
type takings map[*html.Node]bool

func (t takings) add(s *goquery.Selection) {
	for _, n := range s.Nodes {
		t[n] = true
		for p := n.Parent; p != nil; p = p.Parent {
			if _, known := t[p]; known {
				break
			}
			t[p] = false
		}
	}
}

// unread lists the texts of an element that nothing takes, each by the way to it.
func (t takings) unread(n *html.Node, path []string, add func(path, example string)) {
	taken, holds := t[n]
	switch {
	case taken:
		return
	case holds:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			inner := path
			if c.Type == html.ElementNode {
				inner = append(path[:len(path):len(path)], step(c))
			}
			t.unread(c, inner, add)
		}
		return
	}
	text := markup.Plain(n.Data)
	if n.Type != html.TextNode {
		text = markup.Words(goquery.NewDocumentFromNode(n).Selection)
	}
	if text != "" {
		add(strings.Join(path, " > "), text)
	}
}

// maxPlace is how far a cell is counted from the first one of its row.
const maxPlace = 1_000

// step names an element so that a selector can be written from it.
func step(n *html.Node) string {
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		place := 1
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			if s.Type == html.ElementNode {
				place++
			}
			if place > maxPlace {
				return n.Data
			}
		}
		return fmt.Sprintf("%s:nth-child(%d)", n.Data, place)
	}
	for _, a := range n.Attr {
		if classes := strings.Fields(a.Val); a.Key == "class" && len(classes) > 0 {
			return n.Data + "." + classes[0]
		}
	}
	return n.Data
}
