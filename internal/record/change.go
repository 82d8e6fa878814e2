package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Change declares why something that was published is not what it was. Package
// edition compares the tree with the last edition: what changed without one of
// these fails the check.
type Change struct {
	Head `yaml:",inline"`
	// on: the day of the change
	On cal.Day `yaml:"on" json:"on"`
	// cause: new (things moved on), revised (the source says otherwise now), correction (of a mistake
	// of ours), method (we count otherwise) or perimeter (who or what is counted changed)
	Cause Cause `yaml:"cause" json:"cause"`
	// targets: what changed, each with what it was and what it is now
	Targets []ChangeTarget `yaml:"targets" json:"targets"`
	// reason: why, in words for readers
	Reason lang.Text `yaml:"reason" json:"reason"`
	// source: identifier of the source that shows it, when one does
	Source string `yaml:"source,omitempty" json:"source,omitempty"`
}

// ChangeTarget is one thing that changed.
type ChangeTarget struct {
	// target: a claim (claims/<id>), a figure (figures/<id>), the figures of an indicator
	// (indicators/<id>), a record (<kind>/<id>) or the rows of a source (collected/<source>)
	Target string `yaml:"target" json:"target"`
	// key: which of its keys, as `vigie check` names it; the value of a claim or of a figure when absent
	Key string `yaml:"key,omitempty" json:"key,omitempty"`
	// was: what stood in the last edition, exactly; absent when nothing did, or for many at once
	Was string `yaml:"was,omitempty" json:"was,omitempty"`
	// now: what stands instead, exactly; absent when nothing does, or for many at once
	Now string `yaml:"now,omitempty" json:"now,omitempty"`
}

// Cause is why something published changed.
type Cause string

// The closed list of causes. What says itself why it changed (a new record, a
// withdrawal, words) needs none.
const (
	CauseNew        Cause = "new"        // things moved on: a request became a decision
	CauseRevised    Cause = "revised"    // the source says otherwise now
	CauseCorrection Cause = "correction" // we had it wrong
	CauseMethod     Cause = "method"     // we count otherwise
	CausePerimeter  Cause = "perimeter"  // who or what is counted is not the same
)

// Causes is the closed list.
func Causes() []Cause {
	return []Cause{CauseNew, CauseRevised, CauseCorrection, CauseMethod, CausePerimeter}
}
