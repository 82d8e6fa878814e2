package dataset

import (
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Records are the linked records, by kind, each kind sorted by identifier.
type Records struct {
	Sources        []*Source
	Measures       []*Measure
	Perimeters     []*Perimeter
	Tiers          []*Tier
	Organisations  []*Organisation
	Providers      []*Provider
	Offers         []*Offer
	Qualifications []*Qualification
	Migrations     []*Migration
	Series         []*Series
	Commitments    []*Commitment
	Events         []*Event
	Doctrines      []*Doctrine
	Calculations   []*Calculation
	Contradictions []*Contradiction
	Silences       []*Silence
	Requests       []*Request
	Declared       []*Declared // changes of what was published
	Indicators     []*Indicator
}

// Withdrawn is a record that was taken back by the day of reference.
type Withdrawn struct {
	Ref record.Ref
	*record.Withdrawal
}

// gatherWithdrawn notes the records of all kinds that were taken back.
func (ds *Dataset) gatherWithdrawn(c *corpus.Corpus) {
	corpus.Each(c, func(owner record.Ref, _ string, w *record.Withdrawal) {
		if !ds.AsOf.Before(w.On) {
			ds.Withdrawn = append(ds.Withdrawn, Withdrawn{owner, w})
		}
	})
}

// Has says that there is a record, withdrawn or not. Units are no linked records.
func (ds *Dataset) Has(ref record.Ref) bool { return ds.byID[ref] != nil }

// Withdrawal is why and since when a record is taken back, or the one on whose
// page it is shown; nil when it stands.
func (ds *Dataset) Withdrawal(ref record.Ref) *record.Withdrawal {
	for _, w := range ds.Withdrawn {
		if w.Ref == ref {
			return w.Withdrawal
		}
	}
	switch r := ds.byID[ref].(type) {
	case *Qualification:
		if r.Offer != nil {
			return ds.Withdrawal(record.Ref{Kind: record.Offers, ID: r.Offer.ID})
		}
	case *Migration:
		if r.Organisation != nil {
			return ds.Withdrawal(record.Ref{Kind: record.Organisations, ID: r.Organisation.ID})
		}
	}
	return nil
}

// retire leaves the records that were withdrawn by the day of reference out of
// every list, so that nothing counts or shows them by oversight. They stay in
// Every, where pages and downloads find them, and answer to their identifier.
func (ds *Dataset) retire() {
	ds.Every = ds.Records
	r := &ds.Records
	inHand(ds, &r.Sources)
	inHand(ds, &r.Measures)
	inHand(ds, &r.Perimeters)
	inHand(ds, &r.Tiers)
	inHand(ds, &r.Organisations)
	inHand(ds, &r.Providers)
	inHand(ds, &r.Offers)
	inHand(ds, &r.Qualifications)
	inHand(ds, &r.Migrations)
	inHand(ds, &r.Series)
	inHand(ds, &r.Commitments)
	inHand(ds, &r.Events)
	inHand(ds, &r.Doctrines)
	inHand(ds, &r.Calculations)
	inHand(ds, &r.Contradictions)
	inHand(ds, &r.Silences)
	inHand(ds, &r.Requests)
	inHand(ds, &r.Declared)
	inHand(ds, &r.Indicators)
	for _, m := range ds.Every.Measures {
		inHand(ds, &m.Series)
	}
	for _, p := range ds.Every.Perimeters {
		inHand(ds, &p.Series)
	}
	for _, o := range ds.Every.Organisations {
		inHand(ds, &o.Children)
		if !o.IsWithdrawn(ds.AsOf) { // its page stays as it was
			inHand(ds, &o.Migrations)
		}
		inHand(ds, &o.Offers)
		inHand(ds, &o.Series)
		inHand(ds, &o.Events)
		inHand(ds, &o.Commitments)
		inHand(ds, &o.Silences)
		inHand(ds, &o.Requests)
	}
	for _, s := range ds.Every.Silences {
		inHand(ds, &s.Requests)
	}
	for _, p := range ds.Every.Providers {
		inHand(ds, &p.Offers)
		inHand(ds, &p.Qualifications)
		inHand(ds, &p.Migrations)
		inHand(ds, &p.Series)
		inHand(ds, &p.Events)
		inHand(ds, &p.Silences)
	}
	for _, o := range ds.Every.Offers {
		if !o.IsWithdrawn(ds.AsOf) {
			inHand(ds, &o.Qualifications)
		}
		inHand(ds, &o.Migrations)
		inHand(ds, &o.Series)
		inHand(ds, &o.Events)
	}
}

// IsWithdrawn says that the qualification, or the offer that it qualifies, was
// taken back by a day: it is shown on the page of that offer, and goes with it.
func (q *Qualification) IsWithdrawn(day cal.Day) bool {
	return q.Head.IsWithdrawn(day) || q.Offer != nil && q.Offer.IsWithdrawn(day)
}

// IsWithdrawn says that the case, or the organisation that it is about, was
// taken back by a day.
func (m *Migration) IsWithdrawn(day cal.Day) bool {
	return m.Head.IsWithdrawn(day) || m.Organisation != nil && m.Organisation.IsWithdrawn(day)
}

// inHand leaves the withdrawn records out of a list, which becomes a list of its own.
func inHand[T interface{ IsWithdrawn(cal.Day) bool }](ds *Dataset, list *[]T) {
	withdrawn := func(r T) bool { return r.IsWithdrawn(ds.AsOf) }
	if slices.ContainsFunc(*list, withdrawn) {
		*list = slices.DeleteFunc(slices.Clone(*list), withdrawn)
	}
}
