package site

import (
	"strings"

	"vigie/internal/collected/beside"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
)

// CopyView is where a program read something: a copy, and where in it.
type CopyView struct {
	SHA256, At, Read string
}

// DifferenceView is something on which a record and the collected list do not agree.
type DifferenceView struct {
	What, Here, Listed string
}

// UndescribedView is a qualification of the collected list that has no record here.
type UndescribedView struct {
	Service, Supplier, Decision, DecisionAt string
	Models                                  string
	From, Until                             string
	Copy                                    CopyView
}

// listed adds what the collected copy of the list says of a qualification.
func (v view) listed(q *dataset.Qualification, out *QualificationView) {
	v.note(0, trace.Thing{Of: trace.Rows, ID: trace.All}) // a list may come to name it, or cease to
	l := q.Listed
	if l == nil {
		return
	}
	lv := ListingView{Edition: v.when(l.Edition), Listed: v.word("listed.yes"), Source: v.sourceLink(l.Source.ID),
		Copy: v.copy(l)}
	if !l.GoneSince.IsZero() && !l.GoneSince.After(v.site.Data.AsOf) {
		lv.Listed, out.Gone, lv.Copy = v.word("listed.no"), v.day(l.GoneSince), v.lastCopy(l.Source)
	} else if l.Recommendation != "" {
		lv.Recommendation = v.name(record.RecommendationList, l.Recommendation)
	}
	out.Listings = append(out.Listings, lv)
	for _, d := range l.Differences {
		out.Differs = append(out.Differs,
			DifferenceView{What: v.word("differs." + string(d.What)), Here: v.compared(d.What, d.Here),
				Listed: v.compared(d.What, d.Listed)})
	}
}

func (v view) copy(l *dataset.Listed) *CopyView {
	return &CopyView{SHA256: l.Snapshot, At: l.At, Read: v.day(l.Copy.Read)}
}

// lastCopy is the last copy of a source, which shows that something is not in it; nil
// when it has none.
func (v view) lastCopy(s *dataset.Source) *CopyView {
	if documents := s.Collected.State.Documents; len(documents) > 0 {
		return &CopyView{SHA256: documents[0].SHA256, Read: v.day(documents[0].Read)}
	}
	return nil
}

// compared writes a value that differs as pages do.
func (v view) compared(what beside.What, value string) string {
	switch what {
	case beside.First, beside.Last:
		if d, err := cal.ParseDay(value); err == nil {
			return v.day(d)
		}
	case beside.Recommendation:
		return v.name(record.RecommendationList, value)
	}
	return value
}

// said gives the words of the theme for a word of a source, or its own words: a
// source may come to say what nobody foresaw.
func (v view) said(prefix, word, own string) string {
	v.note(0, trace.Thing{Of: trace.Words, ID: prefix + word})
	if s, err := v.site.Theme.Words.In(v.l, prefix+word); err == nil {
		return s
	}
	return own
}

// undescribed lists the qualifications of the collected list that have no record.
func (v view) undescribed() []UndescribedView {
	var out []UndescribedView
	v.note(0, trace.Thing{Of: trace.Rows, ID: trace.All})
	for _, l := range v.site.Data.Undescribed {
		var models []string
		for _, m := range l.Models {
			models = append(models, string(m))
		}
		out = append(out, UndescribedView{Service: l.Service, Supplier: l.Supplier, Decision: l.Number(), DecisionAt: l.Act,
			Models: strings.Join(models, ", "), From: v.day(l.From), Until: v.day(l.Until), Copy: *v.copy(l)})
	}
	return out
}
