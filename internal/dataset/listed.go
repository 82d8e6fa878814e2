package dataset

import (
	"slices"

	"vigie/internal/collected"
	"vigie/internal/collected/beside"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Listed is what the collected copy of the official list says of a qualification.
type Listed struct {
	beside.Entry
	Source      *Source
	Edition     cal.Date            // of the last copy read
	Copy        collected.Document  // where its values were first read; without address when that copy is not the last
	Differences []beside.Difference // on what the record says otherwise
}

// linkListed lays the official list, as it was collected, beside the qualifications.
func (ds *Dataset) linkListed(all []*collected.Collected) {
	list, ok := ds.added.Known.ListIn(all)
	source := Find[*Source](ds, record.Sources, list.Source)
	if !ok || source == nil {
		return
	}
	ds.List = source
	if list.Edition.First().After(ds.AsOf) {
		return
	}
	var described []beside.Described
	for _, q := range ds.Qualifications {
		d := beside.Described{Qualification: q.Qualification}
		if q.Offer != nil {
			d.Offer = q.Offer.Offer
		}
		described = append(described, d)
	}
	listed := func(e beside.Entry) *Listed {
		return &Listed{Entry: e, Source: source, Edition: list.Edition, Copy: copyOf(source.Collected.State, e.Snapshot)}
	}
	laid := ds.added.Known.Compare(list, described)
	for _, q := range ds.Qualifications {
		if list.Covers(q.Qualification) {
			q.leftOut = list.Edition
		}
	}
	for _, p := range laid.Pairs {
		q := Find[*Qualification](ds, record.Qualifications, p.Qualification.ID)
		q.Listed, q.leftOut = listed(p.Entry), cal.Date{}
		q.Listed.Differences = p.Differences
	}
	for _, e := range laid.Alone {
		ds.Undescribed = append(ds.Undescribed, listed(e))
	}
}

// copyOf finds a copy by its digest among those that were read last.
func copyOf(s collected.State, digest string) collected.Document {
	for _, d := range s.Documents {
		if d.SHA256 == digest {
			return d
		}
	}
	return collected.Document{SHA256: digest}
}

// listings are what people read in editions of the list, and what a program did: a
// row is listed in the edition of its last copy, until the day since which it is
// gone.
func (q *Qualification) listings() []record.Listing {
	l := q.Listed
	switch {
	case l == nil:
		return q.Listings
	case l.GoneSince.IsZero():
		return append(slices.Clone(q.Listings), record.Listing{Edition: l.Edition, Listed: "yes", Source: l.Source.ID})
	}
	return append(slices.Clone(q.Listings),
		record.Listing{Edition: cal.On(l.FirstSeen), Listed: "yes", Source: l.Source.ID},
		record.Listing{Edition: cal.On(l.GoneSince), Listed: "no", Source: l.Source.ID})
}
