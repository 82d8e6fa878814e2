package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

const leftList = "left-list"

func computeQualificationsInProgress(ds *dataset.Dataset) Answer {
	t := newTally("qualifications-in-progress", unitOf(ds, "request"))
	lines := []place{{key: "in-progress", label: say("Demandes en cours", "Requests in progress"), role: "series4"}}
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Of: say("demandes dont un jalon est daté", "requests with a dated milestone")}}
	c := askedCatalogue(ds)
	places := []place{
		{key: "none", label: say("Aucun jalon daté", "No dated milestone")},
	}
	for _, s := range c.steps {
		places = append(places, place{key: s.Code, label: s.Name})
	}
	places = append(places,
		place{key: leftList, label: say("Absente de la dernière liste lue", "Absent from the last list read")})
	var read catalogue
	for _, q := range c.asked {
		if q.Standing != dataset.StandingInProgress {
			continue
		}
		at := reached(ds, q, c.steps)
		a.Coverage.Total++
		if at != "none" && at != leftList {
			a.Coverage.Known++
		}
		t.add("in-progress", at, record.Ref{Kind: record.Qualifications, ID: q.ID})
		read.span(q, ds.AsOf)
	}
	if a.Coverage.Total == 0 {
		return nothingCounted(ds, "qualifications-in-progress", t, lines)
	}
	a.Lines = t.lines(lines, places)
	if day := read.last; !day.IsZero() {
		a.note(lang.Text{}, say("Dernière liste lue : {day}. Une demande a pu aboutir ou cesser depuis.",
			"Last list read: {day}. A request may have succeeded or ended since.").With(lang.In("day", day.Words())))
	}
	return a
}

// reached is the last milestone of a request, unless the last list read leaves it out.
func reached(ds *dataset.Dataset, q *dataset.Qualification, steps []record.SchemeStep) string {
	at, rank := "none", -1
	for _, m := range q.Milestones {
		of := slices.IndexFunc(steps, func(s record.SchemeStep) bool { return s.Code == m.Name })
		if !m.On.First().After(ds.AsOf) && of > rank {
			at, rank = m.Name, of
		}
	}
	var last record.Listing
	for _, l := range q.Listings {
		if !l.Edition.First().After(ds.AsOf) && l.Edition.Compare(last.Edition) >= 0 {
			last = l
		}
	}
	if last.Listed == "no" {
		return leftList
	}
	return at
}
