package site

import (
	"slices"
	"strconv"
	"strings"

	"vigie/internal/export"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// A long list is cut in its own order: the first rows stay at its address, and each further
// page stands below it ("page-2/"). One rule for all lists, so that a reader who knows one
// knows the others; what a page costs no longer depends on how much is known. See
// doc/decisions/0048-long-lists-are-cut-by-place.md.

// mostRows is how many rows of a list a page shows, where one row is a line or two.
const mostRows = 200

// mostCards is how many of them it shows where each is a card of many lines.
const mostCards = 100

// Parts is where a page stands among those of a long list.
type Parts struct {
	Words      string // "Page 2 of 7"
	Rule       string // by which the list is cut
	Pages      []Link // all of them, this one too
	Prev, Next *Link  // nil at either end
	Whole      []Link // where all of the list is downloaded
}

// cut is one page of a list: the rows from First up to Last, which is left out.
type cut struct {
	At, Of      int // the first page is 1
	First, Last int
	Alone       bool // the list may have other rows in another language: its pages have no twins there
}

// cuts are the pages of a list of so many rows, of which one page shows some at most. A list
// without rows has one page.
func cuts(rows, most int) []cut {
	of := max((rows+most-1)/most, 1)
	out := make([]cut, of)
	for i := range out {
		out[i] = cut{At: i + 1, Of: of, First: i * most, Last: min((i+1)*most, rows)}
	}
	return out
}

// cutOf is the page of a list on which a row stands, by its place in it from 0 on.
func cutOf(row, most int) int { return row/most + 1 }

// amongst notes that a page shows some of a list, which whatever is of a kind may push on.
func (v view) amongst(c cut, kinds ...record.Kind) {
	for _, k := range kinds {
		if c.Of > 1 {
			v.note(0, every(k))
		}
	}
}

// partSlug is what a further page of a list adds to the address of the first.
func partSlug(at int) string {
	if at == 1 {
		return ""
	}
	return partOpens + strconv.Itoa(at) + "/"
}

const partOpens = "page-"

// WholeOf is the address of the page of which another is a part: "/proofs/" of "/proofs/page-2/".
// It is the address itself for a page that is no part.
func WholeOf(address string) string {
	before, at, found := strings.Cut(address, "/"+partOpens)
	if n, err := strconv.Atoi(strings.TrimSuffix(at, "/")); !found || err != nil || n < 2 {
		return address
	}
	return before + "/"
}

// FurtherOf are the addresses of the further pages of a list of so many rows.
func FurtherOf(address string, rows int) []string {
	var out []string
	for _, c := range cuts(rows, mostRows)[1:] {
		out = append(out, address+partSlug(c.At))
	}
	return out
}

// partAnchor leads from one page of the list of a section to an anchor on another, or on itself.
func (v view) partAnchor(key string, at int, from cut, anchor string) string {
	if at == from.At {
		return "#" + anchor
	}
	return v.site.Href(v.l, key) + partSlug(at) + "#" + anchor
}

// claimPart is the page of its source on which a claim stands.
func (s *Site) claimPart(claim string) int {
	s.once.claims.Do(func() {
		s.once.claimParts = map[string]int{}
		for _, src := range s.Data.Every.Sources {
			for i, c := range src.Claims {
				if i >= mostRows {
					s.once.claimParts[c.ID] = cutOf(i, mostRows)
				}
			}
		}
	})
	return max(s.once.claimParts[claim], 1)
}

// part makes of the page of a list one of its pages, where it has several. The rule is that of
// the list, in words with one place for how many rows a page shows.
func (v view) part(p Page, c cut, most int, rule string, whole ...Link) Page {
	if c.Of == 1 {
		return p
	}
	first := p.Address
	link := func(at int) Link {
		return Link{Href: first + partSlug(at), Text: strconv.Itoa(at), Current: at == c.At}
	}
	p.Parts = &Parts{Words: v.partWord("parts.at", c, most), Rule: v.partWord(rule, c, most), Whole: whole}
	for at := range c.Of {
		p.Parts.Pages = append(p.Parts.Pages, link(at+1))
	}
	if c.At > 1 {
		one := link(c.At - 1)
		p.Parts.Prev = &one
	}
	if c.At < c.Of {
		one := link(c.At + 1)
		p.Parts.Next = &one
	}
	if c.At == 1 {
		return p
	}
	p.Others = slices.Clone(p.Others)
	for i := range p.Others {
		if !c.Alone {
			p.Others[i].Address += partSlug(c.At)
		}
	}
	p.Crumbs = append(slices.Clone(p.Crumbs), Link{Href: first, Text: p.Title})
	p.Address, p.Key = first+partSlug(c.At), p.Key+"/"+strings.TrimSuffix(partSlug(c.At), "/")
	p.Description = replaceName(v.partWord("parts.lead", c, most), p.Title)
	p.Title += " – " + v.partWord("parts.title", c, most)
	p.Opening, p.Reserves, p.Feeds, p.Picture = "", "", nil, nil
	return p
}

// partLinks are the further pages of a list, for the map of the site.
func (v view) partLinks(key string, rows, most int) []Link {
	var out []Link
	for _, c := range cuts(rows, most)[1:] {
		out = append(out, Link{Href: v.site.Href(v.l, key) + partSlug(c.At),
			Text: v.label(key) + " – " + v.partWord("parts.title", c, most)})
	}
	return out
}

// partWord is a word of the interface about a page of a list, with its numbers: which page of how many it is, and
// how many rows a page shows.
func (v view) partWord(key string, c cut, most int) string {
	numbers := strings.NewReplacer("{at}", strconv.Itoa(c.At), "{of}", strconv.Itoa(c.Of), "{rows}", strconv.Itoa(most))
	return lang.Typeset(v.l, numbers.Replace(v.word(key)))
}

// wholeTables lead to the CSV of tables of the data, by identifier: all that a list shows in parts.
func (v view) wholeTables(ids ...string) []Link {
	tables, _ := v.site.exports()
	if v.notes != nil {
		v.add(v.site.exported.words)
	}
	var out []Link
	for _, id := range ids {
		if t, ok := export.Find(tables, id); ok {
			out = append(out, Link{Href: "/" + v.placed().Tables.CSV(t.ID, export.Standard), Text: v.text(t.Title) + " (CSV)"})
		}
	}
	return out
}
