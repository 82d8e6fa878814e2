package check

import (
	"fmt"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var oneSource = Rule{
	Name: "one-source", Severity: problem.Error,
	Title: both("Un document n’a qu’une source", "One document has one source"),
	Why: both("Deux fiches d’une même page en feraient deux voix là où une seule parle, et une réserve posée sur "+
		"l’une manquerait à l’autre. Deux éditions se distinguent par leur date ; une source collectée est une autre "+
		"lecture de la même adresse.",
		"Two records of one page would make two voices where one speaks, and a reservation put on one would be "+
			"missing from the other. Two editions differ by their date; a source that is collected is another reading of "+
			"the same address."),
	Wrong: `# data/sources/example-extra.yaml
title: Un rapport d'exemple, relu
publisher: Exemple
url: http://example.org/rapport/
kind: report
quality: primary
licence: unknown
redistributable: false
cadence: once
# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-extra, read: 2026-10-01}
`,
	Right: `# data/sources/example-extra.yaml
title: Un rapport d'exemple, édition de l'an d'avant
publisher: Exemple
url: https://www.example.org/rapport
published: 2025-07-31
kind: report
quality: primary
licence: unknown
redistributable: false
cadence: once
# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, source: example-extra, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		seen := map[string][]record.Source{}
		for _, src := range s.Sources {
			page := samePage(src.URL)
			if page == "" || src.Collect != nil || src.Withdrawn != nil {
				continue
			}
			for _, other := range seen[page] {
				if !oneEdition(src, other) {
					continue
				}
				report(ref(record.Sources, src.ID), "url", fmt.Sprintf("the source %s has the same address", other.ID),
					"keep one of the two and name it in the claims of both; withdraw the other if it was published. For "+
						"another edition give published:",
					Spot{ref(record.Sources, other.ID), "url"})
				break
			}
			seen[page] = append(seen[page], src)
		}
	},
}

// samePage is an address without what two writings of it may differ by.
func samePage(address string) string {
	_, page, _ := strings.Cut(address, "://")
	return strings.TrimSuffix(strings.TrimPrefix(page, "www."), "/")
}

// oneEdition says that nothing sets two sources of one address apart: neither two
// dates, nor a date on one of them where the page is renewed.
func oneEdition(a, b record.Source) bool {
	if a.Published != nil && b.Published != nil {
		return *a.Published == *b.Published
	}
	return a.Published == b.Published || a.Cadence == record.Once && b.Cadence == record.Once
}
