package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func computeSilencesByReason(ds *dataset.Dataset) Answer {
	t := newTally("silences-by-reason", unitOf(ds, "silence"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Unknown: true, Of: say("choses que l’on ignore", "things that are not known")}}
	with := map[record.Reason]bool{}
	for _, s := range ds.Silences {
		with[s.Reason] = true
		a.Coverage.Known++
		t.add("silences", string(s.Reason), record.Ref{Kind: record.Silences, ID: s.ID})
	}
	var reasons []place
	for _, r := range record.Reasons() {
		if with[r] || r == record.NotPublished {
			reasons = append(reasons, place{key: string(r), label: reasonWord(r)})
		}
	}
	a.Lines = t.lines([]place{{key: "silences", label: say("Silences", "Silences"), role: "series1"}}, reasons)
	return a
}

func reasonWord(r record.Reason) lang.Text {
	switch r {
	case record.NotPublished:
		return say("Non publié", "Not published")
	case record.NotFound:
		return say("Cherché et non trouvé", "Looked for and not found")
	case record.NotCollected:
		return say("Pas encore collecté", "Not collected yet")
	case record.Secret:
		return say("Protégé par un secret", "Protected by law")
	case record.NotApplicable:
		return say("Sans objet", "Not applicable")
	case record.Expected:
		return say("Publication attendue", "Publication expected")
	case record.Lost:
		return say("Plus accessible", "No longer reachable")
	case record.Refused:
		return say("Refusé", "Refused")
	}
	return lang.Name(string(r))
}
