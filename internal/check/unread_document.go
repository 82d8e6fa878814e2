package check

import (
	"fmt"
	"regexp"

	"vigie/internal/value/problem"
)

var unreadDocument = Rule{
	Name: "unread-document", Severity: problem.Error,
	Title: both("Un document qui n’a pas été lu n’est pas de première main",
		"A document that was not read is not at first hand"),
	Why: both("« Texte non lu » à côté de « source première » : l’un des deux est faux. La qualité se montre "+
		"partout, la réserve à la preuve seulement.",
		"“Text not read” beside “primary source”: one of the two is wrong. The quality is shown everywhere, the "+
			"reservation at the proof only."),
	Wrong: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Une circulaire paraît, en: A circular is published}
claims:
  - {id: example-extra-1, quality: primary, note: {fr: Circulaire elle-même non lue., en: The circular itself was not read.}, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2026-07-31"
kind: report
title: {fr: Une circulaire paraît, en: A circular is published}
claims:
  - {id: example-extra-1, quality: secondary, note: {fr: Circulaire elle-même non lue., en: The circular itself was not read.}, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.claims {
			quality := c.Quality
			if src := s.sources[c.Source]; quality == "" && src != nil {
				quality = src.Quality
			}
			if !s.rated(quality).Own {
				continue
			}
			if unread := notRead.FindString(c.Note.FR); unread != "" {
				report(c.in, c.path+"/note", fmt.Sprintf("the note writes %q, and the claim counts as %s", unread, quality),
					"give the claim quality: secondary, or correct the note")
			}
		}
	},
}

// notRead is how a note owns that its document was not read, in French, which
// every note has.
var notRead = regexp.MustCompile(`(?i)\bnon lue?s?\b|\bpas été lue?s?\b|\bseconde main\b|\bsource secondaire\b`)
