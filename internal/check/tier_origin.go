package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var tierOrigin = Rule{
	Name: "tier-origin", Severity: problem.Error,
	Title: both("Un niveau a une origine, ou le motif de son absence",
		"A tier has an origin, or the reason why there is none"),
	Why: both("Une source qui nomme un hébergeur ne nomme pas un niveau. Ce que nous en déduisons est marqué comme "+
		"une déduction, compté et dessiné à part. Déduit d’une offre, le niveau est celui de l’offre. Ce "+
		"qu’un organisme exploite lui-même ne se déduit pas : une source le nomme.",
		"A source that names a host names no tier. What we deduce from it is marked as a deduction, and counted and "+
			"drawn apart. Deduced from an offer, the tier is that of the offer. What a body runs itself is "+
			"not deduced: a source names it."),
	Wrong: tierExample("tier: external", "providers: [example-host]\noffer: example-cloud",
		"hosting_qualification: [{scheme: example-scheme, standing: unknown}]", "tier_from: deduced-from-offer"),
	Right: tierExample("tier: dedicated", "providers: [example-host]\noffer: example-cloud",
		"hosting_qualification: [{scheme: example-scheme, standing: unknown}]", "tier_from: deduced-from-offer"),
	Check: func(s *Subject, report Report) {
		words := s.Words()
		offers := byID(s.Offers, func(o *record.Offer) string { return o.ID })
		for _, m := range s.Migrations {
			in := ref(record.Migrations, m.ID)
			switch {
			case m.Withdrawn != nil:
			case m.Tier == record.NoTier && m.TierFrom != "":
				report(in, "tier_from", "the tier is unknown, and has an origin", "remove tier_from:, or give the tier")
			case m.Tier == record.NoTier && m.TierUnknown == "":
				report(in, "tier", "the tier is unknown, without a reason", "add tier_unknown: with a reason")
			case m.Tier == record.NoTier:
			case m.TierUnknown != "":
				report(in, "tier_unknown", fmt.Sprintf("the tier is %s, and unknown (%s)", m.Tier, m.TierUnknown),
					"keep one of the two")
			case m.TierFrom == "":
				report(in, "tier", "nothing shows what the tier rests on",
					"add tier_from: stated when the source itself gives the tier, or one of the deductions")
			case m.TierFrom.Deduced():
				deducedTier(m, words.TierRole(m.Tier), offers[m.Offer], in, report)
			}
		}
	},
}

// deducedTier reports a deduction that cannot be one, or that has another result.
func deducedTier(m record.Migration, role record.TierRole, o *record.Offer, in record.Ref, report Report) {
	switch {
	case !role.Deducible():
		report(in, "tier_from", fmt.Sprintf("the tier %s is deduced", m.Tier),
			"only a source can give it: tier_from: stated, or tier: unknown")
	case m.TierFrom == record.FromHost && o != nil:
		report(in, "tier_from", "the tier is deduced from the host alone, and an offer is named",
			"tier_from: deduced-from-offer")
	case m.TierFrom != record.FromHost && m.Offer == "":
		report(in, "tier_from", fmt.Sprintf("the tier is %s, and no offer is named", m.TierFrom),
			"add offer:, or deduce it from the host")
	// an offer that does not read has none
	case m.TierFrom != record.FromHost && o != nil && o.Tier != "" && o.Tier != m.Tier:
		report(in, "tier", fmt.Sprintf("the tier is %s, and that of the offer is %s", m.Tier, o.Tier),
			"a tier deduced from an offer is that of the offer",
			Spot{ref(record.Offers, o.ID), "tier"})
	}
}

// tierExample is a made-up service with some of its lines.
func tierExample(lines ...string) string {
	text := "# data/migrations/example-extra.yaml\norganisation: example-ministry\nservice: Exemple\n"
	for _, l := range lines {
		text += l + "\n"
	}
	return text + `statuses:
  - status: live
    on: "2025"
    dating: documented
    claims:
      - id: example-extra-1
        source: example-report
        read: 2026-10-01
        says: {fr: Les mentions légales nomment l’hébergeur., en: The legal notice names the host.}
`
}
