package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
)

func computeSourceFreshness(ds *dataset.Dataset) Answer {
	t := newTally("source-freshness", unitOf(ds, "source"))
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Of: say("sources dont la fraîcheur peut être dite", "sources whose freshness can be told")}}
	for _, s := range inHand(ds, ds.Sources) {
		state := placed(s)
		a.Coverage.Total++
		if state != "unread" {
			a.Coverage.Known++
		}
		t.add("sources", state, record.Ref{Kind: record.Sources, ID: s.ID})
	}
	a.Lines = t.lines([]place{{key: "sources", label: say("Sources", "Sources"), role: "series1"}}, []place{
		{key: "once", label: say("Parues une fois", "Came out once")},
		{key: "up-to-date", label: say("À jour", "Up to date")},
		{key: "due", label: say("En retard", "Late")},
		{key: "silent", label: say("Muettes pour nous", "Silent to us")},
		{key: "irregular-recent", label: say("Sans rythme, lues depuis moins d’un an", "No set rhythm, read within a year")},
		{key: "irregular-old", label: say("Sans rythme, lues il y a plus d’un an", "No set rhythm, read over a year ago")},
		{key: "dead", label: say("Adresse qui ne répond plus", "Address that no longer answers")},
		{key: "refused", label: say("Fermées aux programmes", "Closed to programs")},
		{key: "unread", label: say("Citées, sans rien qui en soit tiré", "Listed, with nothing drawn from them")},
	})
	return a
}

// placed is the place of a source among the points: its state on the day of
// reference, under keys older than that word; sources without a rhythm stand apart.
func placed(s *dataset.Source) string {
	irregular := s.Cadence == record.Irregular
	switch state := s.Freshness.State; {
	case state == dataset.SourceFresh && irregular:
		return "irregular-recent"
	case state == dataset.SourceSilent && irregular:
		return "irregular-old"
	case state == dataset.SourceFresh:
		return "up-to-date"
	case state == dataset.SourceLate:
		return "due"
	case state == dataset.SourceGone:
		return "dead"
	case state == dataset.SourceNever:
		return "unread"
	default:
		return string(state)
	}
}
