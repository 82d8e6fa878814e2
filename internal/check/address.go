package check

import (
	"fmt"
	"net/url"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var webAddress = Rule{
	Name: "address", Severity: problem.Error,
	Title: both("Une source a une adresse que l’on peut ouvrir", "A source has an address that can be opened"),
	Why: both("La preuve d’un nombre est à un clic : une adresse complète, en http ou https, sans mot de passe. "+
		"Seule la connaissance courante n’en a pas.",
		"The proof of a number is one click away: a whole address, in http or https, without a password. Only common "+
			"knowledge has none."),
	Wrong: `# data/sources/example-report.yaml
title: Un rapport d'exemple
publisher: Exemple
url: www.example.org/rapport
published: 2026-07-31
kind: report
quality: primary
licence: CC-BY-4.0
redistributable: true
cadence: once
`,
	Right: `# data/sources/example-report.yaml
title: Un rapport d'exemple
publisher: Exemple
url: https://www.example.org/rapport
published: 2026-07-31
kind: report
quality: primary
licence: CC-BY-4.0
redistributable: true
cadence: once
`,
	Check: func(s *Subject, report Report) {
		check := func(in record.Ref, path, address string) {
			if fault := addressFault(address); fault != "" {
				report(in, path, fmt.Sprintf("%q %s", address, fault), "copy the whole address, from https:// on")
			}
		}
		for _, src := range s.Sources {
			in := ref(record.Sources, src.ID)
			if src.URL == "" && !s.rated(src.Quality).Unsourced {
				report(in, "", "the source has no address", "add url:, or say that it is common-knowledge")
			}
			check(in, "url", src.URL)
			for i, also := range src.Also {
				check(in, fmt.Sprintf("also/%d", i), also)
			}
		}
		for _, q := range s.Qualifications {
			if q.Decision != nil {
				check(ref(record.Qualifications, q.ID), "decision/url", q.Decision.URL)
			}
		}
	},
}

func addressFault(address string) string {
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || strings.ContainsAny(address, " \n"):
		return "is not an address"
	case u.Scheme != "https" && u.Scheme != "http":
		return "does not start with https://"
	case !strings.Contains(u.Hostname(), "."):
		return "names no site"
	case u.User != nil:
		return "holds a name or a password"
	}
	return ""
}
