package feed

import (
	"bytes"
	"encoding/xml"

	"vigie/internal/value/cal"
)

// Atom is a feed of what happened.
type Atom struct {
	ID       string // made by Tag
	Lang     string
	Title    string
	Subtitle string
	Author   string
	Rights   string
	Self     string // full address of the feed; empty when the site has none
	Page     string // full address of the page that says the same
	Updated  cal.Day
	Entries  []Entry
}

// Entry is one thing that happened.
type Entry struct {
	ID        string // made by Tag
	Title     string
	Page      string  // full address; empty when the site has none
	Published cal.Day // first day of when it happened
	Updated   cal.Day // when what is said of it last changed
	Category  string
	Label     string // of the category
	Summary   string
	Sources   []string // full addresses of the documents it rests on
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomAuthor  `xml:"author"`
	Rights   string      `xml:"rights,omitempty"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string        `xml:"id"`
	Title     string        `xml:"title"`
	Updated   string        `xml:"updated"`
	Published string        `xml:"published,omitempty"`
	Category  *atomCategory `xml:"category"`
	Links     []atomLink    `xml:"link"`
	Content   string        `xml:"content"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// Bytes writes the feed.
func (a Atom) Bytes() []byte {
	out := atomFeed{Lang: a.Lang, ID: a.ID, Title: a.Title, Subtitle: a.Subtitle, Updated: instant(a.Updated),
		Author: atomAuthor{a.Author}, Rights: a.Rights}
	// readers that look at one link alone take the first: the page
	out.Links = links(atomLink{"alternate", "text/html", a.Page}, atomLink{"self", "application/atom+xml", a.Self})
	for _, e := range a.Entries {
		entry := atomEntry{ID: e.ID, Title: e.Title, Updated: instant(e.Updated), Content: e.Summary,
			Links: links(atomLink{"alternate", "text/html", e.Page})}
		if !e.Published.IsZero() {
			entry.Published = instant(e.Published)
		}
		if e.Category != "" {
			entry.Category = &atomCategory{e.Category, e.Label}
		}
		for _, s := range e.Sources {
			entry.Links = append(entry.Links, links(atomLink{"via", "", s})...)
		}
		out.Entries = append(out.Entries, entry)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(out); err != nil {
		panic(err) // texts cannot fail
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// links keeps those that lead somewhere.
func links(list ...atomLink) []atomLink {
	var out []atomLink
	for _, l := range list {
		if l.Href != "" {
			out = append(out, l)
		}
	}
	return out
}
