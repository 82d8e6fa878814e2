package check

import (
	"fmt"
	"regexp"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var disputeState = Rule{
	Name: "dispute-state", Severity: problem.Error,
	Title: both("Une contradiction dont l’explication tranche n’est pas laissée ouverte",
		"A contradiction whose explanation settles it is not left open"),
	Why: both("Une page qui montre « ouvert » au-dessus d’une phrase qui dit quelle date fait foi, ou que les deux "+
		"peuvent être vrais, se contredit elle-même. Ce qui prévaut se déclare par un arbitrage, ce qui s’accorde par "+
		"« apparent ».",
		"A page that shows “open” above a sentence saying which date holds, or that both may be true, contradicts "+
			"itself. What prevails is declared by a resolution, what agrees by “apparent”."),
	Wrong: `# data/contradictions/example-dispute.yaml
title: {fr: Montant de 2025, en: Amount of 2025}
claims: [example-orders-2025, example-invoices-2025]
nature: definition
explanation: {fr: La date de la décision fait foi., en: The date of the decision holds.}
`,
	Right: `# data/contradictions/example-dispute.yaml
title: {fr: Montant de 2025, en: Amount of 2025}
claims: [example-orders-2025, example-invoices-2025]
nature: definition
explanation: {fr: "Commandé et facturé : les deux peuvent être vrais.", en: "Ordered and invoiced: both may be true."}
apparent: true
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.Contradictions {
			if c.Apparent || c.Resolution != nil || s.settledAsValue(c.Claims) {
				continue
			}
			for _, l := range s.Corpus.Languages.Composed() {
				words := c.Explanation.In(l)
				if found := prevails[l].FindString(words); found != "" {
					report(ref(record.Contradictions, c.ID), "explanation",
						fmt.Sprintf("it says which prevails (%q), and the contradiction is open", found),
						"add a resolution: with the claim that holds, its rule and its reason; where it is about several things, "+
							"write one file for each")
					break
				}
				if found := agrees[l].FindString(words); found != "" {
					report(ref(record.Contradictions, c.ID), "explanation",
						fmt.Sprintf("it says that the claims agree (%q), and the contradiction is open", found), "add apparent: true")
					break
				}
			}
		}
	},
}

// prevails are words that say which claim holds, agrees those that say that all do.
var (
	prevails = map[lang.Lang]*regexp.Regexp{
		lang.FR: regexp.MustCompile(`(?i)\b(?:fait|font) foi\b|\bprévau[td]|\bl['’]emporte\b|\best la bonne\b|\bfait autorité\b`),
		lang.EN: regexp.MustCompile(`(?i)\b(?:date|value|text|decision|source)\b[^.;]* (?:holds|prevails)\b|\bprevails? over\b|\bis authoritative\b`),
	}
	agrees = map[lang.Lang]*regexp.Regexp{
		lang.FR: regexp.MustCompile(`(?i)\bles deux peuvent\b|\bpeuvent être vrai|\bne se contredisent pas\b|\bne se comparent pas\b`),
		lang.EN: regexp.MustCompile(`(?i)\bboth (?:may|can) (?:be true|hold)\b|\bdo not contradict\b|\bdo not compare\b`),
	}
)

// settledAsValue says that an observation which holds two of the claims is settled.
func (s *Subject) settledAsValue(claims []string) bool {
	for _, one := range s.Series {
		for _, o := range one.Observations {
			own := 0
			for _, c := range o.Claims {
				if slices.Contains(claims, c.ID) {
					own++
				}
			}
			if own > 1 && o.Resolution != nil {
				return true
			}
		}
	}
	return false
}
