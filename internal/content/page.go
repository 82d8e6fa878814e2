package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"vigie/internal/value/problem"
)

// Name is the name of something else, with the place where front matter gives it.
type Name struct {
	ID string
	At problem.Place
}

// Page is what front matter says of a page beside its words: how it is made, what
// it shows and where it stands. It is the same in every language: one file says it,
// and the others leave it out, or say the same.
type Page struct {
	Key         string
	Template    Name          // "topic", "prose" or "design"; empty for a page that the engine plans
	Charts      []Name        // identifiers of indicators
	Series      []Name        // identifiers of series, or their beginnings, ending in "*"
	Commitments []Name        // identifiers
	Notices     []Name        // what the engine says beside, from a closed list
	Menu        int           // its place in the menu; zero when it has none
	Footer      int           // its place in the footer; zero when it has none
	Place       problem.Place // where its place in the menu or the footer is written

	said map[string][]Name
}

// Page is the page of a key; nil when no file has that key.
func (c *Content) Page(key string) *Page {
	if c == nil {
		return nil
	}
	for _, l := range c.languages {
		if d := c.Doc(l, key); d != nil {
			return d.Page
		}
	}
	return nil
}

// Pages lists the pages by key.
func (c *Content) Pages() []*Page {
	if c == nil {
		return nil
	}
	return c.pages
}

// Menu lists the pages of the menu, in their order.
func (c *Content) Menu() []*Page { return c.placed("menu") }

// Footer lists the pages of the footer, in their order.
func (c *Content) Footer() []*Page { return c.placed("footer") }

func (c *Content) placed(list string) []*Page {
	if c == nil {
		return nil
	}
	return c.places[list]
}

// join makes the page of each key from what its files say of it, and reports what
// they say otherwise than each other, and places that two pages have.
func (c *Content) join() problem.List {
	var out problem.List
	pages := map[string]*Page{}
	for _, l := range c.languages {
		for _, d := range c.Docs(l) {
			if pages[d.Key] == nil {
				pages[d.Key] = &Page{Key: d.Key, said: map[string][]Name{}}
				c.pages = append(c.pages, pages[d.Key])
			}
			d.Page = pages[d.Key]
			out = append(out, d.Page.add(d.front)...)
		}
	}
	slices.SortFunc(c.pages, func(a, b *Page) int { return cmp.Compare(a.Key, b.Key) })
	c.places = map[string][]*Page{}
	for _, p := range c.pages {
		out = append(out, p.settle()...)
	}
	for _, k := range placeKeys {
		c.places[k] = slices.DeleteFunc(slices.Clone(c.pages), func(p *Page) bool { return p.in(k) == 0 })
		slices.SortStableFunc(c.places[k], func(a, b *Page) int { return cmp.Compare(a.in(k), b.in(k)) })
		out = append(out, crowded(k, c.places[k])...)
	}
	return out
}

// in is the place of a page in the menu or in the footer.
func (p *Page) in(list string) int {
	if list == "menu" {
		return p.Menu
	}
	return p.Footer
}

// add takes what one file says of a page.
func (p *Page) add(f front) problem.List {
	var out problem.List
	for _, k := range pageKeys {
		switch first := p.said[k]; {
		case f[k] == nil:
		case first == nil:
			p.said[k] = f[k]
		case !slices.EqualFunc(first, f[k], func(a, b Name) bool { return a.ID == b.ID }):
			out = append(out, at(f[k][0].At, fmt.Sprintf("the page %q has other %s in another language", p.Key, k),
				"say it in one of the two files alone", first[0].At))
		}
	}
	return out
}

// settle fills a page from what was said of it.
func (p *Page) settle() problem.List {
	if t := p.said["template"]; t != nil {
		p.Template = t[0]
	}
	p.Charts, p.Series = p.said["charts"], p.said["series"]
	p.Commitments, p.Notices = p.said["commitments"], p.said["notices"]
	for _, k := range placeKeys {
		if place := p.said[k]; place != nil {
			n, _ := strconv.Atoi(place[0].ID) // read as a number before it was kept
			if k == "menu" {
				p.Menu = n
			} else {
				p.Footer = n
			}
			if p.Place.File != "" {
				message := fmt.Sprintf("the page %q is in the menu and in the footer", p.Key)
				return problem.List{at(place[0].At, message, "keep one of them", p.Place)}
			}
			p.Place = place[0].At
		}
	}
	return nil
}

// crowded reports the places of a menu that two pages have.
func crowded(list string, pages []*Page) problem.List {
	var out problem.List
	for i, p := range pages {
		n := p.in(list)
		if i == 0 || n != pages[i-1].in(list) {
			continue
		}
		free := n + 1
		for slices.ContainsFunc(pages, func(q *Page) bool { return q.in(list) == free }) {
			free++
		}
		message := fmt.Sprintf("the place %d in the %s is already that of the page %q", n, list, pages[i-1].Key)
		out = append(out, at(p.Place, message, fmt.Sprintf("the next one that is free is %d", free), pages[i-1].Place))
	}
	return out
}

// at makes a problem of a place in front matter.
func at(place problem.Place, message, hint string, also ...problem.Place) problem.Problem {
	p := bad(place.File, place.Line, message, hint)
	p.Place, p.Also = place, also
	return p
}
