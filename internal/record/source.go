package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Source is one document or page relied on.
type Source struct {
	Head `yaml:",inline"`
	// title: its title as published
	Title string `yaml:"title" json:"title"`
	// publisher: who publishes it, as it names itself
	Publisher string `yaml:"publisher" json:"publisher"`
	// by: identifier of the public body that publishes it, when it is one of those followed here
	By string `yaml:"by,omitempty" json:"by,omitempty"`
	// url: its address; absent only for common knowledge
	URL string `yaml:"url,omitempty" json:"url,omitempty"`
	// also: further addresses where the same facts can be read
	Also []string `yaml:"also,omitempty" json:"also,omitempty"`
	// published: its date; absent when no date is visible on it
	Published *cal.Date `yaml:"published,omitempty" json:"published,omitempty"`
	// edition_of: identifier of the source of which this one is one edition, dated by `published`; where the quality
	// is "secondary", that edition was read by a third party alone, and we do not hold it
	EditionOf string `yaml:"edition_of,omitempty" json:"edition_of,omitempty"`
	// kind: what sort of document it is
	Kind SourceKind `yaml:"kind" json:"kind"`
	// quality: how near it is to what it speaks of
	Quality Quality `yaml:"quality" json:"quality"`
	// provenance: what its text is, when it is not one that its publisher wrote and published; absent when it is
	Provenance Provenance `yaml:"provenance,omitempty" json:"provenance,omitempty"`
	// licence: SPDX name of its licence, or "unknown"
	Licence string `yaml:"licence" json:"licence"`
	// redistributable: whether a copy of it may be republished
	Redistributable bool `yaml:"redistributable" json:"redistributable"`
	// cadence: how often it is renewed
	Cadence Cadence `yaml:"cadence" json:"cadence"`
	// grace: days after the cadence before it counts as late
	Grace int `yaml:"grace,omitempty" json:"grace,omitempty"`
	// dead_since: the day since which its address does not answer any more
	DeadSince *cal.Day `yaml:"dead_since,omitempty" json:"dead_since,omitempty"`
	// collect: how it is visited and read, for a source that is collected
	Collect *Collecting `yaml:"collect,omitempty" json:"collect,omitempty"`
	// note: reservations on the whole source
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// SourceKind is a sort of document: a word of the vocabulary source-kinds.
type SourceKind string

// Provenance is what the text of a source is, when it is not one that its publisher wrote
// and published: a word of the vocabulary provenances. The zero value is a publication
// of its own.
type Provenance string
