package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// statedExample is a tier with the words that name it, and a service whose source
// bears some words.
func statedExample(words string) string {
	return `# data/tiers/dedicated.yaml
name: {fr: Niveau 2, en: Tier 2}
named_by: [label d’exemple]
meanings:
  - period: 2018/2021
    name: {fr: Cloud dédié, en: Dedicated cloud}
    for: {fr: Données sensibles, en: Sensitive data}
    claim_ids: [example-doctrine-1]
# data/migrations/example-extra.yaml
organisation: example-ministry
service: Exemple
tier: dedicated
tier_from: stated
providers: [example-host]
hosting_qualification: [{scheme: example-scheme, standing: qualified}]
statuses:
  - status: live
    on: "2025"
    dating: documented
    claims:
      - id: example-extra-1
        source: example-report
        read: 2026-10-01
        says: {fr: ` + words + `, en: The legal notice.}
`
}

var tierStated = Rule{
	Name: "tier-stated", Severity: problem.Error,
	Title: both("Un niveau donné par la source est nommé dans ses mots",
		"A tier that the source gives is named in its words"),
	Why: both("Pour que la source donne le niveau, il faut qu’une affirmation, ou le motif du niveau, reprenne un "+
		"des mots qui le nomment. La liste de ces mots est dans la fiche du niveau. Des machines propres se "+
		"reconnaissent à ce que la source dit de l’hébergeur. "+
		"Sinon le niveau est une déduction, et se marque comme telle.",
		"For the source to give the tier, a claim, or the basis of the tier, must bear one of the words that name it. "+
			"The list of these words stands in the record of the tier. Own machines are known by what the source has on "+
			"the host. Otherwise the tier is a deduction, and "+
			"is marked as one."),
	Wrong: statedExample("Les mentions légales nomment l’hébergeur"),
	Right: statedExample("Les mentions légales nomment l’hébergeur et son offre au label d’exemple"),
	Check: func(s *Subject, report Report) {
		roles, naming := s.Words(), map[record.TierID][]string{}
		for _, t := range s.Tiers {
			naming[record.TierID(t.ID)] = t.NamedBy
		}
		for _, m := range s.Migrations {
			if m.Withdrawn != nil || m.TierFrom != record.Stated {
				continue
			}
			in, words := ref(record.Migrations, m.ID), naming[m.Tier]
			switch {
			case roles.TierRole(m.Tier) == record.OwnMachines && m.Host.IsZero():
				report(in, "tier_from", "the source is said to name the body's own machines, and host: is empty",
					"write in host: what the source has on them")
			case len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return bears(m, w) }):
				report(in, "tier_from", fmt.Sprintf("the source is said to give the tier, and no claim bears a word that "+
					"names it (%s)", strings.Join(words, ", ")),
					"mark the deduction, or write in says: or tier_basis: how the source names the tier")
			}
		}
	},
}

// bears reports whether the French of a claim, or the basis of the tier, has a word.
func bears(m record.Migration, word string) bool {
	whole := regexp.MustCompile(`(?i)(^|\PL)` + regexp.QuoteMeta(word) + `($|\PL)`)
	if whole.MatchString(m.TierBasis.FR) {
		return true
	}
	for _, st := range m.Statuses {
		for _, c := range st.Claims {
			if whole.MatchString(c.Says.FR) {
				return true
			}
		}
	}
	return false
}
