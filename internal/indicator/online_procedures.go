package indicator

import (
	"slices"

	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
)

var onlineProcedures = Indicator{
	ID:       "online-procedures",
	Title:    say("Démarches administratives en ligne, face à l’objectif", "Administrative procedures online, against the target"),
	Question: say("Toutes les démarches sont-elles en ligne, comme promis ?", "Are all procedures online, as promised?"),
	Method: say("Part des démarches que suit l’observatoire de l’État, qui ne sont pas toutes les démarches, telle que chaque source la donne à sa date. "+
		"Les parts que nous calculons à partir des nombres publiés sont une ligne à part. L’objectif est un repère et non une mesure.",
		"Share of the procedures that the State’s observatory follows, which are not all procedures, as each source gives it on its date. "+
			"The shares that we compute from published numbers are a line of their own. The target is a mark and not a measure."),
	Shape:   Through,
	Compute: computeOnlineProcedures,
}

func computeOnlineProcedures(ds *dataset.Dataset) Answer {
	a := follow(ds, "online-procedures", "percent",
		told{"demat-online-share", "share", say("Part en ligne, selon les sources", "Share online, by source"), "series1"},
		told{"demat-online-share-243", "share-243", say("Autre façon de compter, partielles incluses", "Another way of counting, partial ones included"), "series2"})
	a.calculated(ds, Line{Key: "computed", Label: say("Part calculée ici d’après les nombres publiés", "Share computed here from published numbers"), Role: "series8"},
		"demat-2021-10-share", "demat-2022-11-share")
	if target := targetLine(ds, "demat-online-share"); len(target.Points) > 0 {
		a.Lines = append(a.Lines, target)
	}
	return a
}

// targetLine is what commitments promise of a series, at their deadlines. Two
// commitments that promise the same for the same day are one point.
func targetLine(ds *dataset.Dataset, series string) Line {
	l := Line{Key: "target", Label: say("Objectif annoncé", "Announced target"), Role: "target"}
	for _, c := range promises(ds, series) {
		if c.Deadline == nil {
			continue
		}
		due := cal.At(*c.Deadline)
		same := func(p Point) bool { return p.Period == due && p.Figure.Value.Equal(c.Promised.Value) }
		if slices.ContainsFunc(l.Points, same) {
			continue
		}
		l.Points = append(l.Points, Point{Key: figure.Slug(due), Label: inWords(due), Period: due, Figure: c.Promised,
			Href: &record.Ref{Kind: record.Commitments, ID: c.ID}})
	}
	return l
}
