package site

import (
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Addresses are for ever: words of the first language of the site at the root, those of
// each other one under its tag, lower-case ASCII, a trailing slash. A key names the same page in all languages.

// sections maps the key of a page that the engine plans to its folder in each
// language. Pages that front matter declares stand where their file does.
var sections = map[string]lang.Text{
	"home":           {FR: "", EN: ""},
	"tiers":          {FR: "niveaux", EN: "tiers"},
	"providers":      {FR: "fournisseurs", EN: "providers"},
	"offers":         {FR: "offres", EN: "offers"},
	"qualifications": {FR: "qualifications", EN: "qualifications"},
	"organisations":  {FR: "organismes", EN: "organisations"},
	"commitments":    {FR: "engagements", EN: "commitments"},
	"timeline":       {FR: "chronologie", EN: "timeline"},
	"doctrine":       {FR: "doctrine", EN: "doctrine"},
	"choose":         {FR: "choisir-un-niveau", EN: "choose-a-tier"},
	"contradictions": {FR: "contradictions", EN: "contradictions"},
	"silences":       {FR: "silences", EN: "silences"},
	"findings":       {FR: "questions-ouvertes", EN: "open-questions"},
	"sources":        {FR: "sources", EN: "sources"},
	"proofs":         {FR: "preuves", EN: "proofs"},
	"indicators":     {FR: "indicateurs", EN: "indicators"},
	"data":           {FR: "donnees", EN: "data"},
	"method":         {FR: "methode", EN: "method"},
	"rules":          {FR: "regles", EN: "rules"},
	"legal":          {FR: "mentions-legales", EN: "legal-notice"},
	"accessibility":  {FR: "accessibilite", EN: "accessibility"},
	"site-map":       {FR: "plan-du-site", EN: "site-map"},
	"corrections":    {FR: "corrections", EN: "corrections"},
	"journal":        {FR: "journal", EN: "journal"},
	"editions":       {FR: "editions", EN: "editions"},
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
	if d := s.Content.Doc(l, key); d != nil && d.Page.Template.ID != "" {
		return s.root(l) + d.Address + "/"
	}
	if p, ok := s.added(key); ok {
		return s.root(l) + p.Address.In(l) + "/"
	}
	folder := sections[key].In(l)
	if folder == "" {
		return s.root(l)
	}
	return s.root(l) + folder + "/"
}

// RecordHref is the address of the page, or the anchor, where a record is told.
func (s *Site) RecordHref(l lang.Lang, ref record.Ref) string {
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
	return s.RecordHref(l, record.Ref{Kind: record.Sources, ID: source}) + "#" + claim
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
