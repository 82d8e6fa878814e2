package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var resolutionOwn = Rule{
	Name: "resolution", Severity: problem.Error,
	Title: both("Un arbitrage choisit parmi les affirmations de son point, ou de sa contradiction",
		"A resolution chooses among the claims of its own point, or of its contradiction"),
	Why: both("Arbitrer un désaccord, c’est dire laquelle des affirmations est retenue, et pourquoi. Il faut donc "+
		"qu’il y en ait deux, et que celle-ci en soit. Une valeur de série se tranche dans la série, d’où vient le "+
		"nombre montré.",
		"To settle a dispute is to say which of the claims holds, and why. There must be two, and it must be one of "+
			"them. A value of a series is settled in the series, where the number that is shown comes from."),
	Wrong: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: project
title: {fr: Projets, en: Projects}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 12, source: example-report, read: 2026-10-01}
      - {id: example-extra-2, value: 15, source: example-report, read: 2026-10-01}
    resolution:
      claim: example-orders-2025
      rule: latest
      reason: {fr: La plus récente, en: The latest}
      on: 2026-10-02
`,
	Right: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: project
title: {fr: Projets, en: Projects}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 12, source: example-report, read: 2026-10-01}
      - {id: example-extra-2, value: 15, source: example-report, read: 2026-10-01}
    resolution:
      claim: example-extra-2
      rule: latest
      reason: {fr: La plus récente, en: The latest}
      on: 2026-10-02
`,
	Check: func(s *Subject, report Report) {
		for _, one := range s.Series {
			for i, o := range one.Observations {
				if o.Resolution == nil {
					continue
				}
				var own []string
				for _, c := range o.Claims {
					own = append(own, c.ID)
				}
				chosenAmong(own, *o.Resolution, "observation", func(path, text, hint string) {
					report(ref(record.SeriesKind, one.ID), fmt.Sprintf("observations/%d/resolution%s", i, path), text, hint)
				})
			}
		}
		for _, c := range s.Contradictions {
			if c.Resolution == nil {
				continue
			}
			at := func(path, text, hint string) {
				report(ref(record.Contradictions, c.ID), "resolution"+path, text, hint)
			}
			chosenAmong(c.Claims, *c.Resolution, "contradiction", at)
			if claim, ok := s.byClaim[c.Resolution.Claim]; ok && claim.in.Kind == record.SeriesKind {
				at("/claim", fmt.Sprintf("%q is a value of a series", c.Resolution.Claim),
					fmt.Sprintf("settle it under resolution: of its observation, in %s", claim.in))
			}
		}
	},
}

// chosenAmong reports a resolution that chooses nothing, or what is not there.
func chosenAmong(own []string, r record.Resolution, where string, report func(path, text, hint string)) {
	switch {
	case len(own) < 2:
		report("", fmt.Sprintf("there is nothing to settle: the %s has one claim", where), "leave the resolution out")
	case !slices.Contains(own, r.Claim):
		report("/claim", fmt.Sprintf("%q is not a claim of this %s", r.Claim, where), meant(r.Claim, own))
	}
}
