package main_test

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// inTheLettersOfItsFonts wants both fonts to hold every letter and sign of every page, so that no
// word is put together from two fonts.
func inTheLettersOfItsFonts(t *testing.T, public string) {
	list, err := os.ReadFile(filepath.Join(root, "script/fonts/letters.txt"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[rune]bool{}
	for line := range strings.Lines(string(list)) {
		var letter rune
		if _, err := fmt.Sscanf(line, "U+%X", &letter); err != nil {
			t.Fatalf("letters.txt: %q: %v", line, err)
		}
		known[letter] = true
	}
	err = fs.WalkDir(os.DirFS(public), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		page, err := os.ReadFile(filepath.Join(public, name))
		if err != nil {
			return err
		}
		for _, letter := range html.UnescapeString(string(page)) {
			if letter > '~' && !known[letter] {
				known[letter] = true // one complaint for each
				t.Errorf("%s holds %q (%U), which the fonts lack: add it to LETTERS in script/fonts/make.py and run "+
					"script/fonts.sh, or write another sign", name, letter, letter)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
