package content

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vigie/internal/value/problem"
)

// schemes are those that a link of the prose may lead to.
var schemes = []string{"https", "http", "mailto", "tel"}

const fromTheRoot = "write an address of the site from its root, such as /methode/, or a whole one (https://…)"

// astray are the links and pictures of the prose that lead nowhere, or where no page
// of the site may lead. Those that start at the root of the site are held to its
// pages once all of them are known (see Leading).
func (d *Doc) astray(tree ast.Node) problem.List {
	var out problem.List
	each(tree, d.body, func(n ast.Node, to string) {
		if fault, hint := d.faultOf(n, to); fault != "" {
			out = append(out, d.problemAt(max(0, n.Pos()), "", fault, hint))
		}
	})
	return out
}

// each calls found with the links and pictures of a tree, and where they lead.
func each(tree ast.Node, body []byte, found func(n ast.Node, to string)) {
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			switch n := n.(type) {
			case *ast.Link:
				found(n, string(n.Destination))
			case *ast.AutoLink: // <https://…>; one of a mailbox needs no scheme
				if n.AutoLinkType == ast.AutoLinkURL {
					found(n, string(n.URL(body)))
				}
			case *ast.Image:
				found(n, string(n.Destination))
			}
		}
		return ast.WalkContinue, nil
	})
}

func (d *Doc) faultOf(n ast.Node, to string) (fault, hint string) {
	u, err := url.Parse(to)
	_, picture := n.(*ast.Image)
	switch {
	case to == "":
		return "a link leads nowhere", fromTheRoot
	case err != nil:
		return fmt.Sprintf("%q is no address", to), fromTheRoot
	case picture && (u.Scheme != "" || u.Host != ""):
		return fmt.Sprintf("the picture %q is not of this site: whoever reads the page would be seen there, and "+
				"the header of the site keeps browsers from loading it", to),
			"put the file in themes/<theme>/assets, if its licence lets you, and show it from the theme; or link to its page"
	case u.Scheme == "" && u.Host != "":
		return fmt.Sprintf("%q is an address without its scheme", to), "write https: before it"
	case u.Scheme != "" && !slices.Contains(schemes, strings.ToLower(u.Scheme)):
		return fmt.Sprintf("a link to %q is emptied: links lead to %s", to, strings.Join(schemes, ", ")), fromTheRoot
	case strings.HasPrefix(u.Scheme, "http") && (u.Host == "" || u.User != nil):
		return fmt.Sprintf("%q is no address of a page", to), fromTheRoot
	case u.Scheme == "" && !strings.HasPrefix(to, "/") && (picture || !strings.HasPrefix(to, "#")):
		return fmt.Sprintf("%q is relative: it leads nowhere once the page has an address of its own", to), fromTheRoot
	}
	return "", ""
}

// Leading gives where the prose leads to an address of the site, without what
// follows a #; false when it does not.
func (d *Doc) Leading(address string) (problem.Place, bool) {
	var at problem.Place
	each(d.parse(markdown(d.Lang)), d.body, func(n ast.Node, to string) {
		if to, _, _ = strings.Cut(to, "#"); to == address && at.File == "" {
			at = d.place(max(0, n.Pos()))
		}
	})
	return at, at.File != ""
}
