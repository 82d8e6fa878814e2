package site

import (
	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// What those who prove a site from outside ask of it.

// PageOwner is the record on whose page another one is shown: a qualification on that
// of its offer, a migration on that of its organisation.
func (s *Site) PageOwner(ref record.Ref) record.Ref {
	return view{site: s, l: s.Config.Languages.First()}.pageOwner(ref)
}

// Tables are the tables of the data, as they are downloaded.
func (s *Site) Tables() []export.Table {
	tables, _ := s.exports()
	return tables
}

// RequestHref is the address of the request for what a silence is about.
func (s *Site) RequestHref(l lang.Lang, of *dataset.Silence) string {
	return view{site: s, l: l}.requestHref(of)
}

// TakenBack says that a figure rests on a record, or a claim, that was withdrawn.
func (s *Site) TakenBack(f figure.Figure) bool { return s.takenBack(f) }
