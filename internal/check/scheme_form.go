package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var schemeForm = Rule{
	Name: "scheme", Severity: problem.Error,
	Title: both("Niveaux et étapes sont ceux du référentiel", "Levels and milestones are those of the scheme"),
	Why: both("Un référentiel a ses niveaux et ses étapes, qui ne veulent rien dire sous un autre. Pour chaque "+
		"référentiel que les règles demandent d’un hébergement, la fiche d’un service dit ce que l’on en sait, une "+
		"fois ; « inconnu » en est une réponse.",
		"A scheme has its levels and its milestones, which mean nothing under another. For each scheme that rules ask "+
			"of a hosting, the record of a service says what is known, once; “unknown” is an answer."),
	Wrong: levelExample("hihg"),
	Right: levelExample("substantial"),
	Check: func(s *Subject, report Report) {
		words := s.Words()
		for _, m := range s.Migrations {
			in, seen := ref(record.Migrations, m.ID), map[record.Scheme]bool{}
			for i, h := range m.HostingQualification {
				at := fmt.Sprintf("hosting_qualification/%d", i)
				if seen[h.Scheme] {
					report(in, at+"/scheme", fmt.Sprintf("what is known under %s is written twice", h.Scheme), "keep one of the two")
				}
				seen[h.Scheme] = true
				checkLevel(words, h.Scheme, h.Level, in, at+"/level", report)
			}
			for _, asked := range words.AskedSchemes() {
				if !seen[asked] {
					report(in, "hosting_qualification", fmt.Sprintf("nothing is said of %s, which rules ask of a hosting", asked),
						fmt.Sprintf("add {scheme: %s, standing: %s}, or what is known", asked, record.HostUnknown))
				}
			}
		}
		for _, d := range s.Doctrines {
			in := ref(record.Doctrines, d.ID)
			if d.AsksLevel != "" && d.AsksQualification == "" {
				report(in, "asks_level", "a level is asked for, and of no scheme", "add asks_qualification: the scheme that has it")
				continue
			}
			checkLevel(words, d.AsksQualification, d.AsksLevel, in, "asks_level", report)
		}
		for _, q := range s.Qualifications {
			in := ref(record.Qualifications, q.ID)
			checkLevel(words, q.Scheme, q.Level, in, "level", report)
			scheme, _ := words.Find(record.SchemeList, string(q.Scheme))
			var names []string
			for _, step := range scheme.Milestones {
				names = append(names, step.Code)
			}
			for i, m := range q.Milestones {
				if !slices.Contains(names, m.Name) {
					report(in, fmt.Sprintf("milestones/%d/name", i), fmt.Sprintf("%s has no milestone %q", q.Scheme, m.Name),
						oneOf(m.Name, names))
				}
			}
		}
	},
}

// levelExample is a made-up qualification of a level.
func levelExample(level string) string {
	return `# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: example-scheme
level: ` + level + `
stage: granted
decision: {number: "1"}
period: {from: 2025-03-24, until: 2028-03-24}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
`
}

// checkLevel reports a level that the scheme does not have.
func checkLevel(words record.Words, scheme record.Scheme, level string, in record.Ref, path string, report Report) {
	one, ok := words.Find(record.SchemeList, string(scheme))
	var codes []string
	for _, l := range one.Levels {
		codes = append(codes, l.Code)
	}
	if level != "" && ok && !slices.Contains(codes, level) {
		report(in, path, fmt.Sprintf("%s has no level %q", scheme, level), oneOf(level, codes))
	}
}
