// Package catalogue lays what was collected of the ANSSI catalogue beside the
// qualifications that people described: which row is which record, where the two
// say different things, and which rows no record describes.
//
//	list, ok := catalogue.In(read.Collected)          // the collected catalogue, when there is one
//	laid := catalogue.Compare(list.Entries, described) // described: qualifications with their offers
//	laid.Pairs[0].Differences                          // "period/until": 2026-11-30 here, 2029-11-30 there
//	laid.Alone[0].Record(…)                            // the YAML of the record that is missing
//
// A row and a record are one qualification when they bear the same decision: the
// year of the act and its number, since numbers start again every year. A record
// whose decision is that of no row is still laid beside a row of the same service
// that begins on the same day, and its decision is then a difference.
//
// Promises: pure; what rows say is text from outside, and is quoted wherever it is
// written.
package catalogue

import (
	"strings"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Reader is the name of the reader whose rows these are.
const Reader = "anssi-catalogue"

// List is the collected catalogue.
type List struct {
	Source  string   // identifier of the source
	Edition cal.Date // that its last copies bear; the day of the visit when they bear none
	Read    cal.Day  // of the last copies
	Entries []Entry
}

// Entry is a row of the collected catalogue.
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

// In finds the collected catalogue among all that was collected: the last one read,
// when several sources are read so.
func In(all []*collected.Collected) (List, bool) {
	c, ok := collected.LastBy(Reader, all)
	if !ok {
		return List{}, false
	}
	l := List{Source: c.State.Source, Edition: c.State.Edition, Read: c.State.Read()}
	if l.Edition.IsZero() {
		l.Edition = cal.On(l.Read)
	}
	for i, r := range c.Rows {
		l.Entries = append(l.Entries, entry(c, r, i+2))
	}
	return l, true
}

func entry(c *collected.Collected, r collected.Row, line int) Entry {
	e := Entry{Decision: c.Cell(r, "decision"), Supplier: c.Cell(r, "fournisseur"), Service: c.Cell(r, "service"),
		Act: c.Cell(r, "acte"), Recommendation: c.Cell(r, "recommandation"),
		FirstSeen: r.FirstSeen, GoneSince: r.GoneSince, Snapshot: r.Snapshot, At: r.At, Line: line}
	// Cells are canonical: a day that does not read is one that was not given.
	e.From, _ = cal.ParseDay(c.Cell(r, "debut"))
	e.Until, _ = cal.ParseDay(c.Cell(r, "fin"))
	for m := range strings.SplitSeq(c.Cell(r, "modeles"), "|") {
		if m != "" {
			e.Models = append(e.Models, record.Model(m))
		}
	}
	return e
}
