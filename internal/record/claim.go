package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Claim is what one source says, where it says it, and when it was read.
type Claim struct {
	// id: name of the claim, unique in the whole of data/ and for ever
	ID string `yaml:"id" json:"id"`
	// value: the number as the source gives it, in the unit of the series or in `unit`
	Value *quantity.Value `yaml:"value,omitempty" json:"value,omitempty"`
	// unit: identifier of the unit, outside a series only
	Unit string `yaml:"unit,omitempty" json:"unit,omitempty"`
	// source: identifier of the source
	Source string `yaml:"source" json:"source"`
	// at: where in the source (page, section, cell, heading)
	At string `yaml:"at,omitempty" json:"at,omitempty"`
	// about: the date or period that the claim is about, where the record does not say it
	About *cal.Period `yaml:"about,omitempty" json:"about,omitempty"`
	// stated: the date that the statement itself bears, where it differs from the publication of the source
	Stated *cal.Date `yaml:"stated,omitempty" json:"stated,omitempty"`
	// read: the day on which it was read
	Read cal.Day `yaml:"read" json:"read"`
	// quality: quality of the statement, where it differs from that of the source
	Quality Quality `yaml:"quality,omitempty" json:"quality,omitempty"`
	// says: what the source says, in our own words
	Says lang.Text `yaml:"says,omitempty" json:"says,omitempty"`
	// note: every reservation
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
	// snapshot: SHA-256 of the copy that it was read in, when there is one
	Snapshot string `yaml:"snapshot,omitempty" json:"snapshot,omitempty"`
	// withdrawn: a claim that was published is never deleted; it is withdrawn, with a day and a
	// reason, and nothing rests on it any more
	Withdrawn *Retraction `yaml:"withdrawn,omitempty" json:"withdrawn,omitempty"`
}

// IsWithdrawn says that the claim has been taken back on a day.
func (c Claim) IsWithdrawn(day cal.Day) bool {
	return c.Withdrawn != nil && !day.Before(c.Withdrawn.On)
}

// Retraction takes back a claim without deleting it.
type Retraction struct {
	// on: the day on which it was taken back
	On cal.Day `yaml:"on" json:"on"`
	// reason: why, in words for readers
	Reason lang.Text `yaml:"reason" json:"reason"`
}

// Quality is how near a source is to what it speaks of: a word of the vocabulary qualities.
type Quality string

// Reason says why something is unknown. Unknown is a value: never zero, never blank.
type Reason string

// The closed list of reasons.
const (
	NotPublished  Reason = "not-published"  // the place where it would stand was read, is named, and does not hold it
	NotFound      Reason = "not-found"      // looked for, but not at a named place where it would stand
	NotCollected  Reason = "not-collected"  // not looked for yet, or not read by us
	Secret        Reason = "secret"         // protected by law
	NotApplicable Reason = "not-applicable" // the question makes no sense here
	Expected      Reason = "expected"       // to be published on a known or announced date
	Lost          Reason = "lost"           // was published and cannot be reached any more
	Refused       Reason = "refused"        // asked for and refused
)

// Reasons is the closed list.
func Reasons() []Reason {
	return []Reason{NotPublished, NotFound, NotCollected, Secret, NotApplicable, Expected, Lost, Refused}
}
