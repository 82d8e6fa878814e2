package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// spans shows a bar per qualification, from its first day to its last, and the days that
// are left of it on the day of reference. Those without dates stand on the second line.
func spans(ds *dataset.Dataset, d *record.Indicator) Answer {
	a := Answer{Unit: unitOf(ds, "day"), Coverage: Coverage{Of: d.Cases}}
	as := lineWords(d)
	listed := namedCatalogue(ds, "")
	lines := make([]Line, 2)
	for i := range lines {
		lines[i] = Line{Key: as[i].Key, Label: as[i].Label, Role: as[i].Role}
	}
	for _, q := range chosen[*dataset.Qualification](ds, d.Of) {
		if q.Offer == nil {
			continue
		}
		a.Coverage.Total++
		if listed.scheme == "" {
			listed = namedCatalogue(ds, q.Scheme)
		}
		listed.span(q, ds.AsOf)
		p := Point{Key: q.ID, Label: offerName(q.Offer), State: string(q.Standing),
			Href: &record.Ref{Kind: record.Offers, ID: q.Offer.ID}}
		if e, ok := EndingOf(q); ok {
			p.Words, p.By = e.Text(), e.By
		}
		on := &lines[1]
		if q.Period != nil {
			on = &lines[0]
			p.Period = cal.Between(cal.On(q.Period.From), cal.On(q.Period.Until))
			a.Coverage.Known++
		}
		p.Figure = DaysLeft(ds, q, figureID(d.ID, on.Key, q.ID), join(p.Label, say("jours restants", "days left")))
		on.Points = append(on.Points, p)
	}
	a.Notes = listed.readings()
	for _, l := range lines {
		slices.SortFunc(l.Points, func(a, b Point) int {
			return cmp.Or(a.Period.Last().Compare(b.Period.Last()), cmp.Compare(a.Key, b.Key))
		})
		if len(l.Points) > 0 {
			a.Lines = append(a.Lines, l)
		}
	}
	if len(a.Lines) == 0 {
		return noneChosen(d, a, as[0])
	}
	return a
}

// lineWords are the line of what has dates, and that of what has none.
func lineWords(d *record.Indicator) [2]record.IndicatorLine {
	undated := record.IndicatorLine{Key: "undated", Label: say("Dates inconnues", "Dates unknown"), Role: "unknown"}
	if len(d.Lines) > 1 {
		undated = d.Lines[1]
	}
	return [2]record.IndicatorLine{first(d), undated}
}

// noneChosen answers where no record fulfils the conditions: nothing is shown as unknown.
func noneChosen(d *record.Indicator, a Answer, as record.IndicatorLine) Answer {
	f := unknown(d.ID, as.Key, "none", as.Label, a.Unit, record.NotApplicable)
	a.Lines = []Line{{Key: as.Key, Label: as.Label, Role: as.Role,
		Points: []Point{{Key: "none", Label: as.Label, Figure: f}}}}
	a.Notes = append(a.Notes,
		say("Aucune fiche de ce site ne remplit ces conditions.", "No record of this site fulfils these conditions."))
	return a
}

// chosen are the records that fulfil the conditions of a choice.
func chosen[T any](ds *dataset.Dataset, of *record.RecordChoice) []T {
	var out []T
	for _, r := range recordsOf(ds, of.Records) {
		if one, ok := r.linked.(T); ok && r.fulfils(of.Only) {
			out = append(out, one)
		}
	}
	return out
}

// offerName is what readers call an offer, with whose it is.
func offerName(o *dataset.Offer) lang.Text {
	if o.Provider == nil {
		return o.Name
	}
	return lang.Join(", ", o.Provider.Name, o.Name)
}
