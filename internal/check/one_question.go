package check

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var oneQuestion = Rule{
	Name: "one-question", Severity: problem.Error,
	Title: both("Deux réponses à deux questions ne se contredisent pas",
		"Two answers to two questions do not contradict each other"),
	Why: both("La part des fournisseurs du pays et celle des fournisseurs du continent sont deux mesures : l’une "+
		"peut être une part de l’autre, ou se prendre sur un autre total. Leur désaccord n’est qu’apparent, sauf si "+
		"un calcul les relie.",
		"The share of suppliers of a country and that of its continent are two measures: one may be a part of the "+
			"other, or be taken of another total. They disagree in appearance only, unless arithmetic links them."),
	Wrong: `# data/contradictions/example-dispute.yaml
title: {fr: Une part et un montant, en: A share and an amount}
claims: [example-share-2025, example-invoices-2025]
nature: definition
explanation: {fr: Deux nombres différents., en: Two different numbers.}
`,
	Right: `# data/contradictions/example-dispute.yaml
title: {fr: Une part et un montant, en: A share and an amount}
claims: [example-share-2025, example-invoices-2025]
nature: definition
explanation: {fr: Deux nombres différents., en: Two different numbers.}
apparent: true
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.Contradictions {
			if c.Apparent || c.Nature == "arithmetic" {
				continue
			}
			var measures []string
			answers := 0
			for _, id := range c.Claims {
				if claim := s.byClaim[id]; claim.Claim != nil && claim.Value != nil && claim.in.Kind == record.SeriesKind {
					answers++
					if m := s.series[claim.in.ID].Measure; !slices.Contains(measures, m) {
						measures = append(measures, m)
					}
				}
			}
			if answers > 1 && len(measures) == answers {
				report(ref(record.Contradictions, c.ID), "claims",
					fmt.Sprintf("they answer several questions: %s", strings.Join(measures, ", ")),
					"add apparent: true and say in the explanation how both hold, or nature: arithmetic where one is computed "+
						"from the other")
			}
		}
	},
}
