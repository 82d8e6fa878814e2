package site

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Addresses are for ever: words of the first language of the site at the root, those of
// each other one under its tag, lower-case ASCII, a trailing slash. A key names the same page in all languages.

// sections are the keys of the pages that the engine plans. Like those that front matter
// declares, they stand where the file of that key does: content/fr/organismes.md, whose
// key is organisations, answers at /organismes/. Without a file, a site does not have the
// page, nor those below it, unless it is one that every site needs: then its key is its
// address. The home page stands at the root, whatever its file is called.
var sections = []string{
	"home", "tiers", "providers", "offers", "qualifications", "organisations",
	"commitments", "timeline", "doctrine", "choose", "contradictions", "silences",
	"findings", "sources", "proofs", "indicators", "data", "method",
	"rules", "legal", "accessibility", "site-map", "corrections", "journal", "editions",
	searchKey, compareKey,
}

// folders maps a kind of record to the section that holds its pages.
var folders = map[record.Kind]string{
	record.Sources:        "sources",
	record.Tiers:          "tiers",
	record.Organisations:  "organisations",
	record.Providers:      "providers",
	record.Offers:         "offers",
	record.Contradictions: "contradictions",
}

// anchors maps a kind of record that has no page of its own to the page whose
// anchor it is.
var anchors = map[record.Kind]string{
	record.Commitments:  "commitments",
	record.Events:       "timeline",
	record.Doctrines:    "doctrine",
	record.Silences:     "silences",
	record.Requests:     "silences",
	record.Corrections:  "corrections",
	record.Measures:     "method",
	record.Perimeters:   "method",
	record.Calculations: "method",
}

// root is the address of the home page of a language.
func (s *Site) root(l lang.Lang) string { return s.Config.Languages.Root(l) }

// Href is the address of a page by its key: one that front matter declares, or one
// that the engine plans.
func (s *Site) Href(l lang.Lang, key string) string {
	if key == homeKey {
		return s.root(l)
	}
	if d := s.Content.Doc(l, key); d != nil {
		return s.root(l) + d.Address + "/"
	}
	if !s.has(key) {
		return s.root(l) + nowhere + key + "/"
	}
	return s.root(l) + key + "/"
}

const homeKey = "home"

// needed are the sections that every site has: numbers lead to them.
var needed = []string{homeKey, "proofs", "indicators", "sources", "data", "editions"}

// nowhere opens the addresses of what a site does not have, which no page can have: a
// link to one becomes plain text.
const nowhere = "-/"

// has says that a site has a section of the engine, or a page that a country adds. Without any prose it
// has them all.
func (s *Site) has(section string) bool {
	return slices.Contains(needed, section) || s.Content.Page(section) != nil || len(s.Content.Pages()) == 0
}

// leads says that something may stand at an address.
func leads(address string) bool { return !strings.Contains(address, "/"+nowhere) }

// Places says that a record stands somewhere on the site.
func (s *Site) Places(ref record.Ref) bool {
	return leads(s.RecordHref(s.Config.Languages.First(), ref))
}

// RecordHref is the address of the page, or the anchor, where a record is shown.
func (s *Site) RecordHref(l lang.Lang, ref record.Ref) string {
	if key := cmp.Or(folders[ref.Kind], anchors[ref.Kind]); key != "" && !s.has(key) {
		return s.root(l) + nowhere + ref.String()
	}
	if key, ok := folders[ref.Kind]; ok {
		slug := ref.ID
		if ref.Kind == record.Tiers {
			slug = s.Data.Words.TierAddress(record.TierID(ref.ID)).In(l)
		}
		return s.Href(l, key) + slug + "/"
	}
	if ref.Kind == record.SeriesKind {
		return s.DatasetHref(l, lang.Name(seriesTable)) + "#" + ref.ID
	}
	if key, ok := anchors[ref.Kind]; ok {
		return s.Href(l, key) + "#" + ref.ID
	}
	return s.Href(l, "data")
}

// ClaimHref is the anchor of a claim on the page of its source.
func (s *Site) ClaimHref(l lang.Lang, source, claim string) string {
	return s.RecordHref(l, record.Ref{Kind: record.Sources, ID: source}) + partSlug(s.claimPart(claim)) + "#" + claim
}

// ProofHref is the address of the proof of a figure.
func (s *Site) ProofHref(l lang.Lang, figureID string) string {
	return s.Href(l, "proofs") + figureID + "/"
}

// File is the path of the file that answers at an address.
func File(address string) string {
	p := strings.TrimPrefix(address, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}
