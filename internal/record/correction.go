package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Corrections is the kind of corrections. They stand together in one file,
// data/corrections.yaml, and not in a folder of their own.
const Corrections Kind = "corrections"

// Correction publishes another value than the one that a source states, or owns
// up to a number that we mistyped. The claim keeps what the source states: both
// values are shown, with the reason.
type Correction struct {
	// id: name of the correction, unique in the file and for ever
	ID string `yaml:"id" json:"id"`
	// kind: whose error it is
	Kind CorrectionKind `yaml:"kind" json:"kind"`
	// target: identifier of the claim that it corrects
	Target string `yaml:"target" json:"target"`
	// expected: the wrong value, in the unit of the claim: for an error of the source, the one that
	// the claim states; for ours, the one that was published
	Expected *quantity.Value `yaml:"expected" json:"expected"`
	// published: the value that is published instead; for an error of ours, what the source says and the claim now states
	Published *quantity.Value `yaml:"published" json:"published"`
	// reason: how it is known, in words for readers
	Reason lang.Text `yaml:"reason" json:"reason"`
	// claim_ids: claims that show the value that is published
	ClaimIDs []string `yaml:"claim_ids,omitempty" json:"claim_ids,omitempty"`
	// on: the day from which it is published
	On cal.Day `yaml:"on" json:"on"`
	// told: whom we wrote to about it, and when; absent when nobody was written to yet
	Notices []Notice `yaml:"told,omitempty" json:"told,omitempty"`
	// state: what became of it
	State CorrectionState `yaml:"state" json:"state"`
}

// Ref names the correction among all records.
func (c Correction) Ref() Ref { return Ref{Kind: Corrections, ID: c.ID} }

// Stands says that the claim is published with another value. What is mended is
// not corrected any more: the claim states the right value itself.
func (c Correction) Stands() bool {
	return c.Kind == SourceError && c.State != MendedCorrection && c.Published != nil
}

// Applies says that the correction stands, and had been made by a day.
func (c Correction) Applies(day cal.Day) bool { return c.Stands() && !day.Before(c.On) }

// Notice is word of an error given to those who made it.
type Notice struct {
	// whom: who was written to
	Whom lang.Text `yaml:"whom" json:"whom"`
	// on: the day
	On cal.Day `yaml:"on" json:"on"`
}

// CorrectionKind says whose error is corrected.
type CorrectionKind string

// The closed list of kinds of corrections.
const (
	SourceError CorrectionKind = "source-error" // the source prints it: the claim keeps it, and another value is published
	OurError    CorrectionKind = "our-error"    // we mistyped or misread it: the claim was mended, and the entry remembers
)

// CorrectionKinds is the closed list.
func CorrectionKinds() []CorrectionKind { return []CorrectionKind{SourceError, OurError} }

// CorrectionState is what became of a correction.
type CorrectionState string

// The closed list of states.
const (
	OpenCorrection         CorrectionState = "open"         // nobody has answered
	AcknowledgedCorrection CorrectionState = "acknowledged" // those who were written to agree, and have not mended it yet
	MendedCorrection       CorrectionState = "mended"       // the right value now stands where the wrong one stood
	RefusedCorrection      CorrectionState = "refused"      // those who were written to do not agree
)

// CorrectionStates is the closed list, in the order in which pages show it.
func CorrectionStates() []CorrectionState {
	return []CorrectionState{OpenCorrection, AcknowledgedCorrection, RefusedCorrection, MendedCorrection}
}
