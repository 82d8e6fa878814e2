package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func computeQualificationCalendar(ds *dataset.Dataset) Answer {
	c := secNumCloud(ds)
	dated := Line{Key: "dated", Label: say("Qualifications datées", "Dated qualifications"), Role: "series1"}
	undated := Line{Key: "undated", Label: say("Qualifications dont les dates ne sont pas connues", "Qualifications whose dates are not known"), Role: "unknown"}
	a := Answer{Unit: unitOf(ds, "day"), Notes: c.readings()}
	a.Coverage = Coverage{Total: len(c.granted), Of: say("qualifications dont les dates sont connues", "qualifications whose dates are known")}
	for _, q := range c.granted {
		p := Point{Key: q.ID, Label: offerName(q.Offer), State: string(q.Standing), Href: &record.Ref{Kind: record.Offers, ID: q.Offer.ID}}
		if e, ok := EndingOf(q); ok {
			p.Words, p.By = e.Text(), e.By
		}
		if q.Period == nil {
			p.Figure = daysLeft(ds, q, undated.Key, p.Label)
			undated.Points = append(undated.Points, p)
			continue
		}
		a.Coverage.Known++
		p.Period = cal.Between(cal.On(q.Period.From), cal.On(q.Period.Until))
		p.Figure = daysLeft(ds, q, dated.Key, p.Label)
		dated.Points = append(dated.Points, p)
	}
	byEnd := func(a, b Point) int {
		return cmp.Or(a.Period.Last().Compare(b.Period.Last()), cmp.Compare(a.Key, b.Key))
	}
	for _, l := range []Line{dated, undated} {
		slices.SortFunc(l.Points, byEnd)
		if len(l.Points) > 0 {
			a.Lines = append(a.Lines, l)
		}
	}
	return a
}

func daysLeft(ds *dataset.Dataset, q *dataset.Qualification, line string, name lang.Text) figure.Figure {
	return DaysLeft(ds, q, figureID("qualification-calendar", line, q.ID), join(name, say("jours restants", "days left")))
}

// offerName is what readers call an offer, with whose it is.
func offerName(o *dataset.Offer) lang.Text {
	if o.Provider == nil {
		return o.Name
	}
	return lang.Text{FR: o.Provider.Name.FR + ", " + o.Name.FR, EN: o.Provider.Name.EN + ", " + o.Name.EN}
}
