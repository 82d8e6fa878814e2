package rules

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/check"
	"vigie/internal/collected/beside"
	"vigie/internal/france/catalogue"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var asCatalogued = check.Rule{
	Name: "catalogue", After: "commitment-note", Severity: problem.Warning,
	Title: both("Une qualification dit ce que dit le catalogue relevé",
		"A qualification says what the collected catalogue says"),
	Why: both("Le catalogue de l’ANSSI est relevé par programme : un terme prolongé, une décision mal recopiée ou "+
		"un service qui n’a pas encore de fiche se voient là. Rien n’est corrigé tout seul : les deux valeurs restent "+
		"affichées jusqu’à ce que quelqu’un relise la décision.",
		"The ANSSI catalogue is collected by a program: a term that was extended, a decision copied wrongly or a "+
			"service that has no record yet are seen there. Nothing is mended by itself: both values are shown until "+
			"somebody reads the decision again."),
	Wrong: `# data/qualifications/example-cloud-2024.yaml
offer: example-cloud
scheme: secnumcloud
stage: granted
decision: {number: "2118"}
period: {from: 2024-03-01, until: 2026-03-01} # the catalogue prints 2027-03-01
claims:
  - {id: example-cloud-2024, source: example-report, read: 2026-10-01}
`,
	Right: `# data/qualifications/example-cloud-2024.yaml
offer: example-cloud
scheme: secnumcloud
stage: granted
decision: {number: "2118"}
period: {from: 2024-03-01, until: 2027-03-01}
claims:
  - {id: example-cloud-2024, source: example-report, read: 2026-10-01}
`,
	Check: func(s *check.Subject, report check.Report) {
		list, ok := catalogue.In(s.Collected)
		if !ok {
			return
		}
		offers := map[string]*record.Offer{}
		for i := range s.Offers {
			offers[s.Offers[i].ID] = &s.Offers[i]
		}
		var described []beside.Described
		for i := range s.Qualifications {
			q := &s.Qualifications[i]
			described = append(described, beside.Described{Qualification: q, Offer: offers[q.Offer]})
		}
		laid := catalogue.Compare(list, described)
		table := "data/collected/" + list.Source + ".csv"
		for _, p := range laid.Pairs {
			for _, d := range p.Differences {
				if turned := p.Qualification.Period; strings.HasPrefix(d.Path, "period/") && turned.Until.Before(turned.From) {
					continue // another rule reports it
				}
				report(ref(record.Qualifications, p.Qualification.ID), d.Path,
					fmt.Sprintf("%s is %q here, and %q in the collected catalogue of %s (%s:%d, %s)", differing[d.What], d.Here,
						d.Listed, list.Edition, table, p.Line, p.At),
					"read the decision again"+inBrackets(p.Act)+", then mend the record; if the record is right, say why in its note")
			}
		}
		for _, e := range laid.Alone {
			missing := catalogue.Missing(list, e, s.Offers)
			report(ref(record.Sources, list.Source), "",
				fmt.Sprintf("no record describes %q of %s, decision %s, in the collected catalogue of %s (%s:%d)", e.Service,
					e.Supplier, e.Decision, list.Edition, table, e.Line),
				stagedHint(described, e)+"write "+missing.File+":\n"+strings.TrimSuffix(missing.YAML, "\n"))
		}
	},
}

func inBrackets(address string) string {
	if address == "" {
		return ""
	}
	return " (" + address + ")"
}

// differing names what differs, in the messages.
var differing = map[beside.What]string{
	beside.First: "the first day", beside.Last: "the last day", beside.TheDecision: "the number of the decision",
	beside.Act:      "the address of the decision",
	beside.TheOffer: "the service", beside.Models: "the list of models of the offer",
	beside.Recommendation: "the recommendation",
}

// stagedHint names the record of the same decision that is still said to be in
// progress, when there is one.
func stagedHint(described []beside.Described, e beside.Entry) string {
	i := slices.IndexFunc(described, func(d beside.Described) bool {
		return d.Qualification.Stage == record.InProgress && d.Offer != nil && d.Offer.Name.FR == e.Service
	})
	if i < 0 {
		return ""
	}
	return "it was granted: change the stage of data/qualifications/" + described[i].Qualification.ID + ".yaml, or "
}
