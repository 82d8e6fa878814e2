package build

import (
	"errors"
	"slices"

	"vigie/internal/chart"
	"vigie/internal/corpus"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// conclusions says which indicators declare a conclusion with a slot that names no line of
// theirs (a warning), or that is none (an error).
func conclusions(c *corpus.Corpus, asOf cal.Day, languages lang.Languages, results []indicator.Result) problem.List {
	setting := chart.Setting{AsOf: asOf, Other: among(results)}
	var out problem.List
	for _, r := range results {
		for _, l := range languages {
			if _, err := chart.Conclusion(r, setting, l); err != nil {
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

// among finds an indicator by its identifier.
func among(results []indicator.Result) func(id string) (indicator.Result, bool) {
	return func(id string) (indicator.Result, bool) {
		i := slices.IndexFunc(results, func(r indicator.Result) bool { return r.ID == id })
		if i < 0 {
			return indicator.Result{}, false
		}
		return results[i], true
	}
}
