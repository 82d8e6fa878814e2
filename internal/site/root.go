package site

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// rootFiles yields the files that robots, hosts and people look for at the root.
// Those that need an address or a contact are there when the settings give one.
func rootFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		files := []struct {
			path string
			text string
		}{
			{"robots.txt", s.robots()}, {"humans.txt", s.humans()}, {"llms.txt", s.llms()},
			{".well-known/security.txt", s.security()}, {"CITATION.cff", s.citation()}, {"_headers", s.headers()},
		}
		for _, f := range files {
			if f.text != "" && !yield(Extra{f.path, []byte(f.text)}) {
				return
			}
		}
		for _, f := range slices.Concat(s.sitemaps(), s.hostFiles()) {
			if !yield(f) {
				return
			}
		}
		yield(Extra{".nojekyll", nil}) // lets GitHub Pages publish names that start with a dot or _
	}
}

func (s *Site) robots() string {
	out := "User-agent: *\nAllow: /\n"
	if s.Config.BaseURL != "" {
		out += "\nSitemap: " + s.full("/sitemap.xml") + "\n"
	}
	return out
}

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Pages   []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	Lastmod string `xml:"lastmod,omitempty"`
}

// mapFile is the map of the site for search engines, or the index of its parts.
const mapFile = "sitemap.xml"

// mostMapped is how many pages one file of the map may list (sitemaps.org).
const mostMapped = 50_000

type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []sitemapURL `xml:"sitemap"`
}

// sitemaps are the map of the site, in several files where one may not list all; nothing while
// the site has no address.
func (s *Site) sitemaps() []Extra {
	pages := s.mapped()
	if len(pages) <= mostMapped {
		if len(pages) == 0 {
			return nil
		}
		return []Extra{{mapFile, asXML(sitemap{Pages: pages})}}
	}
	var index sitemapIndex
	var out []Extra
	for part := range slices.Chunk(pages, mostMapped) {
		name := fmt.Sprintf("sitemap-%d.xml", len(out)+1)
		index.Parts = append(index.Parts, sitemapURL{Loc: s.full("/" + name)})
		out = append(out, Extra{name, asXML(sitemap{Pages: part})})
	}
	return append(out, Extra{mapFile, asXML(index)})
}

func asXML(of any) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(of); err != nil {
		panic(err) // texts cannot fail
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// mapped lists every page; nothing while the site has no address. A page has a
// date only when it is made of claims alone: the last day on which one was read.
func (s *Site) mapped() []sitemapURL {
	if s.Config.BaseURL == "" {
		return nil
	}
	plan := &Site{rehearsal: true, Config: s.Config, Data: s.Data, Indicators: s.Indicators, Charts: s.Charts,
		Content: s.Content,
		Theme:   s.Theme,
		// planned again: what prose lacks is reported once, by the other
		Rules: s.Rules, Added: s.Added, History: s.History, Figures: s.Figures}
	var out []sitemapURL
	for p := range plan.plan(nil) {
		if p.Key == notFoundKey || p.Bare {
			continue
		}
		out = append(out, sitemapURL{s.full(p.Address), s.lastmod(p).String()})
	}
	return out
}

const notFoundKey = "not-found"

func (s *Site) lastmod(p Page) cal.Day {
	section, id, _ := strings.Cut(p.Key, "/")
	switch section {
	case "sources":
		if src := dataset.Find[*dataset.Source](s.Data, record.Sources, id); src != nil {
			return dataset.LastRead(src.Claims)
		}
	case "proofs":
		if f := s.Figures[id]; f.Nature == figure.Stated {
			return dataset.LastRead(s.Data.ClaimsOf(f.Rests.Claims))
		}
	}
	return cal.Day{}
}

func (s *Site) humans() string {
	c := s.Config
	return fmt.Sprintf("/* TEAM */\nPublisher: %s\n%s\n/* SITE */\nLanguages: %s\nData: %s\nCode: %s\nAs of: "+
		"%s\nStandards: HTML5, CSS3, SVG, Atom, iCalendar, CSV (RFC 4180), Data Package 2.0\nMade with: Vigie, in Go\n",
		c.Publisher.Name.EN, optional("Contact: ", c.Publisher.Contact), languageNames(c.Languages), c.Licence.Data,
		c.Licence.Code, s.Data.AsOf)
}

func optional(label, value string) string {
	if value == "" {
		return ""
	}
	return label + value + "\n"
}

// languageNames lists languages in English, those that we know by name.
func languageNames(languages lang.Languages) string {
	var out []string
	for _, l := range languages {
		out = append(out, cmp.Or(map[lang.Lang]string{lang.FR: "French", lang.EN: "English"}[l], string(l)))
	}
	return strings.Join(out, ", ")
}

// llms shows language models where things are, as llmstxt.org has it: in English where
// the site has it, else in its first language.
func (s *Site) llms() string {
	v := view{site: s, l: lang.EN}
	if !s.Config.Languages.Has(v.l) {
		v.l = s.Config.Languages.First()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n> %s\n\n", v.text(s.Config.Site.Title), v.text(s.Config.Site.Description))
	fmt.Fprintf(&b, "Known as of %s. Every number has claims with a source; what is disputed is a range, what is "+
		"unknown has a reason. %s\n", s.Data.AsOf, v.text(s.about().Attribution(s.Config.Site.Title)))
	section := func(title string, keys ...string) {
		fmt.Fprintf(&b, "\n## %s\n\n", title)
		for _, k := range keys {
			if !s.hasPage(v.l, k) {
				continue
			}
			_, lead, _ := v.intro(k)
			link := v.section(k)
			fmt.Fprintf(&b, "- [%s](%s): %s\n", link.Text, s.full(link.Href), lead)
		}
	}
	section("Pages", s.mainPages()...)
	section("Method", "method", "sources", "contradictions", "silences", "journal", "corrections", "editions", "rules",
		"indicators", "glossary")
	b.WriteString("\n## Data\n\n")
	fmt.Fprintf(&b, "- [datapackage.json](%s): every file, its columns and what they mean\n", s.full("/"+packagePath))
	tables, _ := s.exports()
	at := s.Placed().Tables
	for _, t := range tables {
		fmt.Fprintf(&b, "- [%s.csv](%s): %s\n", t.ID, s.full("/"+at.CSV(t.ID, export.Standard)), v.text(t.About))
	}
	return b.String()
}

// security says whom to write to about a flaw (RFC 9116); nothing without contact.
func (s *Site) security() string {
	contact := s.Config.Publisher.ContactLink()
	if contact == "" {
		return ""
	}
	out := "Contact: " + contact + "\nExpires: " + s.Data.AsOf.AddDays(364).String() +
		"T00:00:00Z\nPreferred-Languages: " + strings.Join(s.Config.Languages.Strings(), ", ") + "\n"
	if s.Config.BaseURL != "" {
		out += "Canonical: " + s.full("/.well-known/security.txt") + "\n"
	}
	return out
}
