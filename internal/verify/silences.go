package verify

import (
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/silence"
)

// silenceCounts counts anew, from the records and from the map of what is asked of
// whom, each number about what is not known, by identifier of its figure: the
// silences of a reason, and the bodies to which a measure is put and that end one way.
// What ends so nowhere is not in it.
func silenceCounts(c *corpus.Corpus, ds *dataset.Dataset) map[string]int {
	out := map[string]int{}
	for _, s := range ds.Silences {
		out["indicator/silences-by-reason/silences/"+string(s.Reason)]++
	}
	kinds := map[string]record.BodyKind{}
	for _, o := range ds.Organisations {
		kinds[o.ID] = o.Kind
	}
	for _, cell := range silence.MapOf(c, ds.AsOf).Cells {
		end := "answered"
		switch cell.Standing {
		case silence.Answered:
		case silence.Absent:
			end = string(cell.Reason)
		default:
			continue
		}
		out["indicator/answers-by-measure/"+end+"/"+cell.Measure]++
		out["silences/"+string(kinds[cell.Organisation])+"/"+cell.Measure+"/"+end]++
	}
	return out
}
