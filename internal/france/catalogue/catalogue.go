// Package catalogue lays what was collected of the ANSSI catalogue beside the
// qualifications that people described: which row is which record, where the two
// say different things, and which rows no record describes.
//
//	list, ok := catalogue.In(read.Collected)          // the collected catalogue, when there is one
//	laid := catalogue.Compare(list, described) // described: qualifications with their offers
//	laid.Pairs[0].Differences                          // "period/until": 2026-11-30 here, 2029-11-30 there
//	catalogue.Missing(list, laid.Alone[0], read.Offers)                   // the YAML of the record that is missing
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
	"vigie/internal/collected/beside"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Reader is the name of the reader whose rows these are.
const Reader = "anssi-catalogue"

// scheme is that of its rows.
const scheme record.Scheme = "secnumcloud"

// In finds the collected catalogue among all that was collected: the last one read,
// when several sources are read so.
func In(all []*collected.Collected) (beside.List, bool) {
	c, ok := collected.LastBy(Reader, all)
	if !ok {
		return beside.List{}, false
	}
	l := beside.List{Source: c.State.Source, Scheme: scheme, Edition: c.State.Edition, Read: c.State.Read()}
	if l.Edition.IsZero() {
		l.Edition = cal.On(l.Read)
	}
	for i, r := range c.Rows {
		l.Entries = append(l.Entries, entry(c, r, i+2))
	}
	return l, true
}

func entry(c *collected.Collected, r collected.Row, line int) beside.Entry {
	e := beside.Entry{Decision: c.Cell(r, "decision"), Supplier: c.Cell(r, "fournisseur"), Service: c.Cell(r, "service"),
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
