package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var tierQualification = Rule{
	Name: "tier-qualification", Severity: problem.Error,
	Title: both("Le niveau et la qualification de l’hébergement vont ensemble",
		"The tier and the qualification of the hosting go together"),
	Why: both("Un hébergement qualifié, ou une plateforme posée sur une infrastructure qualifiée, est du niveau "+
		"dont le rôle est « qualified » ; ce qui est en partie qualifié est de plusieurs niveaux ; « sans objet » est "+
		"pour ce qu’un organisme exploite lui-même. Une offre a le niveau de l’infrastructure sur laquelle elle est "+
		"bâtie, même quand elle "+
		"n’est pas qualifiée elle-même.",
		"Qualified hosting, or a platform on qualified infrastructure, is of the tier whose role is “qualified”; "+
			"what is qualified in part is of several tiers; “not applicable” is for what a body runs itself. An offer has the "+
			"tier of the infrastructure that it is built on, even where it is not itself qualified."),
	Wrong: tierExample("tier: external", "tier_from: stated", "providers: [example-host]",
		"hosting_qualification: [{scheme: example-scheme, standing: infrastructure-only}]"),
	Right: tierExample("tier: dedicated", "tier_from: stated", "providers: [example-host]",
		"hosting_qualification: [{scheme: example-scheme, standing: infrastructure-only}]"),
	Check: func(s *Subject, report Report) {
		words := s.Words()
		asked := words.AskedSchemes()
		for _, m := range s.Migrations {
			for i, h := range m.HostingQualification {
				fit, bound := rolesOf[h.Standing]
				if !bound || m.Withdrawn != nil || !slices.Contains(asked, h.Scheme) ||
					slices.Contains(fit, words.TierRole(m.Tier)) {
					continue
				}
				report(ref(record.Migrations, m.ID), fmt.Sprintf("hosting_qualification/%d/standing", i),
					fmt.Sprintf("the qualification is %s, and the tier %s", h.Standing, m.Tier),
					tierOr(words.Tiers(fit[0])), Spot{ref(record.Migrations, m.ID), "tier"})
			}
		}
		offers := byID(s.Offers, func(o *record.Offer) string { return o.ID })
		for _, o := range s.Offers {
			if base := offers[o.BuiltOn]; base != nil && base.Tier != o.Tier {
				report(ref(record.Offers, o.ID), "tier",
					fmt.Sprintf("the tier is %s, and that of %s, which it is built on, is %s", o.Tier, base.ID, base.Tier),
					"a platform has the tier of its infrastructure", Spot{ref(record.Offers, base.ID), "tier"})
			}
		}
	},
}

// tierOr is how to mend a tier that does not fit: the site may have none that does.
func tierOr(fit []record.TierID) string {
	if len(fit) == 0 {
		return "the qualification is another: this site has no tier for it"
	}
	return fmt.Sprintf("the tier is %s, or the qualification is another", among(fit))
}

// rolesOf gives the roles of tiers that fit what is known of a qualification, the usual
// one first; what is not known binds nothing.
var rolesOf = map[record.HostQualification][]record.TierRole{
	record.HostQualified:      {record.Qualified},
	record.InfrastructureOnly: {record.Qualified},
	record.NotQualified:       {record.PublicOffer, record.Several},
	record.HostDiffers:        {record.Several},
	record.HostNotApplicable:  {record.InHouse, record.OwnMachines, record.Unplaced},
}
