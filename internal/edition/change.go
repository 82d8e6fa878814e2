package edition

import (
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Type is what sort of change it is.
type Type string

// The closed list of types.
const (
	New            Type = "new"              // it was in no edition before, or things moved on and a cause says so
	Revised        Type = "revised"          // the source says otherwise now
	Correction     Type = "correction"       // we had it wrong
	Method         Type = "method"           // we count otherwise
	Perimeter      Type = "perimeter"        // who or what is counted is not the same
	NoLongerListed Type = "no-longer-listed" // a collected source lists it no more
	Withdrawn      Type = "withdrawn"        // taken back, with a day and a reason
	Wording        Type = "wording"          // words alone changed
	ReadAgain      Type = "read-again"       // the same was read again, on another day or in another copy
	Time           Type = "time"             // the day of reference changed, and nothing else
	Undeclared     Type = "undeclared"       // nothing says why: the check fails, and no site shows it
)

// Types is the closed list, in the order in which a journal lists them.
func Types() []Type {
	return []Type{Undeclared, Correction, Revised, Method, Perimeter, Withdrawn, NoLongerListed, New, Time, ReadAgain,
		Wording}
}

// Change is one thing that changed between two editions, or between the last
// edition and the tree.
type Change struct {
	Day  cal.Day // of the edition that brought it; the day of reference for what is in the tree alone
	From cal.Day // the edition that it is compared with
	To   cal.Day // the edition that brought it; no day for what is in the tree and in no edition yet

	Type   Type
	Target string // "claims/<id>", "figures/<id>", "<kind>/<id>" or "collected/<source>"
	Key    string // which of its keys; empty for the whole of it
	// the record where a reader finds it; of a claim, the one that holds it; none for the figure of an indicator
	Record record.Ref
	Claim  string    // identifier, when it is a claim
	Figure string    // identifier, when it is a figure
	Name   lang.Text // what readers call the target
	Was    Value     // empty when there was nothing
	Now    Value     // empty when there is nothing left
	Count  int       // of things in one entry (rows of a source); 1 for one thing

	Cause   string    // identifier of the record of kind `changes` that declares it; empty when none is needed
	Reason  lang.Text // why: of that record, of the withdrawal or of the correction; empty when the type says it all
	Source  string    // identifier of the source that shows it, when one is named
	Because []string  // of a figure: the targets whose changes changed it
}

// Value is a value as it was published, for machines and for readers.
type Value struct {
	Exact string    // "51600000", "2026-11-30", "granted"; empty where there is nothing
	Text  lang.Text // "51,6 M€", or the exact form where there are no words for it
}

// IsZero says that there is none.
func (t Value) IsZero() bool { return t.Exact == "" && t.Text.IsZero() }

// The prefixes of targets that are no records.
const (
	claims     = "claims"
	figures    = "figures"
	indicators = "indicators"
	rows       = "collected"
)

// split gives the two parts of a target.
func split(target string) (kind, id string) {
	kind, id, _ = strings.Cut(target, "/")
	return kind, id
}
