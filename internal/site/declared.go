package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/content"
	"vigie/internal/value/lang"
)

// Pages that front matter declares, in the order of their places: a topic, a page of
// prose alone, or that of the components of the theme. Their addresses are those of their files.

// The templates that front matter may name.
const (
	topicTemplate  = "topic"
	proseTemplate  = "prose"
	designTemplate = "design"
)

var templates = []string{topicTemplate, proseTemplate, designTemplate}

// placed lists the pages of the menu, then those of the footer.
func (s *Site) placed() []*content.Page { return slices.Concat(s.Content.Menu(), s.Content.Footer()) }

// mainPages are the keys of the pages where a reader starts: those of the menu, and
// the topics beside it.
func (s *Site) mainPages() []string {
	var out []string
	for _, p := range s.placed() {
		if p.Menu > 0 || p.Template.ID == topicTemplate {
			out = append(out, p.Key)
		}
	}
	return out
}

func declaredPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, d := range v.site.placed() {
			if v.site.Content.Doc(v.l, d.Key) == nil {
				continue // reported: it has no version in this language
			}
			var p Page
			switch d.Template.ID {
			case topicTemplate:
				p = v.topic(d)
			case proseTemplate:
				title, lead, prose := v.intro(d.Key)
				p = v.page(d.Key, "prose", title, lead, ProsePage{prose})
			case designTemplate:
				p = v.design(d)
			default:
				continue
			}
			p.Crumbs = v.above(d.Key)
			if !yield(p) {
				return
			}
		}
	}
}

// above links to the declared pages in whose folders a page stands, from the top.
func (v view) above(key string) []Link {
	own := v.site.Content.Doc(v.l, key).Address
	var out []Link
	for i := range own {
		if own[i] != '/' {
			continue
		}
		for _, d := range v.site.Content.Docs(v.l) {
			if d.Address == own[:i] && v.site.standsAtItsFile(d) {
				out = append(out, v.section(d.Key))
			}
		}
	}
	return out
}

// standsAtItsFile says that the file of a page is at its address.
func (s *Site) standsAtItsFile(d *content.Doc) bool {
	return strings.TrimSuffix(s.Href(d.Lang, d.Key), "/") == strings.TrimSuffix(s.root(d.Lang), "/")+"/"+d.Address
}

// FileOf is the file that declares a page; empty for a page that the engine plans.
func (s *Site) FileOf(p Page) string {
	if d := s.Content.Doc(p.Lang, p.Key); d != nil && d.Page.Template.ID != "" {
		return d.File
	}
	return ""
}

// names lists the identifiers of names.
func names(list []content.Name) []string {
	var out []string
	for _, n := range list {
		out = append(out, n.ID)
	}
	return out
}

// hasPage says whether a page of that key is planned: by front matter, or by the engine.
func (s *Site) hasPage(l lang.Lang, key string) bool {
	d := s.Content.Doc(l, key)
	return s.planned(key) && s.has(key) || d != nil && d.Page.Template.ID != ""
}
