package site_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"vigie/internal/site"
)

// whole renders a page with its frame.
func whole(t *testing.T, s *site.Site, p site.Page) string {
	t.Helper()
	main, err := s.Theme.Render(p.Lang, p.Template, p.Body)
	if err != nil {
		t.Fatalf("%s: %v", p.Address, err)
	}
	page, err := s.Theme.Render(p.Lang, "page", s.Frame(p, site.Prose(main)))
	if err != nil {
		t.Fatalf("%s: %v", p.Address, err)
	}
	return string(page)
}

// outline is what a page is made of, as far as these tests look.
type outline struct {
	lang     string
	headings []string
	ids      map[string]bool
	links    []string
	faults   []string
}

func read(page string) outline {
	o := outline{ids: map[string]bool{}}
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return o
		case html.StartTagToken, html.SelfClosingTagToken:
			o.take(z.Token())
		}
	}
}

var heading = regexp.MustCompile(`^h[1-6]$`)

func (o *outline) take(e html.Token) {
	if heading.MatchString(e.Data) {
		o.headings = append(o.headings, e.Data)
	}
	given := map[string]string{}
	for _, a := range e.Attr {
		given[a.Key] = a.Val
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			o.faults = append(o.faults, fmt.Sprintf("<%s %s=…>: the policy of the pages forbids it", e.Data, a.Key))
		}
	}
	if id, ok := given["id"]; ok {
		if o.ids[id] || id == "" || strings.ContainsAny(id, " \u00a0") {
			o.faults = append(o.faults, fmt.Sprintf("id %q is empty, has a space or stands twice", id))
		}
		o.ids[id] = true
	}
	switch {
	case e.Data == "html":
		o.lang = given["lang"]
	case e.Data == "a":
		o.links = append(o.links, given["href"])
	case given["popovertarget"] != "":
		o.links = append(o.links, "#"+given["popovertarget"])
	case e.Data == "script" && given["src"] == "" && !strings.HasSuffix(given["type"], "json"):
		o.faults = append(o.faults, "a script stands in the page: the policy forbids it")
	}
}

// order says where headings skip a level.
func (o outline) order() string {
	last := byte('0')
	for _, h := range o.headings {
		if h[1] > last+1 {
			return fmt.Sprintf("%s comes after h%c", h, last)
		}
		last = h[1]
	}
	return ""
}

// policy opens the Content-Security-Policy of every page.
const policy = `content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self';`

func TestEveryPageIsWellMade(t *testing.T) { wellMade(t, withAddress(t)) }

// wellMade looks at every page of a site.
func wellMade(t *testing.T, s *site.Site) {
	t.Helper()
	ids := map[string]map[string]bool{}
	type pointer struct{ from, to string }
	var anchors []pointer
	for p := range s.Pages() {
		page := whole(t, s, p)
		o := read(page)
		ids[p.Address] = o.ids
		for _, l := range o.links {
			if strings.HasPrefix(l, "#") {
				l = p.Address + l
			}
			if strings.HasPrefix(l, "/") && strings.Contains(l, "#") {
				anchors = append(anchors, pointer{p.Address, l})
			}
		}
		for _, fault := range o.faults {
			t.Errorf("%s: %s", p.Address, fault)
		}
		if skipped := o.order(); skipped != "" {
			t.Errorf("%s: %s", p.Address, skipped)
		}
		if n := strings.Count(strings.Join(o.headings, " "), "h1"); n != 1 {
			t.Errorf("%s has %d titles", p.Address, n)
		}
		if o.lang != string(p.Lang) {
			t.Errorf("%s: its language is %q", p.Address, o.lang)
		}
		if !strings.Contains(page, policy) {
			t.Errorf("%s has no strict Content-Security-Policy", p.Address)
		}
		for _, slip := range []string{"⟦", "<no value>", "ZgotmplZ", "%!"} {
			if i := strings.Index(page, slip); i >= 0 {
				t.Errorf("%s: %s", p.Address, page[i:min(len(page), i+60)])
			}
		}
	}
	for _, a := range anchors {
		page, anchor, _ := strings.Cut(a.to, "#")
		if !ids[page][anchor] {
			t.Errorf("%s points to %s, where there is no such anchor", a.from, a.to)
		}
	}
}
