package internal_test

import (
	"os"
	"strings"
	"testing"

	"vigie/internal/test/frenchcase"
)

// owed are the lines of the engine that still bear a word of the French case, file by
// file. A number may only fall; the file that owes nothing more leaves the list.
var owed = map[string]int{
	"check/address.go":                        2,
	"check/host_address.go":                   1,
	"check/hosting.go":                        2,
	"check/list_edition.go":                   2,
	"check/migration_order.go":                2,
	"check/private_person.go":                 2,
	"check/qualification_stage.go":            2,
	"check/request_steps.go":                  6,
	"check/rules.go":                          1,
	"check/secnumcloud_years.go":              6,
	"check/tier_host.go":                      3,
	"check/tier_origin.go":                    2,
	"check/tier_qualification.go":             3,
	"check/tier_stated.go":                    5,
	"check/vocabulary.go":                     2,
	"config/keys.go":                          1,
	"dataset/judge_request.go":                6,
	"export/findings.go":                      1,
	"export/json.go":                          2,
	"export/migrations.go":                    1,
	"export/organisations.go":                 2,
	"export/providers.go":                     1,
	"export/questions.go":                     1,
	"indicator/expiries_ahead.go":             1,
	"indicator/findings.go":                   1,
	"indicator/findings_judge.go":             3,
	"indicator/findings_proof.go":             2,
	"indicator/findings_weigh.go":             4,
	"indicator/own_publications.go":           1,
	"indicator/qualifications_in_progress.go": 1,
	"indicator/qualified_offers.go":           7,
	"indicator/tier_adoption.go":              1,
	"indicator/words.go":                      1,
	"record/body.go":                          7,
	"record/qualification.go":                 3,
	"record/request.go":                       2,
	"site/findings.go":                        2,
	"site/organisations.go":                   2,
	"site/part_hosting.go":                    3,
	"site/providers.go":                       3,
	"verify/standing.go":                      1,
}

// TestNoWordOfTheFrenchCaseStandsInTheEngine reads Go outside internal/france, comments
// too: no body, scheme or contract of France is named there.
func TestNoWordOfTheFrenchCaseStandsInTheEngine(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range sources(t) {
		if inFrance(f.pkg) || strings.HasPrefix(f.pkg, "test/") {
			continue
		}
		content, err := os.ReadFile(f.path)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.Lines(string(content)) {
			if len(frenchcase.Found(line)) > 0 {
				lines = append(lines, strings.TrimSpace(line))
			}
		}
		seen[f.path] = true
		switch want := owed[f.path]; {
		case len(lines) > want:
			t.Errorf("%s names the French case in %d lines, and may in %d: what is French stands in internal/france, and examples are made up\n\t%s",
				f.path, len(lines), want, strings.Join(lines, "\n\t"))
		case len(lines) < want:
			t.Logf("%s names the French case in %d lines only: lower its number in the list of what is owed, which is %d", f.path, len(lines), want)
		}
	}
	for file := range owed {
		if !seen[file] {
			t.Errorf("%s owes words, and is no source", file)
		}
	}
}
