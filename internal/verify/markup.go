package verify

import (
	"path"
	"strings"

	"golang.org/x/net/html"
)

// attr gives an attribute of an element.
func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// has says that an attribute has a word among its words.
func has(n *html.Node, key, word string) bool {
	v, _ := attr(n, key)
	for _, w := range strings.Fields(v) {
		if w == word {
			return true
		}
	}
	return false
}

// text is all words in a node.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return plain(b.String())
}

// first is the first element below a node that fits; nil when none does.
func first(n *html.Node, fits func(*html.Node) bool) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && fits(d) {
			return d
		}
	}
	return nil
}

// all are the elements below a node that fit.
func all(n *html.Node, fits func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && fits(d) {
			out = append(out, d)
		}
	}
	return out
}

// element says that a node is an element of a name.
func element(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

// addressOf is the address at which a file answers.
func addressOf(file string) string { return "/" + strings.TrimSuffix(file, "index.html") }

// resolve is where a link of a page leads on this site, with its fragment; the
// link itself when it leads elsewhere.
func resolve(page, href, base string) string {
	if base != "" && strings.HasPrefix(href, base) {
		href = "/" + strings.TrimPrefix(href, base)
	}
	if strings.Contains(href, "://") || strings.HasPrefix(href, "mailto:") {
		return href
	}
	target, fragment, cut := strings.Cut(href, "#")
	switch {
	case target == "":
		target = page
	case !strings.HasPrefix(target, "/"):
		trail := strings.HasSuffix(target, "/") || target == "." || target == ".."
		target = path.Join(path.Dir(page+"x"), target)
		if trail && target != "/" {
			target += "/"
		}
	}
	target = strings.TrimSuffix(target, "index.html")
	if cut {
		target += "#" + fragment
	}
	return target
}

// fileOf is the file that answers at an address.
func fileOf(address string) string {
	address, _, _ = strings.Cut(strings.TrimPrefix(address, "/"), "#")
	if address == "" || strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return address
}
