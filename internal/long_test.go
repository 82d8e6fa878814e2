package internal_test

import (
	"go/scanner"
	"go/token"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

// longest is how many characters a line of code has at most, a tab for one.
const longest = 120

// TestLinesOfCodeAreShort reads Go outside tests. A line with a raw string, such as a
// pattern or an example of a record, is as long as what it quotes.
func TestLinesOfCodeAreShort(t *testing.T) {
	for _, f := range sources(t) {
		content, err := os.ReadFile(f.path)
		if err != nil {
			t.Fatal(err)
		}
		quoted := rawLines(content)
		n := 0
		for line := range strings.Lines(string(content)) {
			n++
			line = strings.TrimSuffix(line, "\n")
			if wide := utf8.RuneCountInString(line); wide > longest && !quoted[n] {
				t.Errorf("%s:%d has %d characters, and %d at most fit: break it after a comma or an operator",
					path.Join("internal", f.path), n, wide, longest)
			}
		}
	}
}

// rawLines are the lines, from 1, that a raw string stands on.
func rawLines(content []byte) map[int]bool {
	files := token.NewFileSet()
	file := files.AddFile("", files.Base(), len(content))
	var s scanner.Scanner
	s.Init(file, content, nil, 0)
	lines := map[int]bool{}
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			return lines
		}
		if tok == token.STRING && strings.HasPrefix(text, "`") {
			first := file.Line(pos)
			for i := range strings.Count(text, "\n") + 1 {
				lines[first+i] = true
			}
		}
	}
}
