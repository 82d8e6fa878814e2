package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
)

func computeSilencesByReason(ds *dataset.Dataset) Answer {
	t := newTally("silences-by-reason", unitOf(ds, "silence"))
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Unknown: true, Of: say("choses que l’on ignore", "things that are not known")}}
	with := map[record.Reason]bool{}
	for _, s := range ds.Silences {
		with[s.Reason] = true
		a.Coverage.Known++
		t.add("silences", string(s.Reason), record.Ref{Kind: record.Silences, ID: s.ID})
	}
	var reasons []place
	for _, r := range record.Reasons() {
		if with[r] || r == record.NotPublished {
			reasons = append(reasons, place{key: string(r), label: r.Name().Map(upper)})
		}
	}
	a.Lines = t.lines([]place{{key: "silences", label: say("Silences", "Silences"), role: "series1"}}, reasons)
	return a
}
