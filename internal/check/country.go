package check

import (
	"fmt"

	"golang.org/x/text/language"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var countryCode = Rule{
	Name: "country", Severity: problem.Error,
	Title: both("Un pays est un code de deux lettres", "A country is a code of two letters"),
	Why: both("Le contrôle des fournisseurs se compte par pays : un pays écrit de deux façons en ferait deux. Le "+
		"code est celui de la norme ISO 3166-1, ou « unknown ».",
		"The control of suppliers is counted by country: a country written in two ways would make two. The code is "+
			"that of ISO 3166-1, or “unknown”."),
	Wrong: `# data/providers/example-extra.yaml
name: Exemple
incorporation:
  country: France
  claims:
    - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/providers/example-extra.yaml
name: Exemple
incorporation:
  country: FR
  claims:
    - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		words := s.Words()
		check := func(in record.Ref, path, code string) {
			if _, own := words.Find(record.CountryList, code); own || code == "" || code == "unknown" || isCountry(code) {
				return
			}
			report(in, path, fmt.Sprintf("%q is not the code of a country", code),
				"two capital letters of ISO 3166-1 (US, DE, NL…), unknown, or a word of data/vocabulary/countries.yaml")
		}
		for _, p := range s.Providers {
			in := ref(record.Providers, p.ID)
			if p.Incorporation != nil {
				check(in, "incorporation/country", p.Incorporation.Country)
			}
			for i, c := range p.Control {
				check(in, fmt.Sprintf("control/%d/country", i), c.Country)
			}
		}
	},
}

func isCountry(code string) bool {
	region, err := language.ParseRegion(code)
	return err == nil && len(code) == 2 && region.String() == code && region.IsCountry()
}
