package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
)

func computeSourcesByQuality(ds *dataset.Dataset) Answer {
	t := newTally("sources-by-quality", unitOf(ds, "source"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: say("sources dont quelque chose est tiré", "sources that something is drawn from")}}
	for _, s := range inHand(ds, ds.Sources) {
		a.Coverage.Total++
		if len(s.Claims) > 0 {
			a.Coverage.Known++
			t.add("sources", string(s.Quality), record.Ref{Kind: record.Sources, ID: s.ID})
		}
	}
	var qualities []place
	for _, q := range record.Qualities() {
		qualities = append(qualities, place{key: string(q), label: qualityWord(q)})
	}
	a.Lines = t.lines([]place{{key: "sources", label: say("Sources", "Sources"), role: "series1"}}, qualities)
	return a
}
