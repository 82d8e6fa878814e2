package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/value/cal"
)

// Era is a span over which the rules about hosting did not change.
type Era struct {
	Period cal.Period // open when it lasts
	Rules  []*dataset.Doctrine
}

// Eras cuts time where a rule about hosting starts or ends, the oldest first.
func Eras(ds *dataset.Dataset) []Era {
	b := bench{rules: aboutHosting(inHand(ds, ds.Doctrines))}
	var days []cal.Day
	for _, r := range b.rules {
		for _, d := range []cal.Day{r.InForce.First(), dayAfter(r.InForce.Last())} {
			if !d.IsZero() && !d.After(ds.AsOf) {
				days = append(days, d)
			}
		}
	}
	slices.SortFunc(days, cal.Day.Compare)
	days = slices.Compact(days)
	var out []Era
	for i, d := range days {
		until := cal.Date{}
		if i+1 < len(days) {
			until = cal.On(days[i+1].AddDays(-1))
		}
		out = append(out, Era{cal.Between(cal.On(d), until), b.regimes(cal.At(cal.On(d)))[0]})
	}
	return out
}
