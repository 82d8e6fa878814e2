package internal_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// A brace that a merge lost once hid all the rules below it inside another one, on every page. Our
// rules of style do not nest but in an at-rule, so that a brace which is missing is seen where it is.
func TestEveryRuleOfStyleIsClosed(t *testing.T) {
	themes := os.DirFS("../themes")
	err := fs.WalkDir(themes, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".css" {
			return err
		}
		data, err := fs.ReadFile(themes, name)
		for _, fault := range unclosed(string(data)) {
			t.Errorf("themes/%s:%s", name, fault)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for css, want := range map[string]string{
		"a { color: red; }\n@media print {\n  a { color: black; }\n}\n": "",
		"a { color: red;\nb { color: blue; }\n}\n":                      `2: a rule within another one: "b"`,
		"@media print {\n  a { color: black; }\n":                       "3: a rule is not closed",
		"a { color: red; } }\n":                                         "1: a brace closes nothing",
		"/* { */ a::before { content: \"{\"; }\n":                       "",
	} {
		if got := strings.Join(unclosed(css), "; "); got != want {
			t.Errorf("%q: %q, want %q", css, got, want)
		}
	}
}

// aside is what holds braces that are none of the style's: comments and strings.
var aside = regexp.MustCompile(`(?s)/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`)

// unclosed names, with its line, each rule within a rule, each brace that closes nothing, and
// the rules that the end leaves open.
func unclosed(css string) []string {
	css = aside.ReplaceAllStringFunc(css, func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	var faults, open []string
	line, prelude := 1, ""
	for _, c := range css {
		switch c {
		case '\n':
			line++
		case '{':
			prelude = strings.TrimSpace(prelude)
			if n := len(open); n > 0 && !strings.HasPrefix(open[n-1], "@") {
				faults = append(faults, fmt.Sprintf("%d: a rule within another one: %q", line, prelude))
			}
			open, prelude = append(open, prelude), ""
			continue
		case '}':
			if len(open) == 0 {
				faults = append(faults, fmt.Sprintf("%d: a brace closes nothing", line))
				continue
			}
			open, prelude = open[:len(open)-1], ""
			continue
		case ';':
			prelude = ""
			continue
		}
		prelude += string(c)
	}
	if len(open) > 0 {
		faults = append(faults, fmt.Sprintf("%d: a rule is not closed", line))
	}
	return faults
}
