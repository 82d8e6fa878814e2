package check

import (
	"fmt"
	"regexp"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var hostAddress = Rule{
	Name: "host-address", Severity: problem.Error,
	Title: both("Un hébergeur lu dans une adresse est marqué comme tel", "A host read in an address is marked as one"),
	Why: both("L’adresse d’un tableau de bord ou d’une page de statistiques montre où est cette page, et non le "+
		"service. Elle ne fait pas d’un hébergeur celui du service : on l’écrit en mots, sans fournisseur ni niveau. "+
		"Seule l’adresse du service lui-même permet une déduction, et celle-ci est marquée.",
		"The address of a dashboard or of a page of statistics shows where that page is, not the service. It makes no "+
			"host that of the service: it is put in words, without a provider or a tier. Only the address of the service "+
			"itself allows a deduction, which is marked."),
	Wrong: addressExample("tier: external", "tier_from: stated", "providers: [example-host]"),
	Right: addressExample("tier: unknown", "tier_unknown: address-only", "provider_unknown: not-found",
		"host: {fr: Tableau de bord chez Exemple, en: Dashboard at Example}"),
	Check: func(s *Subject, report Report) {
		for _, m := range s.Migrations {
			if m.Withdrawn != nil {
				continue
			}
			in := ref(record.Migrations, m.ID)
			if m.TierUnknown == record.AddressOnly && len(m.Providers)+len(m.Offer) > 0 {
				report(in, "tier_unknown", "only the address of another page was read, and a provider or an offer is named",
					"write what the address shows in host:, and remove providers: and offer:")
				continue
			}
			if m.TierFrom == record.FromAddress || len(m.Providers)+len(m.Offer) == 0 {
				continue
			}
			if word := addressWord(m); word != "" {
				report(in, "tier", fmt.Sprintf("the host was read in an address (%q), and nothing marks it", word),
					"the address of the service itself: tier_from: deduced-from-address; that of another page: tier_unknown: "+
						"address-only, and host: in place of providers:")
			}
		}
	},
}

// addressWord is the first word of the claims that shows a host read in an address.
func addressWord(m record.Migration) string {
	for _, st := range m.Statuses {
		for _, c := range st.Claims {
			if word := inAnAddress.FindString(c.Says.FR); word != "" {
				return word
			}
		}
	}
	return ""
}

// inAnAddress finds the French words of a claim whose host was read in an address
// and not in a statement.
var inAnAddress = regexp.MustCompile(`(?i)(l'adresse|l’adresse|une adresse|nom de domaine|tableau de bord|page de statistiques|un lien vers)`)

func addressExample(lines ...string) string {
	text := "# data/migrations/example-extra.yaml\norganisation: example-ministry\nservice: " +
		"Exemple\nhosting_qualification: [{scheme: example-scheme, standing: unknown}]\n"
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
        says: {fr: La fiche renvoie à un tableau de bord chez Exemple., en: The page links to a dashboard at Example.}
`
}
