package check

import (
	"fmt"
	"regexp"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var unpublishedFile = Rule{
	Name: "unpublished-file", Severity: problem.Error,
	Title: both("Un brouillon se donne pour un brouillon", "A draft is called a draft"),
	Why: both("Un fichier marqué comme non publié dans le dépôt d’un site, ou une page d’essai, n’engage pas son "+
		"auteur. Écrit dans la réserve d’une affirmation, cela manque aux autres affirmations de la même source.",
		"A file marked as unpublished in the repository of a site, or a trial page, does not bind its author. Written "+
			"in the reservation of one claim, it is missing from the other claims of the same source."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, note: {fr: Fichier marqué comme non publié., en: A file marked as unpublished.}, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, note: {fr: Fichier marqué comme non publié., en: A file marked as unpublished.}, source: example-report, read: 2026-10-01}
# data/sources/example-report.yaml
title: Un rapport d'exemple
publisher: Organisme d'exemple
url: https://www.example.org/rapport
published: 2026-07-31
kind: report
quality: primary
provenance: draft
licence: unknown
redistributable: false
cadence: once
`,
	Check: func(s *Subject, report Report) {
		owned := map[string]string{} // by source: the words by which a claim calls it a draft
		for _, c := range s.claims {
			if words := namesDraft.FindString(c.Note.FR); words != "" && owned[c.Source] == "" {
				owned[c.Source] = fmt.Sprintf("the note of claim %s has %q", c.ID, words)
			}
		}
		for i := range s.Sources {
			src := &s.Sources[i]
			if words := namesDraft.FindString(src.Title + "; " + src.Publisher + "; " + src.Note.FR); words != "" {
				owned[src.ID] = fmt.Sprintf("the source itself has %q", words)
			}
			if owned[src.ID] != "" && src.Provenance == "" {
				report(ref(record.Sources, src.ID), "quality", owned[src.ID]+", and provenance is absent", "add provenance: draft")
			}
		}
	},
}

// namesDraft is how a title, a publisher or a note calls a text a draft.
var namesDraft = regexp.MustCompile(`(?i)published: ?false|\bmarqué(?:e|es|s)? comme non publié|\bbrouillons?\b|\bpage d'essai\b|\bbac à sable\b`)
