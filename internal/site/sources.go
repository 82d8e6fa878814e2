package site

import (
	"iter"

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

func sourcePages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		body := SourcesPage{Charts: v.chartsOf("sources", "sources-by-quality", "source-freshness"), Claims: v.claimRows()}
		for _, q := range v.site.Data.Words.IDs(record.QualityList) {
			g := SourceGroup{ID: q, Title: v.name(record.QualityList, q), Meaning: v.meaning(record.QualityList, q)}
			for _, s := range v.site.Data.Sources {
				if string(s.Quality) == q {
					g.Rows = append(g.Rows, v.sourceRow(s))
				}
			}
			if len(g.Rows) > 0 {
				body.Groups = append(body.Groups, g)
			}
		}
		for _, s := range v.site.Data.Sources {
			if c := v.collected(s); c != nil {
				body.Visits = append(body.Visits, VisitRow{v.sourceLink(s.ID), v.freshness(s), c})
			}
		}
		p := v.answering("sources", "sources", body)
		p.Feeds = v.feedsOf(troubleFeed, "sources.feed")
		if !yield(p) {
			return
		}
		for _, s := range v.site.Data.Every.Sources {
			if !yield(v.source(s)) {
				return
			}
		}
	}
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

func (v view) source(s *dataset.Source) Page {
	row := v.sourceRow(s)
	body := SourcePage{Title: s.Title, Publisher: s.Publisher, Provenance: row.Provenance, URL: s.URL, Also: s.Also,
		Published: row.Published, Read: row.Read,
		Kind: v.name(record.SourceKindList, string(s.Kind)), Quality: v.name(record.QualityList, string(s.Quality)),
		QualityID:      string(s.Quality),
		QualityMeaning: v.meaning(record.QualityList, string(s.Quality)), Licence: s.Licence,
		Redistributable: s.Redistributable,
		Cadence:         v.word("cadence." + string(s.Cadence)), Freshness: row.Freshness, Note: v.text(s.Note),
		Claims: v.claims(s.Claims), Collected: v.collected(s)}
	body.Archive = archived(s.URL, s.LastReading())
	if s.Provenance != "" {
		body.ProvenanceMeaning = v.meaning(record.ProvenanceList, string(s.Provenance))
	}
	if v.site.listsContracts(s) {
		body.Same = v.sameContracts()
	}
	body.See = v.see(s)
	return v.below("sources", lang.Name(s.ID), "source", s.Title, v.describe("lead.source", s.Title), body)
}
