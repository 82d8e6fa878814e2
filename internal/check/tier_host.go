package check

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var tierHost = Rule{
	Name: "tier-host", Severity: problem.Error,
	Title: both("On ne déduit pas un niveau d’un hébergeur qui a des offres qualifiées",
		"No tier is deduced from a host that has qualified offers"),
	Why: both("Un hébergeur dont un service est qualifié, ou posé sur une infrastructure qualifiée, peut en vendre "+
		"d’autres : son nom seul ne dit pas le niveau, même avant la première qualification que nous connaissons. "+
		"D’un hébergeur dont rien n’est qualifié, on déduit « externe », pour un service qui fonctionne.",
		"A host that has a qualified service, or one on qualified infrastructure, may sell others: its name alone "+
			"does not give the tier, even before the first qualification that we know of. From a host that has nothing "+
			"qualified, “external” is deduced, for a service that runs."),
	Wrong: tierExample("tier: external", "providers: [example-host]",
		"hosting_qualification: [{scheme: example-scheme, standing: unknown}]", "tier_from: deduced-from-host"),
	Right: tierExample("tier: unknown", "providers: [example-host]",
		"hosting_qualification: [{scheme: example-scheme, standing: unknown}]", "tier_unknown: offer-unnamed"),
	Check: func(s *Subject, report Report) {
		words, qualified := s.Words(), s.hostsWithQualified()
		usual := among(words.Tiers(record.PublicOffer))
		for _, m := range s.Migrations {
			if m.Withdrawn != nil {
				continue
			}
			in := ref(record.Migrations, m.ID)
			var several string
			for _, p := range m.Providers {
				if _, ok := qualified[p]; ok && several == "" {
					several = p
				}
			}
			runs := slices.ContainsFunc(m.Statuses, func(st record.Status) bool { return st.Status == record.Live })
			switch {
			case m.TierFrom == record.FromHost && len(m.Providers) == 0:
				report(in, "tier_from", "the tier is deduced from the host, and no provider is named",
					"add providers:, or tier: unknown with tier_unknown: host-unnamed")
			case m.TierFrom == record.FromHost && several != "":
				report(in, "tier_from", fmt.Sprintf("the tier is deduced from %s, which has qualified services", several),
					"tier: unknown and tier_unknown: offer-unnamed, or name the offer", qualified[several])
			case m.TierFrom == record.FromHost && words.TierRole(m.Tier) != record.PublicOffer:
				report(in, "tier", fmt.Sprintf("%s is deduced from a host that has nothing qualified", m.Tier),
					fmt.Sprintf("from a host alone only %s is deduced", usual))
			case m.TierFrom == record.FromHost && !runs:
				report(in, "tier_from", "the tier of what is not there yet is deduced from the host alone",
					"tier: unknown and tier_unknown: to-come")
			case m.TierUnknown == record.ToCome && runs:
				report(in, "tier_unknown", "the service is live, and its tier is still to come",
					"choose another reason, or give the tier")
			case m.TierUnknown == record.OfferUnnamed && len(m.Providers) > 0 && several == "" && m.TierBasis.IsZero():
				report(in, "tier_unknown", "no qualified service is known of any of these hosts",
					fmt.Sprintf("tier: %s and tier_from: deduced-from-host, or tier_basis: with what is known of the host", usual))
			}
		}
	},
}

// among writes the tiers that a hint leaves the choice of.
func among(tiers []record.TierID) string {
	var out []string
	for _, t := range tiers {
		out = append(out, string(t))
	}
	return strings.Join(out, " or ")
}

// hostsWithQualified gives the providers that have something qualified, each with
// where that stands: a service granted a qualification, an offer on the
// infrastructure of one, a documented service on qualified infrastructure, or a row
// of the collected catalogue under the name of the provider.
func (s *Subject) hostsWithQualified() map[string]Spot {
	out := map[string]Spot{}
	note := func(provider string, at Spot) {
		if _, known := out[provider]; !known && provider != "" {
			out[provider] = at
		}
	}
	asked := s.Words().AskedSchemes()
	granted := map[string]Spot{}
	for _, q := range s.Qualifications {
		if q.Withdrawn == nil && q.Stage == record.Granted && slices.Contains(asked, q.Scheme) {
			granted[q.Offer] = Spot{ref(record.Qualifications, q.ID), "stage"}
		}
	}
	for _, o := range s.Offers {
		if at, ok := granted[o.ID]; ok {
			note(o.Provider, at)
		} else if _, ok := granted[o.BuiltOn]; ok {
			note(o.Provider, Spot{ref(record.Offers, o.ID), "built_on"})
		}
	}
	for _, m := range s.Migrations {
		if m.Withdrawn != nil || m.TierFrom == record.FromHost {
			continue
		}
		for i, h := range m.HostingQualification {
			if slices.Contains(asked, h.Scheme) &&
				(h.Standing == record.HostQualified || h.Standing == record.InfrastructureOnly) {
				for _, p := range m.Providers {
					note(p, Spot{ref(record.Migrations, m.ID), fmt.Sprintf("hosting_qualification/%d", i)})
				}
			}
		}
	}
	if list, ok := s.known.ListIn(s.Collected); ok {
		for _, e := range list.Entries {
			for _, p := range s.Providers {
				if strings.EqualFold(p.Name.FR, e.Supplier) {
					note(p.ID, Spot{ref(record.Sources, list.Source), ""})
				}
			}
		}
	}
	return out
}
