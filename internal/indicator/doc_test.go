package indicator_test

import (
	"os"
	"strings"
	"testing"

	"vigie/internal/record"
)

// Each general way has its chapter, with an example.
func TestEachGeneralWayHasItsChapter(t *testing.T) {
	page, err := os.ReadFile("../../doc/indicators.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, way := range record.General() {
		_, chapter, found := strings.Cut(string(page), "\n## "+string(way)+"\n")
		chapter, _, _ = strings.Cut(chapter, "\n## ")
		if !found || !strings.Contains(chapter, "compute: "+string(way)+"\n") {
			t.Errorf("doc/indicators.md has no chapter %q with an example of it", way)
		}
	}
}

// Each way that judges has its line, and so has each word of it that a site may word otherwise.
func TestEachWayThatJudgesHasItsLine(t *testing.T) {
	page, err := os.ReadFile("../../doc/indicators.md")
	if err != nil {
		t.Fatal(err)
	}
	_, chapter, _ := strings.Cut(string(page), "\n## Those that judge records\n")
	counts, words, _ := strings.Cut(chapter, "| way | keys of its words |")
	for _, way := range record.Judged() {
		if !strings.Contains(counts, "\n| `"+string(way)+"` | ") {
			t.Errorf("doc/indicators.md does not say what %s counts", way)
		}
		_, row, _ := strings.Cut(words, "\n| `"+string(way)+"` | ")
		row, _, _ = strings.Cut(row, "\n")
		for _, w := range record.UsualWords(way) {
			if !strings.Contains(row, "`"+w.Key+"`") {
				t.Errorf("doc/indicators.md does not list the words %s of %s", w.Key, way)
			}
		}
	}
}
