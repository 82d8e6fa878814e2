package check

import (
	"fmt"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var withdrawnReference = Rule{
	Name: "withdrawn-reference", Severity: problem.Warning,
	Title: both("Une fiche qui vaut ne s’appuie pas sur une fiche retirée",
		"A record that stands does not rest on a withdrawn one"),
	Why: both("Une fiche retirée n’est plus dans aucune liste ni aucun compte : ce qui s’appuie sur elle y "+
		"resterait. Il faut pointer vers celle qui la remplace, ou retirer aussi ce qui en dépend.",
		"A withdrawn record is in no list and no count: what rests on it would stay there. Point to the one that "+
			"replaces it, or withdraw what depends on it too."),
	Wrong: `# data/offers/example-extra.yaml
withdrawn: {on: 2026-10-02, reason: {fr: Double emploi, en: A duplicate}, replaced_by: example-cloud}
name: Nuage en double
provider: example-host
tier: dedicated
# data/events/example-extra.yaml
on: "2026-07-31"
kind: service
title: {fr: Un service ouvre, en: A service opens}
offers: [example-extra]
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Right: `# data/offers/example-extra.yaml
withdrawn: {on: 2026-10-02, reason: {fr: Double emploi, en: A duplicate}, replaced_by: example-cloud}
name: Nuage en double
provider: example-host
tier: dedicated
# data/events/example-extra.yaml
on: "2026-07-31"
kind: service
title: {fr: Un service ouvre, en: A service opens}
offers: [example-cloud]
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		gone := map[record.Ref]*record.Withdrawal{}
		corpus.Each(s.Corpus, func(of record.Ref, _ string, w *record.Withdrawal) { gone[of] = w })
		s.EachReference(func(in record.Ref, path string, names record.Ref) {
			of := names
			if names.Kind == record.ClaimKind {
				of = s.byClaim[names.ID].in
			}
			w := gone[of]
			switch {
			case w == nil, gone[in] != nil, of == in, in.Kind == record.Corrections:
				return
			case in.Kind == record.Qualifications && path == "offer", in.Kind == record.Migrations && path == "organisation":
				return // shown on its page, it is withdrawn with it
			case strings.HasPrefix(path, "withdrawn/"):
				return
			}
			hint := "withdraw this one too, or take the reference out"
			if w.ReplacedBy != "" {
				hint = "point to " + w.ReplacedBy + ", which replaces it"
			}
			report(in, path, fmt.Sprintf("%s was withdrawn on %s", of, w.On), hint)
		})
	},
}
