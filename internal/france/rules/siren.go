package rules

import (
	"fmt"

	"vigie/internal/check"
	"vigie/internal/france/sirene"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var sirenKey = check.Rule{
	Name: "siren", After: "said-value", Severity: problem.Error,
	Title: both("Un numéro SIREN a une clé juste", "A SIREN number has a right key"),
	Why: both("Neuf chiffres dont le dernier contrôle les autres (Luhn) : une faute de frappe désignerait un autre "+
		"organisme. Un même numéro ne désigne pas deux fiches.",
		"Nine digits, the last of which checks the others (Luhn): a slip would name another body. One number does not "+
			"name two records."),
	Wrong: `# data/organisations/example-extra.yaml
name: Organisme d'exemple
kind: operator
siren: "123456789"
`,
	Right: `# data/organisations/example-extra.yaml
name: Organisme d'exemple
kind: operator
siren: "123456782"
`,
	Check: func(s *check.Subject, report check.Report) {
		holders := map[string]record.Ref{}
		check := func(in record.Ref, number string) {
			if number == "" {
				return
			}
			if !sirene.ValidSIREN(number) {
				report(in, "siren", fmt.Sprintf("%q is not a SIREN number", number), sirenHint(number))
			}
			if other, taken := holders[number]; taken {
				report(in, "siren", fmt.Sprintf("the SIREN number %s is already that of %s", number, other),
					"two bodies never share one")
			}
			holders[number] = in
		}
		for _, o := range s.Organisations {
			check(ref(record.Organisations, o.ID), o.SIREN)
		}
		for _, p := range s.Providers {
			check(ref(record.Providers, p.ID), p.SIREN)
		}
	},
}

func sirenHint(number string) string {
	switch {
	case sirene.ValidSIRET(number):
		return fmt.Sprintf("this is a SIRET, the number of a place; the SIREN is its first nine digits, %s", number[:9])
	case len(number) != 9:
		return fmt.Sprintf("a SIREN has nine digits without spaces, this has %d characters", len([]rune(number)))
	}
	return "its key is wrong: read the number again in its source"
}
