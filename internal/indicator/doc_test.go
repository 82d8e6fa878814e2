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
