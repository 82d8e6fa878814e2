package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

func computeExpiriesAhead(ds *dataset.Dataset) Answer {
	t := newTally("expiries-ahead", unitOf(ds, "qualification"))
	c := askedCatalogue(ds)
	a := Answer{Unit: t.unit, Notes: c.readings(),
		Coverage: Coverage{Of: say("qualifications en vigueur dont le terme est connu",
			"qualifications in force whose end date is known")}}
	for _, q := range c.granted {
		if !q.Counts() {
			continue
		}
		a.Coverage.Total++
		if q.Period == nil {
			continue
		}
		a.Coverage.Known++
		if next := q.ReplacedBy; next == nil || next.Stage != record.Granted {
			t.add("ending", month(q.Period.Until).String(), record.Ref{Kind: record.Qualifications, ID: q.ID})
		}
	}
	if len(c.granted) == 0 {
		return nothingCounted(ds, "expiries-ahead", t, endingLine())
	}
	var months []place
	for i := range 13 { // the month under way, then twelve
		p := cal.At(month(cal.NewDay(ds.AsOf.Year(), ds.AsOf.Month()+i, 1)))
		months = append(months, place{key: p.String(), label: inWords(p), period: p})
	}
	a.Lines = t.lines(endingLine(), months)
	return a
}

func endingLine() []place {
	return []place{{key: "ending", label: say("Qualifications à leur terme", "Qualifications that end"),
		role: "accent"}}
}

func month(d cal.Day) cal.Date { return cal.MustDate(d.String()[:7]) }
