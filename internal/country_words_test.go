package internal_test

import (
	"os"
	"strings"
	"testing"

	"vigie/internal/test/frenchcase"
)

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
		if words > 0 {
			t.Errorf("%s names the French case %d times: what is French stands in data, in a theme or in internal/france, and examples are made up\n\t%s",
				f.path, words, strings.Join(lines, "\n\t"))
		}
	}
}
