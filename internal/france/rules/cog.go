package rules

import (
	"fmt"
	"regexp"

	"vigie/internal/check"
	"vigie/internal/france/territory"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var cogCode = check.Rule{
	Name: "cog", After: "siren", Severity: problem.Error,
	Title: both("Un code géographique a la forme de son territoire", "A geographic code has the form of its territory"),
	Why: both("Le code officiel géographique de l’INSEE a deux chiffres pour une région, deux ou trois caractères "+
		"pour un département (01, 2A, 974), cinq pour une commune (01001, 2A004). Une intercommunalité se désigne par "+
		"son SIREN.",
		"The official geographic code of INSEE has two digits for a region, two or three characters for a département "+
			"(01, 2A, 974), five for a commune (01001, 2A004). A grouping of communes is named by its SIREN."),
	Wrong: `# data/organisations/example-extra.yaml
name: Commune d'exemple
kind: commune
cog: "1001"
`,
	Right: `# data/organisations/example-extra.yaml
name: Commune d'exemple
kind: commune
cog: "01001"
`,
	Check: func(s *check.Subject, report check.Report) {
		holders := map[string]string{}
		for _, o := range s.Organisations {
			in, form := ref(record.Organisations, o.ID), cogForms[o.Kind]
			switch {
			case o.COG == "":
				continue
			case form == nil:
				report(in, "cog", fmt.Sprintf("a body of the kind %s has no geographic code", o.Kind),
					"regions, départements, communes and local authorities have one")
			case !form.MatchString(o.COG):
				report(in, "cog", fmt.Sprintf("%q is not the code of a %s", o.COG, o.Kind),
					"codes are text with their zeros, between quotes: \"01\", \"2A\", \"01001\"")
			}
			key := string(o.Kind) + " " + o.COG
			if other, taken := holders[key]; taken {
				report(in, "cog", fmt.Sprintf("the code %s is already that of the %s %s", o.COG, o.Kind, other), "")
			}
			holders[key] = o.ID
		}
	},
}

var cogForms = map[record.BodyKind]*regexp.Regexp{
	territory.Region:      regexp.MustCompile(`^\d\d$`),
	territory.Departement: regexp.MustCompile(`^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[4-9]|69[DM])$`),
	territory.Commune:     regexp.MustCompile(`^(\d\d|2[AB])\d{3}$`),
	"local-authority":     regexp.MustCompile(`^(\d[\dAB]|\d{3}|\d\d[A-Z])$`),
}
