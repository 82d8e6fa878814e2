package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// shareOfRecords shows which share of the records of a kind fulfils the conditions of the
// part, at each value of a key. Both counts behind a share stand in its proof. Where no
// record is, the share is unknown: nothing is no zero.
func shareOfRecords(ds *dataset.Dataset, d *record.Indicator) Answer {
	by, as := *d.Count, first(d)
	a := Answer{Unit: unitOf(ds, d.Unit), Coverage: Coverage{Of: d.Cases}}
	records := ds.Unit("record")
	whole, part := newTally(d.ID, records), newTally(d.ID, records)
	met := map[string]int{}
	for _, r := range recordsOf(ds, by.Records) {
		if !r.fulfils(by.Only) {
			continue
		}
		a.Coverage.Total++
		places := r.placesAlong(by)
		if len(places) > 0 {
			a.Coverage.Known++
		}
		for _, p := range places {
			met[p]++
			whole.add("whole", p, r.ref)
			if r.fulfils(by.Part) {
				part.add("part", p, r.ref)
			}
		}
	}
	places := placesOf(ds, by, met)
	if len(places) == 0 {
		return absent(ds, d, as)
	}
	line := Line{Key: as.Key, Label: as.Label, Role: as.Role}
	all := whole.lines([]place{{key: "whole", label: say("Toutes", "All")}}, places)[0]
	those := part.lines([]place{{key: "part", label: as.Label}}, places)[0]
	for i, p := range places {
		line.Points = append(line.Points, Point{Key: p.key, Label: p.label, Period: p.period,
			Figure: shareAt(figureID(d.ID, line.Key, p.key), join(line.Label, p.label), a.Unit, those.Points[i].Figure,
				all.Points[i].Figure)})
	}
	a.Lines = []Line{line}
	return a
}

// shareAt is a count over another, in percent with one decimal. The records of the whole
// are those of the share: they stand on its proof.
func shareAt(id string, label lang.Text, unit quantity.Unit, part, whole figure.Figure) figure.Figure {
	f := figure.Figure{ID: id, Label: label, Nature: figure.Computed, State: figure.Unknown,
		Reason: record.NotApplicable, Unit: unit, Period: whole.Period,
		Rests: figure.Rests{Words: say(
			"Les fiches qui remplissent les conditions, sur toutes celles qui sont comptées ici.",
			"The records that fulfil the conditions, out of all those counted here.")}}
	part.ID, whole.ID = id+"/part", id+"/whole"
	if whole.Value.Low.IsZero() {
		f.Rests.Records = slices.Clone(whole.Rests.Records)
		return f
	}
	share, err := figure.Share(f, figure.Input{Name: "part", Figure: part}, figure.Input{Name: "whole", Figure: whole})
	if err == nil {
		share, err = share.Rounded(1)
	}
	if err != nil {
		return f
	}
	return share
}
