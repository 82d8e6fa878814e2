package check

import (
	"errors"
	"fmt"
	"slices"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

var joinedPoints = Rule{
	Name: "joined-points", Severity: problem.Error,
	Title: both("Deux points d’une série qui ne comptent pas de même ne se relient pas sans rupture",
		"Two points of a series that count otherwise are not joined without a break"),
	Why: both("Quand qui est compté change, ou ce qui est compté, une ligne qui monte ne dit rien. Le point "+
		"d’après le changement porte donc une rupture (clé break), avec sa raison : elle est dessinée, écrite dans le "+
		"tableau et dite dans la phrase.",
		"When who is counted changes, or what is counted, a line that rises tells nothing. The point after the change "+
			"therefore bears a break (key break), with its reason: it is drawn, written in the table and told in the sentence."),
	Wrong: `# data/perimeters/example-all-channels.yaml
title: {fr: Tous les canaux, en: All channels}
counts: {fr: Tous les achats, en: All purchases}
# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: eur
basis: {stage: ordered, tax: HT, accumulation: year}
title: {fr: Commandes, en: Orders}
observations:
  - period: "2024"
    claims:
      - {id: example-extra-1, value: 12 M, source: example-report, read: 2026-10-01}
  - period: "2025"
    perimeter: example-all-channels
    claims:
      - {id: example-extra-2, value: 90 M, source: example-report, read: 2026-10-01}
`,
	Right: `# data/perimeters/example-all-channels.yaml
title: {fr: Tous les canaux, en: All channels}
counts: {fr: Tous les achats, en: All purchases}
# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: eur
basis: {stage: ordered, tax: HT, accumulation: year}
title: {fr: Commandes, en: Orders}
observations:
  - period: "2024"
    claims:
      - {id: example-extra-1, value: 12 M, source: example-report, read: 2026-10-01}
  - period: "2025"
    perimeter: example-all-channels
    claims:
      - {id: example-extra-2, value: 90 M, source: example-report, read: 2026-10-01}
    break: {fr: À partir de 2025 tous les canaux sont comptés., en: From 2025 on all channels are counted.}
`,
	Check: func(s *Subject, report Report) {
		for _, one := range s.Series {
			var before number
			for at, i := range inTime(one.Observations) {
				n := s.observed(one, i)
				if at > 0 && n.own.Break.IsZero() {
					apart(before, n, report)
				}
				before = n
			}
		}
	},
}

func apart(before, after number, report Report) {
	mismatch := new(figure.Mismatch)
	if !errors.As(figure.Joinable(before.Figure, after.Figure), &mismatch) {
		return
	}
	at := after.spot(mismatch.Aspect)
	report(at.In, at.Path, mismatch.Error(), fmt.Sprintf("say under break: of %s why the line stops there, or move "+
		"the points to a series of their own", after.ID),
		before.spot(mismatch.Aspect))
}

// inTime gives the places of observations in order of time, as lines join them.
func inTime(list []record.Observation) []int {
	out := make([]int, len(list))
	for i := range list {
		out[i] = i
	}
	when := func(i int) (p cal.Period) {
		if list[i].Period != nil {
			p = *list[i].Period
		}
		return p
	}
	slices.SortStableFunc(out, func(a, b int) int { return when(a).Compare(when(b)) })
	return out
}
