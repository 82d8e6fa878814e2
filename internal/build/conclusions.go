package build

import (
	"vigie/internal/chart"
	"vigie/internal/corpus"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// conclusions says which indicators declare a conclusion with a slot that names no line of
// theirs, or that is none.
func conclusions(c *corpus.Corpus, languages lang.Languages, results []indicator.Result) problem.List {
	var out problem.List
	for _, r := range results {
		for _, l := range languages {
			if _, err := chart.Conclusion(r, l); err != nil {
				ref := record.Ref{Kind: record.Indicators, ID: r.ID}
				out = append(out, problem.Problem{Place: c.Place(ref, "conclusion"), Severity: problem.Error,
					Rule: "conclusion", Message: err.Error(), Hint: "see doc/indicators.md, The conclusion of a chart"})
				break
			}
		}
	}
	return out
}
