package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var hosting = Rule{
	Name: "hosting", Severity: problem.Error,
	Title: both("On dit qui héberge, ou pourquoi on ne le sait pas", "Who hosts is said, or why it is not known"),
	Why: both("Une offre est vendue par un fournisseur ou tenue par un organisme public, jamais les deux. Un "+
		"service migré nomme son hébergeur, son offre ou ce que la source en dit, ou bien le motif pour lequel il est "+
		"inconnu.",
		"An offer is sold by a provider or run by a public body, never both. A service that moved names its host, its "+
			"offer or what the source says of it, or the reason why it is unknown."),
	Wrong: `# data/migrations/example-extra.yaml
organisation: example-ministry
service: Exemple
tier: unknown
tier_unknown: host-unnamed
hosting_qualification: [{scheme: example-scheme, standing: unknown}]
statuses:
  - status: live
    on: "2025"
    dating: documented
    claims:
      - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/migrations/example-extra.yaml
organisation: example-ministry
service: Exemple
tier: unknown
tier_unknown: host-unnamed
provider_unknown: not-found
hosting_qualification: [{scheme: example-scheme, standing: unknown}]
statuses:
  - status: live
    on: "2025"
    dating: documented
    claims:
      - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, o := range s.Offers {
			in := ref(record.Offers, o.ID)
			switch {
			case o.Provider != "" && o.Operator != "":
				report(in, "operator", "the offer has a provider and an operator",
					"provider: sells it; operator: is the public body that runs it; keep one")
			case o.Provider == "" && o.Operator == "":
				report(in, "", "the offer has neither a provider nor an operator",
					"add provider:, or operator: when a public body runs it")
			}
		}
		for _, m := range s.Migrations {
			in := ref(record.Migrations, m.ID)
			named := len(m.Providers) > 0 || m.Offer != ""
			switch {
			case named && m.ProviderUnknown != "":
				report(in, "provider_unknown", fmt.Sprintf("the host is named, and unknown (%s)", m.ProviderUnknown),
					"keep one of the two")
			case !named && m.Host.IsZero() && m.ProviderUnknown == "":
				report(in, "", "nothing says who hosts this service",
					"add providers:, offer: or host:, or provider_unknown: with a reason")
			}
		}
	},
}
