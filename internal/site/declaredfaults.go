package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/content"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// What front matter names is checked against the data before any page is planned:
// a topic whose chart is missing would show less than it announces, unseen.

const pageRule = "page"

var (
	pageKey     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	pageAddress = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$`)
)

// Declared reports what is wrong in what front matter says of pages.
func (s *Site) Declared() problem.List {
	c := declaredCheck{site: s}
	for _, p := range s.Content.Pages() {
		if p.Template.ID != "" {
			c.declared(p)
		} else {
			c.planned(p)
		}
	}
	for _, l := range s.Config.Languages {
		for _, d := range s.Content.Docs(l) {
			c.address(d)
		}
	}
	c.found = append(c.found, s.Audit.Unknown(s.has)...)
	c.found.Sort()
	return c.found
}

// declaredCheck gathers faults of front matter.
type declaredCheck struct {
	site  *Site
	found problem.List
}

func (c *declaredCheck) fault(at problem.Place, message, hint string) {
	c.found = append(c.found, problem.Problem{Place: at, Severity: problem.Error, Rule: pageRule,
		Message: message, Hint: hint})
}

// declared checks a page that front matter declares.
func (c *declaredCheck) declared(p *content.Page) {
	if !slices.Contains(templates, p.Template.ID) {
		c.unknown(p.Template, "template", templates)
		return
	}
	at := c.keyAt(p)
	if c.site.planned(p.Key) || !pageKey.MatchString(p.Key) {
		c.fault(at, fmt.Sprintf("the key %q cannot be that of a page with a template", p.Key),
			"choose one of lower-case letters, digits and hyphens that no page of the engine has")
		return
	}
	if p.Menu == 0 && p.Footer == 0 {
		c.fault(p.Template.At, fmt.Sprintf("no reader would find the page %q: it has no place", p.Key),
			"give it a place: menu: or footer:, with a number")
	}
	if p.Template.ID == proseTemplate {
		c.nothingShown(p, "a page of prose places its charts in its text, {chart:…}; template: topic shows these")
		return
	}
	c.names(p.Charts, "indicator", c.indicators(), "")
	if p.Template.ID == designTemplate {
		rest := *p
		rest.Charts = nil
		c.nothingShown(&rest, "template: design shows one chart, and no other records")
		return
	}
	c.names(p.Series, "series", c.series(), "*")
	c.names(p.Commitments, "commitment", c.commitments(), "")
	c.names(p.Notices, "notice", c.site.notices(), "")
}

// withCharts are the pages that the engine plans and whose front matter names charts.
var withCharts = []string{homeKey, "tiers", "qualifications", "providers", "organisations", "commitments", "silences",
	"findings", "sources"}

// planned checks what is said of a page that the engine plans, or of an answer.
func (c *declaredCheck) planned(p *content.Page) {
	page := c.site.planned(p.Key)
	first, below, _ := strings.Cut(p.Key, "/")
	answer, tier, board := first+"/" == answersKey, false, false
	if id, part, parted := strings.Cut(below, "/"); first == "tiers" &&
		c.site.Data.Has(record.Ref{Kind: record.Tiers, ID: id}) {
		tier, board = true, parted
		if parted && "/"+part != boardExists && "/"+part != boardKnown {
			tier = false
		}
	}
	switch {
	case page:
	case tier && !board: // the board shows its promises
		c.names(p.Commitments, "commitment", c.commitments(), "")
		rest := *p
		rest.Commitments, p = nil, &rest
	case !answer && !tier:
		for _, l := range c.site.Config.Languages {
			if d := c.site.Content.Doc(l, p.Key); d != nil {
				c.fault(d.KeyAt, fmt.Sprintf("no page shows the prose of the key %q", p.Key), hintNear(p.Key, c.pageKeys(),
					"give it template: topic or template: prose, and a place in the menu or the footer"))
			}
		}
		return
	case p.Menu > 0 || p.Footer > 0:
		c.fault(p.Place, fmt.Sprintf("%q is no page of its own: it has no place in a menu", p.Key),
			"leave menu and footer out, or give it template: topic or prose")
	case answer:
		_, about, _ := strings.Cut(below, "-")
		if !c.site.hasPage(c.site.Config.Languages.First(), about) {
			c.fault(c.keyAt(p), fmt.Sprintf("the answer leads to the page %q, which is not there", about),
				hintNear(about, c.pageKeys(), "its key is answers/<order>-<key of a page>"))
		}
	}
	if answer || slices.Contains(withCharts, p.Key) { // charts beside an answer are small pictures
		c.names(p.Charts, "indicator", c.indicators(), "")
		rest := *p
		rest.Charts, p = nil, &rest
	}
	c.nothingShown(p, "leave this out: only template: topic takes it; prose places a chart with {chart:…}")
}

// nothingShown reports lists of what only a topic shows.
func (c *declaredCheck) nothingShown(p *content.Page, hint string) {
	for _, list := range [][]content.Name{p.Charts, p.Series, p.Commitments, p.Notices} {
		if len(list) > 0 {
			c.fault(list[0].At, fmt.Sprintf("the page %q is no topic and does not show this", p.Key), hint)
		}
	}
}

// names reports names that nothing bears; those that end in the given mark are
// beginnings of names.
func (c *declaredCheck) names(list []content.Name, what string, known []string, beginning string) {
	for _, n := range list {
		start, begins := strings.CutSuffix(n.ID, beginning)
		switch {
		case slices.Contains(known, n.ID):
		case beginning != "" && begins:
			if !slices.ContainsFunc(known, func(id string) bool { return strings.HasPrefix(id, start) }) {
				c.fault(n.At, fmt.Sprintf("no %s begins with %q", what, start), hintNear(start, known, ""))
			}
		default:
			c.unknown(n, what, known)
		}
	}
}

func (c *declaredCheck) unknown(n content.Name, what string, known []string) {
	c.fault(n.At, fmt.Sprintf("there is no %s named %q", what, n.ID), hintNear(n.ID, known, ""))
}

// address checks where the file of a page stands.
func (c *declaredCheck) address(d *content.Doc) {
	page := d.Page.Template.ID != "" || c.site.planned(d.Key) && d.Key != homeKey
	if page && !pageAddress.MatchString(d.Address) {
		c.fault(problem.Place{File: d.File, Line: 1, Col: 1}, fmt.Sprintf("%q cannot be an address", d.Address),
			"its name is the address: name the file in lower-case letters without accents, digits and hyphens")
	}
}

// keyAt is where the key of a page is first written.
func (c *declaredCheck) keyAt(p *content.Page) problem.Place {
	for _, l := range c.site.Config.Languages {
		if d := c.site.Content.Doc(l, p.Key); d != nil {
			return d.KeyAt
		}
	}
	return problem.Place{}
}
