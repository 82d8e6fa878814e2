package collected

import (
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// State is how a source stands.
type State struct {
	Source   string
	Standing Standing
	Since    cal.Day   // day since which it stands so; none when it is good
	Code     string    // what is wrong, one of a closed list of package collect
	Reason   lang.Text // what is wrong, one sentence
	Reader   string    // name of what read the documents
	Version  int       // its version then
	Under    string    // digest of the recipe and the bounds under which they were read
	Edition  cal.Date  // date that the documents bear
	// Documents are those that the rows were last read from.
	Documents []Document
	// Refused are documents that came since and whose harvest was refused.
	Refused []Document
	// Unreadable counts the rows of the documents that could not be read.
	Unreadable int
	// Ignored was left aside on purpose, Unread was not known to the reader.
	Ignored []Left
	Unread  []Left
}

// Standing is how far the rows of a source can be relied on.
type Standing string

// The closed list of standings. Out of Good, the rows are the last good ones.
const (
	Good     Standing = "good"
	Stale    Standing = "stale"    // the source could not be fetched
	Doubtful Standing = "doubtful" // what came is not plausible
)

// Standings is the closed list.
func Standings() []Standing { return []Standing{Good, Stale, Doubtful} }

// The codes of the faults that say something of the source itself, not of one
// visit: what a failed visit noted as its Code.
const (
	CodeGone   = "gone"   // there is nothing at its address any more
	CodeRobots = "robots" // its robots.txt forbids the visit
	CodeWalled = "walled" // it is closed to robots
)

// Document is a copy that was read: its bytes are in the archive under their
// digest.
type Document struct {
	URL    string
	SHA256 string
	Read   cal.Day // day of the visit
	ByHand bool    // saved by a person, not fetched
}

// Left is something in the documents that no column took.
type Left struct {
	What  string
	Count int
}

// IsGood says that the rows are those of the last visit, and not the last good ones
// before a visit that failed.
func (s State) IsGood() bool { return s.Standing == Good }

// Read is the day of the documents that the rows were last read from; none
// before the first good harvest.
func (s State) Read() cal.Day {
	if len(s.Documents) == 0 {
		return cal.Day{}
	}
	return s.Documents[0].Read
}

// LateSince says since when a source should have been renewed, by its cadence and
// the days of grace that it is given; false while it is in time. It counts from
// the edition of the documents, or else from the day of their visit.
func (s State) LateSince(cadence record.Cadence, grace int, asOf cal.Day) (cal.Day, bool) {
	from := s.Read()
	if !s.Edition.IsZero() {
		from = s.Edition.Last()
	}
	if from.IsZero() {
		return cal.Day{}, false
	}
	due, renewed := cadence.Next(from)
	due = due.AddDays(grace + 1)
	return due, renewed && !asOf.Before(due)
}
