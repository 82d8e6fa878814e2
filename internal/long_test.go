package internal_test

import (
	"bufio"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

// shortLined are the rooms, with what stands inside them, that have no line of code
// longer than a reader sees; one that is mended joins them, and none leaves.
var shortLined = []string{"archive", "chart", "edition", "export", "fetch", "output", "serve", "site/feed", "value", "verify"}

// longest is how many characters a line of code has at most, a tab for one.
const longest = 120

func TestLinesOfCodeAreShortWhereTheyWereMended(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range sources(t) {
		for _, room := range shortLined {
			if f.pkg == room || strings.HasPrefix(f.pkg, room+"/") {
				seen[room] = true
				checkLines(t, f.path)
			}
		}
	}
	for _, room := range shortLined {
		if !seen[room] {
			t.Errorf("%s is no room", room)
		}
	}
}

func checkLines(t *testing.T, file string) {
	t.Helper()
	open, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = open.Close() }()
	lines := bufio.NewScanner(open)
	for n := 1; lines.Scan(); n++ {
		if wide := utf8.RuneCountInString(lines.Text()); wide > longest {
			t.Errorf("%s:%d has %d characters, and %d at most fit: break it after a comma or an operator",
				path.Join("internal", file), n, wide, longest)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}
