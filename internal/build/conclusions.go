package build

import (
	"errors"

	"vigie/internal/chart"
	"vigie/internal/corpus"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// conclusions says which indicators declare a conclusion with a slot that names no line of
// theirs (a warning), or that is none (an error).
func conclusions(c *corpus.Corpus, languages lang.Languages, results []indicator.Result) problem.List {
	var out problem.List
	for _, r := range results {
		for _, l := range languages {
			if _, err := chart.Conclusion(r, l); err != nil {
				ref := record.Ref{Kind: record.Indicators, ID: r.ID}
				severity, hint := problem.Error, "see doc/indicators.md, The conclusion of a chart"
				if errors.As(err, new(chart.NoLineError)) { // other data may bring the line
					severity, hint = problem.Warning, "until then its title stands; see doc/indicators.md, The conclusion of a chart"
				}
				out = append(out, problem.Problem{Place: c.Place(ref, "conclusion"), Severity: severity,
					Rule: "conclusion", Message: err.Error(), Hint: hint})
				break
			}
		}
	}
	return out
}
