package indicator

import (
	"errors"
	"slices"

	"vigie/internal/figure"
)

// Joint is two neighbours of one line through time that count otherwise, with no
// break declared between them.
type Joint struct {
	Indicator     string
	Line          string
	Before, After Point
	Mismatch      *figure.Mismatch
}

// Joints finds the neighbours that no line may join, in the order of the results.
// Marks of targets and of amounts spoken of are joined to nothing, and categories stand side by side.
func Joints(results []Result) []Joint {
	var out []Joint
	for _, r := range results {
		if r.Shape != Through {
			continue
		}
		for _, l := range r.Lines {
			if !l.Measured() {
				continue
			}
			points := slices.SortedStableFunc(slices.Values(l.Points),
				func(a, b Point) int { return a.Period.Compare(b.Period) })
			for i := 1; i < len(points); i++ {
				mismatch := new(figure.Mismatch)
				if points[i].Break.IsZero() && errors.As(figure.Joinable(points[i-1].Figure, points[i].Figure), &mismatch) {
					out = append(out, Joint{r.ID, l.Key, points[i-1], points[i], mismatch})
				}
			}
		}
	}
	return out
}
