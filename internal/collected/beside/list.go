package beside

import (
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// List is the collected copy of the official list of qualifications.
type List struct {
	Source  string        // identifier of the source
	Scheme  record.Scheme // under which its rows are granted
	Edition cal.Date      // that its last copies bear; the day of the visit when they bear none
	Read    cal.Day       // of the last copies
	Entries []Entry
}

// Covers says that a qualification would stand in the list.
func (l List) Covers(q *record.Qualification) bool {
	return q.Scheme == l.Scheme && q.Stage == record.Granted
}

// Entry is a row of the list.
type Entry struct {
	Decision          string // year and number: "2023-2118"
	Supplier, Service string
	Models            []record.Model
	From, Until       cal.Day
	Act               string // address of the decision
	Recommendation    string
	FirstSeen         cal.Day
	GoneSince         cal.Day // no day while it is listed
	Snapshot          string  // digest of the copy in which its values were first read
	At                string  // where in that copy
	Line              int     // in the table of what was collected
}

// Number is the number of the decision within its year.
func (e Entry) Number() string {
	_, number, _ := strings.Cut(e.Decision, "-")
	return number
}

// Described is a qualification as people described it; its offer may be missing.
type Described struct {
	Qualification *record.Qualification
	Offer         *record.Offer
}

// Laid is the list laid beside the records.
type Laid struct {
	Pairs []Pair
	Alone []Entry // rows that are still listed and that no record describes
}

// Pair is a row and the record of the same qualification.
type Pair struct {
	Entry
	Described
	Differences []Difference
}

// Difference is something on which a record and a row do not agree.
type Difference struct {
	Path   string // of the value in the record
	What   What
	Here   string // what the record says
	Listed string // what the row says
}

// What is the thing that differs.
type What string

// The closed list of what may differ.
const (
	First          What = "first-day"
	Last           What = "last-day"
	TheDecision    What = "decision"
	Act            What = "act"
	TheOffer       What = "offer"
	Models         What = "models"
	Recommendation What = "recommendation"
)

// Whats is the closed list.
func Whats() []What { return []What{First, Last, TheDecision, Act, TheOffer, Models, Recommendation} }
