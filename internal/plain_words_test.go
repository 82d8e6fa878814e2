package internal_test

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// usedUp is a verb that once named a type, a day, a record and a mistake: plainer ones say
// which is meant, such as report, state, show, list, announce.
var usedUp = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:un)?(?:tell(?:s|er|ers|ing|able)?|told)(?:$|[^a-z])`)

// printed are the packages whose strings readers of the site meet, as words, codes and
// addresses. They stay for ever.
var printed = []string{"chart", "check", "figure", "indicator", "record", "site"}

// keyComment is how package record says what a key of a record holds.
var keyComment = regexp.MustCompile(`^// told: `)

// TestNamesAndCommentsUseOneVerbPerIdea reads all Go: names and comments, tests too, and
// strings but for published ones and those of tests, which quote records.
func TestNamesAndCommentsUseOneVerbPerIdea(t *testing.T) {
	read := 0
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(file, ".go") || file == "plain_words_test.go" {
			return err
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		read++
		for _, w := range worn(filepath.ToSlash(file), content) {
			t.Errorf("internal/%s says %q: write a plainer verb, such as report, state, show or list", file, w)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 100 {
		t.Fatalf("%d files were read: the test holds little", read)
	}
}

// worn are the names, comments and strings of a file that hold the verb.
func worn(file string, content []byte) []string {
	var found []string
	files := token.NewFileSet()
	var s scanner.Scanner
	s.Init(files.AddFile("", files.Base(), len(content)), content, nil, scanner.ScanComments)
	first, _, _ := strings.Cut(path.Dir(file), "/")
	quotes := !strings.HasSuffix(file, "_test.go") && path.Dir(file) != "test/format" && !slices.Contains(printed, first)
	for {
		_, tok, text := s.Scan()
		switch {
		case tok == token.EOF:
			return found
		case tok == token.IDENT && usedUp.MatchString(apart(text)),
			tok == token.COMMENT && usedUp.MatchString(apart(text)) && !(first == "record" && keyComment.MatchString(text)),
			tok == token.STRING && quotes && !strings.HasPrefix(text, "`json:") && usedUp.MatchString(text):
			found = append(found, text)
		}
	}
}

// hump is where a word of a name ends and the next one begins.
var hump = regexp.MustCompile(`([a-z0-9])([A-Z])`)

func apart(name string) string { return hump.ReplaceAllString(name, "$1 $2") }

// TestWornWordsAreFound holds the test above to made-up Go.
func TestWornWordsAreFound(t *testing.T) {
	for code, want := range map[string][]string{
		"func (r row) toldAs() {}": {"toldAs"},
		"type CannotTell int":      {"CannotTell"},
		"// it tells what came":    {"// it tells what came"},
		`var s = "a day untold"`:   {`"a day untold"`},
		"var telles, TutelleOf int // une telle tutelle, et telles autres": nil,
		"type t struct { Stated int `json:\"told\"` }":                     nil,
	} {
		if got := worn("fetch/made.go", []byte("package made\n"+code+"\n")); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}
