// Package record holds what people and extractors write down under data/: the
// words of the observatory as Go types. A record says one thing and says why:
// what is known of the world stands in claims, each with its source.
//
// Types here are plain values. Reading them strictly, with their positions, is
// package corpus; linking them and computing what follows from them is package
// dataset. The comment of each field is its public documentation: doc/format.md
// and doc/schemas/ are made from it.
package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Kind is a kind of record; its name is that of its folder under data/.
type Kind string

// The kinds, in the order in which they are read and listed.
const (
	Vocabularies   Kind = "vocabulary"
	Sources        Kind = "sources"
	Units          Kind = "units"
	Measures       Kind = "measures"
	Perimeters     Kind = "perimeters"
	Tiers          Kind = "tiers"
	Organisations  Kind = "organisations"
	Providers      Kind = "providers"
	Offers         Kind = "offers"
	Qualifications Kind = "qualifications"
	Migrations     Kind = "migrations"
	SeriesKind     Kind = "series"
	Commitments    Kind = "commitments"
	Events         Kind = "events"
	Doctrines      Kind = "doctrines"
	Calculations   Kind = "calculations"
	Contradictions Kind = "contradictions"
	Silences       Kind = "silences"
	Changes        Kind = "changes"
	Requests       Kind = "requests"
	Indicators     Kind = "indicators"
)

// Kinds lists every kind.
func Kinds() []Kind {
	return []Kind{Vocabularies, Sources, Units, Measures, Perimeters, Tiers, Organisations, Providers, Offers,
		Qualifications,
		Migrations, SeriesKind, Commitments, Events, Doctrines, Calculations, Contradictions, Silences, Changes, Requests,
		Indicators}
}

// Ref names one record.
type Ref struct {
	Kind Kind
	ID   string
}

// String is the path of the record's file under data/, without its extension.
func (r Ref) String() string { return string(r.Kind) + "/" + r.ID }

// Head is what every record has.
type Head struct {
	// The identifier is the file name without ".yaml". It is for ever.
	ID string `yaml:"-" json:"-"`
	// withdrawn: an entry is never deleted; it is withdrawn, with a day and a reason, and its page stays
	Withdrawn *Withdrawal `yaml:"withdrawn,omitempty" json:"withdrawn,omitempty"`
}

// IsWithdrawn says that the record has been taken back on a day.
func (h Head) IsWithdrawn(day cal.Day) bool {
	return h.Withdrawn != nil && !day.Before(h.Withdrawn.On)
}

// Withdrawal takes back a record without deleting it.
type Withdrawal struct {
	// on: the day of the withdrawal
	On cal.Day `yaml:"on" json:"on"`
	// reason: why, in words for readers
	Reason lang.Text `yaml:"reason" json:"reason"`
	// replaced_by: identifier of the record of the same kind that takes over
	ReplacedBy string `yaml:"replaced_by,omitempty" json:"replaced_by,omitempty"`
}
