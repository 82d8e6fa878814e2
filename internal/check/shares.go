package check

import (
	"fmt"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var shareRange = Rule{
	Name: "share-range", Severity: problem.Error,
	Title: both("Une part va de 0 à 100 %, et les parts d’un tout n’en font pas plus",
		"A share goes from 0 to 100%, and the shares of a whole add to no more"),
	Why: both("Une part au-delà est une faute de lecture. Seules les évolutions, dont la mesure a un nom qui finit "+
		"par « -growth », sortent de ces bornes.",
		"A share beyond is a slip of reading. Only changes, whose measure has a name that ends in “-growth”, go "+
			"outside these bounds."),
	Wrong: `# data/series/example-extra.yaml
measure: example-share
perimeter: example-all-buyers
provider: example-host
unit: percent
title: {fr: Part, en: Share}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 840, source: example-report, read: 2026-10-01}
`,
	Right: `# data/series/example-extra.yaml
measure: example-share
perimeter: example-all-buyers
provider: example-host
unit: percent
title: {fr: Part, en: Share}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 84, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		type whole struct{ measure, perimeter, shareOf, period string }
		sums := map[whole]quantity.Decimal{}
		for _, one := range s.Series {
			if u := s.units[one.Unit]; u == nil || u.Kind != quantity.Percent || strings.HasSuffix(one.Measure, "-growth") {
				continue
			}
			in := ref(record.SeriesKind, one.ID)
			for i, o := range one.Observations {
				claims := s.published(o.Claims)
				for j, c := range claims {
					if c.Value != nil && (c.Value.Low.IsNeg() || c.Value.High.Cmp(hundred) > 0) {
						report(in, fmt.Sprintf("observations/%d/claims/%d/value", i, j),
							fmt.Sprintf("a share of %s %% is not between 0 and 100", c.Value), "")
					}
				}
				least, _, known := bounds(claims)
				if !known || one.Provider+one.Organisation+one.Offer == "" || o.Period == nil {
					continue
				}
				w := whole{one.Measure, one.Perimeter, one.ShareOf, o.Period.String()}
				before := sums[w]
				total, err := before.Add(least)
				if err == nil && before.Cmp(hundred) <= 0 && total.Cmp(hundred) > 0 {
					report(in, fmt.Sprintf("observations/%d", i),
						fmt.Sprintf("with this one, the shares of %s for %s add to %s %%", one.Measure, o.Period, total),
						"shares of one whole add to 100 % at most")
				}
				sums[w] = total
			}
		}
	},
}

var hundred = quantity.Int(100).Low

// bounds are the least and the greatest value that the claims of one
// observation give it.
func bounds(claims []record.Claim) (least, greatest quantity.Decimal, known bool) {
	for _, c := range claims {
		if c.Value == nil {
			continue
		}
		if !known || c.Value.Low.Cmp(least) < 0 {
			least = c.Value.Low
		}
		if !known || c.Value.High.Cmp(greatest) > 0 {
			greatest = c.Value.High
		}
		known = true
	}
	return least, greatest, known
}
