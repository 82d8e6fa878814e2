package check

import (
	"fmt"
	"slices"

	"vigie/internal/problem"
	"vigie/internal/record"
)

var resolutionOwn = Rule{
	Name: "resolution", Severity: problem.Error,
	Title: both("Un arbitrage choisit parmi les affirmations de son point", "A resolution chooses among the claims of its own point"),
	Why: both("Arbitrer un désaccord, c’est dire laquelle des affirmations du point est publiée, et pourquoi. Il faut donc qu’il y en ait deux, et que celle-ci en soit.",
		"To settle a dispute is to say which of the claims of the point is published, and why. There must be two, and it must be one of them."),
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
				in, path := ref(record.SeriesKind, one.ID), fmt.Sprintf("observations/%d/resolution", i)
				var own []string
				for _, c := range o.Claims {
					own = append(own, c.ID)
				}
				switch chosen := o.Resolution.Claim; {
				case len(own) < 2:
					report(in, path, "there is nothing to settle: the observation has one claim", "leave the resolution out")
				case !slices.Contains(own, chosen):
					report(in, path+"/claim", fmt.Sprintf("%q is not a claim of this observation", chosen), meant(chosen, own))
				}
			}
		}
	},
}
