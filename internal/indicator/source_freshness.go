package indicator

import (
	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/record"
)

var sourceFreshness = Indicator{
	ID:       "source-freshness",
	Title:    say("Fraîcheur des sources", "Freshness of the sources"),
	Question: say("Ce qui est affiché ici est-il encore à jour ?", "Is what is shown here still up to date?"),
	Method: say("Chaque source compte une fois, d’après le dernier jour où elle a été lue et le rythme auquel elle est renouvelée. "+
		"Une source est à relire quand ce rythme et son délai de grâce sont passés. Un article ou un rapport paraît une fois et n’a pas à être relu.",
		"Each source counts once, by the last day on which it was read and by how often it is renewed. "+
			"A source is due to be read again once that span and its days of grace have passed. An article or a report comes out once and need not be read again."),
	Shape:   Categories,
	Compute: computeSourceFreshness,
}

func computeSourceFreshness(ds *dataset.Dataset) Answer {
	t := newTally("source-freshness", unitOf(ds, "source"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: say("sources dont la fraîcheur peut être dite", "sources whose freshness can be told")}}
	for _, s := range inHand(ds, ds.Sources) {
		state := freshness(s, ds.AsOf)
		a.Coverage.Total++
		if state != "unread" {
			a.Coverage.Known++
		}
		t.add("sources", state, record.Ref{Kind: record.Sources, ID: s.ID})
	}
	a.Lines = t.lines([]place{{key: "sources", label: say("Sources", "Sources"), role: "series1"}}, []place{
		{key: "once", label: say("Parues une fois", "Came out once")},
		{key: "up-to-date", label: say("À jour", "Up to date")},
		{key: "due", label: say("À relire", "Due to be read again")},
		{key: "irregular-recent", label: say("Sans rythme, lues depuis moins d’un an", "No set rhythm, read within a year")},
		{key: "irregular-old", label: say("Sans rythme, lues il y a plus d’un an", "No set rhythm, read over a year ago")},
		{key: "dead", label: say("Adresse qui ne répond plus", "Address that no longer answers")},
		{key: "unread", label: say("Citées, sans rien qui en soit tiré", "Listed, with nothing drawn from them")},
	})
	return a
}

// freshness is where a source stands on a day.
func freshness(s *dataset.Source, day cal.Day) string {
	read := dataset.LastRead(s.Claims)
	switch {
	case s.DeadSince != nil && !day.Before(*s.DeadSince):
		return "dead"
	case read.IsZero():
		return "unread"
	case s.Cadence == record.Once:
		return "once"
	case s.Cadence == record.Irregular && read.AddMonths(12).Before(day):
		return "irregular-old"
	case s.Cadence == record.Irregular:
		return "irregular-recent"
	case renewed(read, s.Cadence).AddDays(s.Grace).Before(day):
		return "due"
	}
	return "up-to-date"
}

// renewed is when a source that was read on a day is renewed next.
func renewed(read cal.Day, c record.Cadence) cal.Day {
	switch c {
	case record.Daily:
		return read.AddDays(1)
	case record.Weekly:
		return read.AddDays(7)
	case record.Monthly:
		return read.AddMonths(1)
	case record.Quarterly:
		return read.AddMonths(3)
	case record.HalfYearly:
		return read.AddMonths(6)
	}
	return read.AddMonths(12)
}
