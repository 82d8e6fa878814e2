package site

import (
	"iter"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// SourcesPage lists the sources by quality.
type SourcesPage struct {
	Charts []Chart
	Claims []ProofRow // how many there are, and how many keep a place or a copy
	Groups []SourceGroup
	Visits []VisitRow // the sources that are collected, with how they stand
}

// VisitRow is a collected source with how it stands.
type VisitRow struct {
	Source    Link
	Freshness FreshnessView
	Collected *CollectedView
}

// SourceGroup is a quality with its sources.
type SourceGroup struct {
	ID, Title, Meaning string
	Href               string // where it starts, on this page or on another
	Rows               []SourceRow
}

// SourceRow is a source in a list.
type SourceRow struct {
	Source     Link
	Publisher  string
	Provenance string // where its text comes from, in words; empty when its publisher wrote it
	Published  string
	Read       string
	Freshness  FreshnessView
	Claims     int // shown as a count of the list below, on its page
}

// SourcePage shows one source and all the claims read in it.
type SourcePage struct {
	Title, Publisher  string
	Provenance        string // where its text comes from, in words; empty when its publisher wrote it
	ProvenanceMeaning string
	URL               string
	Archive           string // where the Web Archive may show it as it was last read; empty without a public address
	Also              []string
	Published, Read   string
	Kind              string
	Quality           string
	QualityID         string
	QualityMeaning    string
	Licence           string
	Redistributable   bool
	Cadence           string
	Freshness         FreshnessView
	Note              string
	Claims            []Claim
	Collected         *CollectedView
	Same              *SameContracts // the sources that list the same contracts
	See               []Link         // pages that are about how it is read
}

// SourceClaims is a further page of what was read in a source.
type SourceClaims struct {
	QualityID string
	Claims    []Claim
}

func sourcePages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		listed := v.site.sourcesByQuality()
		for _, c := range cuts(len(listed), mostRows) {
			if !yield(v.sourceList(c, listed)) {
				return
			}
		}
		for _, s := range v.site.Data.Every.Sources {
			for _, c := range cuts(len(s.Claims), mostRows) {
				if !yield(v.source(s, c)) {
					return
				}
			}
		}
	}
}

// sourcesByQuality are the sources in the order of the list.
func (s *Site) sourcesByQuality() []*dataset.Source {
	order := s.Data.Words.IDs(record.QualityList)
	out := slices.Clone(s.Data.Sources)
	slices.SortStableFunc(out, func(a, b *dataset.Source) int {
		return slices.Index(order, string(a.Quality)) - slices.Index(order, string(b.Quality))
	})
	return out
}

// sourceList is the list of sources, or a further page of it.
func (v view) sourceList(c cut, listed []*dataset.Source) Page {
	v.amongst(c, record.Sources)
	body := SourcesPage{}
	if c.At == 1 {
		body.Charts, body.Claims = v.chartsOf("sources", "sources-by-quality", "source-freshness"), v.claimRows()
		for _, s := range v.site.Data.Sources {
			if one := v.collected(s); one != nil {
				body.Visits = append(body.Visits, VisitRow{v.sourceLink(s.ID), v.freshness(s), one})
			}
		}
	}
	for _, q := range v.site.Data.Words.IDs(record.QualityList) {
		of := func(s *dataset.Source) bool { return string(s.Quality) == q }
		first := slices.IndexFunc(listed, of)
		if first < 0 {
			continue
		}
		g := SourceGroup{ID: q, Title: v.name(record.QualityList, q), Meaning: v.meaning(record.QualityList, q),
			Href: v.partAnchor("sources", cutOf(first, mostRows), c, q)}
		for _, s := range listed[c.First:c.Last] {
			if of(s) {
				g.Rows = append(g.Rows, v.sourceRow(s))
			}
		}
		body.Groups = append(body.Groups, g)
	}
	p := v.answering("sources", "sources", body)
	p.Feeds = v.feedsOf(troubleFeed, "sources.feed")
	return v.part(p, c, mostRows, "parts.rule.sources", v.wholeTables("sources")...)
}

func (v view) sourceRow(s *dataset.Source) SourceRow {
	v.shows(record.Sources, s.ID)
	r := SourceRow{Source: v.sourceLink(s.ID), Publisher: s.Publisher, Provenance: v.provenance(s),
		Published: v.word("undated"), Read: v.day(s.LastReading()), Freshness: v.freshness(s), Claims: len(s.Claims)}
	if s.Published != nil {
		r.Published = v.when(s.Published)
	}
	return r
}

// source is the page of a source, or a further page of what was read in it.
func (v view) source(s *dataset.Source, c cut) Page {
	v.amongst(c, record.Migrations, record.SeriesKind)
	row, claims := v.sourceRow(s), v.claims(s.Claims[c.First:c.Last])
	if c.At > 1 {
		p := v.below("sources", lang.Name(s.ID), "source-claims", s.Title, "", SourceClaims{string(s.Quality), claims})
		return v.part(p, c, mostRows, "parts.rule.claims", v.wholeTables("affirmations")...)
	}
	body := SourcePage{Title: s.Title, Publisher: s.Publisher, Provenance: row.Provenance, URL: s.URL, Also: s.Also,
		Published: row.Published, Read: row.Read,
		Kind: v.name(record.SourceKindList, string(s.Kind)), Quality: v.name(record.QualityList, string(s.Quality)),
		QualityID:      string(s.Quality),
		QualityMeaning: v.meaning(record.QualityList, string(s.Quality)), Licence: s.Licence,
		Redistributable: s.Redistributable,
		Cadence:         v.word("cadence." + string(s.Cadence)), Freshness: row.Freshness, Note: v.text(s.Note),
		Claims: claims, Collected: v.collected(s)}
	body.Archive = archived(s.URL, s.LastReading())
	if s.Provenance != "" {
		body.ProvenanceMeaning = v.meaning(record.ProvenanceList, string(s.Provenance))
	}
	if v.site.listsContracts(s) {
		body.Same = v.sameContracts()
	}
	body.See = v.see(s)
	p := v.below("sources", lang.Name(s.ID), "source", s.Title, v.describe("lead.source", s.Title), body)
	return v.part(p, c, mostRows, "parts.rule.claims", v.wholeTables("affirmations")...)
}
