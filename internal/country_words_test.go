package internal_test

import (
	"os"
	"strings"
	"testing"

	"vigie/internal/test/frenchcase"
)

// owed are the words of the French case that the engine still bears, file by file. A number may only fall; the file that owes nothing more leaves the list.
var owed = map[string]int{
	"check/address.go":             2,
	"check/host_address.go":        1,
	"check/hosting.go":             2,
	"check/list_edition.go":        2,
	"check/migration_order.go":     2,
	"check/private_person.go":      2,
	"check/qualification_stage.go": 2,
	"check/request_steps.go":       7,
	"check/tier_host.go":           2,
	"check/tier_origin.go":         2,
	"check/tier_qualification.go":  2,
	"check/tier_stated.go":         5,
	"check/vocabulary.go":          2,
	"config/keys.go":               1,
	"dataset/judge_request.go":     8,
	"export/json.go":               2,
	"export/organisations.go":      3,
	"export/providers.go":          2,
	"export/questions.go":          1,
	"record/body.go":               15,
	"record/request.go":            4,
	"site/organisations.go":        3,
	"site/providers.go":            4,
}

// french counts the words of a line that hold one of the French case, wherever the line
// is broken; one where only several together do.
func french(line string) int {
	n := 0
	for word := range strings.FieldsSeq(line) {
		if len(frenchcase.Found(word)) > 0 {
			n++
		}
	}
	return max(n, min(1, len(frenchcase.Found(line))))
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
		words := 0
		for line := range strings.Lines(string(content)) {
			if n := french(line); n > 0 {
				lines, words = append(lines, strings.TrimSpace(line)), words+n
			}
		}
		seen[f.path] = true
		switch want := owed[f.path]; {
		case words > want:
			t.Errorf("%s names the French case %d times, and may %d: what is French stands in internal/france, and examples are made up\n\t%s",
				f.path, words, want, strings.Join(lines, "\n\t"))
		case words < want:
			t.Logf("%s names the French case %d times only: lower its number in the list of what is owed, which is %d", f.path, words, want)
		}
	}
	for file := range owed {
		if !seen[file] {
			t.Errorf("%s owes words, and is no source", file)
		}
	}
}
