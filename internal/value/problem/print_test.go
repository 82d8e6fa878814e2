package problem_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/value/problem"
)

var files = fstest.MapFS{
	"data/x.yaml": {Data: []byte("name: Été\nprovidr: ovh\nnote: " + strings.Repeat("long ", 60) + "wrong" + strings.Repeat(" end", 60) + "\n\tx: y\n")},
}

func at(line, col, length int) problem.Place {
	return problem.Place{File: "data/x.yaml", Line: line, Col: col, Len: length}
}

func TestPrint(t *testing.T) {
	for name, c := range map[string]struct {
		problem problem.Problem
		want    string
	}{
		"place, line, caret and hint": {
			problem.Problem{Place: at(2, 1, 7), Severity: problem.Error, Rule: "unknown-key", Message: `the record has no key "providr"`, Hint: "did you mean provider?"},
			`data/x.yaml:2:1: error: the record has no key "providr" [unknown-key]
    providr: ovh
    ^~~~~~~
    hint: did you mean provider?
`},
		"two places that do not go together": {
			problem.Problem{Place: at(2, 1, 7), Also: []problem.Place{at(1, 7, 3)}, Severity: problem.Error, Rule: "r", Message: "m", Hint: "h"},
			"data/x.yaml:2:1: error: m [r]\n    providr: ovh\n    ^~~~~~~\n    and: data/x.yaml:1:7\n    name: Été\n          ^~~\n    hint: h\n"},
		"accents count as one": {
			problem.Problem{Place: at(1, 7, 3), Severity: problem.Warning, Rule: "r", Message: "m"},
			"data/x.yaml:1:7: warning: m [r]\n    name: Été\n          ^~~\n"},
		"an underline never passes the end of the line": {
			problem.Problem{Place: at(1, 7, 99), Severity: problem.Error, Rule: "r", Message: "m"},
			"data/x.yaml:1:7: error: m [r]\n    name: Été\n          ^~~\n"},
		"a column past the end of the line": {
			problem.Problem{Place: at(1, 10, 1), Severity: problem.Error, Rule: "r", Message: "m"},
			"data/x.yaml:1:10: error: m [r]\n    name: Été\n             ^\n"},
		"a tab does not move the caret": {
			problem.Problem{Place: at(4, 2, 1), Severity: problem.Error, Rule: "r", Message: "m"},
			"data/x.yaml:4:2: error: m [r]\n     x: y\n     ^\n"},
		"a long line is cut round what is meant": {
			problem.Problem{Place: at(3, 307, 5), Severity: problem.Error, Rule: "r", Message: "m"},
			"data/x.yaml:3:307: error: m [r]\n" +
				"    …long long long long long long wrong end end end end end end end end end end end end end end end end end end en…\n" +
				"                                   ^~~~~\n"},
		"a file without a line": {
			problem.Problem{Place: problem.Place{File: "data/y"}, Severity: problem.Error, Rule: "r", Message: "m"},
			"data/y: error: m [r]\n"},
		"a file that is gone": {
			problem.Problem{Place: problem.Place{File: "data/gone.yaml", Line: 3}, Severity: problem.Error, Rule: "r", Message: "m"},
			"data/gone.yaml:3: error: m [r]\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			if err := problem.Print(&b, problem.List{c.problem}, files, false); err != nil {
				t.Fatal(err)
			}
			if b.String() != c.want {
				t.Errorf("got\n%s\nwant\n%s", b.String(), c.want)
			}
		})
	}
}

func TestColoursOnlyAddColours(t *testing.T) {
	list := problem.List{{Place: at(2, 1, 7), Severity: problem.Error, Rule: "r", Message: "m", Hint: "h"}}
	var plain, color strings.Builder
	if err := problem.Print(&plain, list, files, false); err != nil {
		t.Fatal(err)
	}
	if err := problem.Print(&color, list, files, true); err != nil {
		t.Fatal(err)
	}
	bare := color.String()
	for _, code := range []string{"0", "1", "2", "36", "1;31", "1;33"} {
		bare = strings.ReplaceAll(bare, "\x1b["+code+"m", "")
	}
	if bare != plain.String() || color.String() == plain.String() {
		t.Errorf("got %q, want the words of %q in colours", color.String(), plain.String())
	}
}

func TestPrintJSON(t *testing.T) {
	list := problem.List{{Place: at(2, 1, 7), Severity: problem.Error, Rule: "r", Message: "a < b", Hint: "h"}}
	var b strings.Builder
	if err := problem.PrintJSON(&b, list); err != nil {
		t.Fatal(err)
	}
	var back problem.List
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil || len(back) != 1 || !reflect.DeepEqual(back[0], list[0]) {
		t.Errorf("got %s (%v), which does not read back", b.String(), err)
	}
	if !strings.Contains(b.String(), "a < b") || !strings.Contains(b.String(), `"file": "data/x.yaml"`) {
		t.Errorf("got %s", b.String())
	}
	b.Reset()
	if err := problem.PrintJSON(&b, nil); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("no problem is printed as %q, want []", b.String())
	}
}

func TestPrintGitHub(t *testing.T) {
	list := problem.List{
		{Place: at(2, 1, 7), Severity: problem.Error, Rule: "unknown-key", Message: "100 % wrong", Hint: "did you mean: provider?"},
		{Place: problem.Place{File: "data/a,b"}, Severity: problem.Warning, Rule: "r", Message: "two\nlines"},
	}
	var b strings.Builder
	if err := problem.PrintGitHub(&b, list); err != nil {
		t.Fatal(err)
	}
	want := "::error file=data/x.yaml,line=2,col=1,endColumn=8,title=unknown-key::100 %25 wrong%0Adid you mean: provider?\n" +
		"::warning file=data/a%2Cb,title=r::two%0Alines\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// A text of the data that holds a line of its own stays one text.
func TestHostileTextIsNoCommandOfTheForge(t *testing.T) {
	evil := "x\n::error file=a::b\r::stop-commands::c%0A::add-mask::d"
	list := problem.List{{Place: problem.Place{File: "data/" + evil, Line: 1}, Severity: problem.Error, Rule: evil,
		Message: evil, Hint: evil, Also: []problem.Place{{File: evil, Line: 2}}}}
	var b strings.Builder
	if err := problem.PrintGitHub(&b, list); err != nil {
		t.Fatal(err)
	}
	lines := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) != 1 || !strings.HasPrefix(lines[0], "::error file=data/x%0A%3A%3Aerror file=a%3A%3Ab%0D") ||
		strings.Contains(lines[0], "c%0A:") {
		t.Errorf("got %d lines: %q", len(lines), lines)
	}
}

func TestPrintGitLab(t *testing.T) {
	twice := problem.Problem{Place: at(2, 1, 7), Severity: problem.Error, Rule: "unknown-key", Message: "wrong", Hint: "h"}
	again := twice
	again.Line = 3
	list := problem.List{twice, again, {Place: problem.Place{File: "data/y"}, Severity: problem.Warning, Rule: "r", Message: "m"}}
	read := func(list problem.List) (out []struct {
		Description, Fingerprint, Severity string
		Check                              string `json:"check_name"`
		Location                           struct {
			Path  string
			Lines struct{ Begin int }
		}
	}) {
		t.Helper()
		var b strings.Builder
		if err := problem.PrintGitLab(&b, list); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(b.String()), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	got := read(list)
	if len(got) != 3 || got[0].Description != "wrong\nh" || got[0].Check != "unknown-key" || got[0].Severity != "blocker" ||
		got[0].Location.Path != "data/x.yaml" || got[1].Location.Lines.Begin != 3 || got[2].Severity != "minor" ||
		got[2].Location.Lines.Begin != 1 {
		t.Errorf("got %+v", got)
	}
	if got[0].Fingerprint == got[1].Fingerprint || got[0].Fingerprint == got[2].Fingerprint {
		t.Errorf("two problems have one fingerprint: %+v", got)
	}
	moved := twice
	moved.Line = 40
	if after := read(problem.List{moved}); after[0].Fingerprint != got[0].Fingerprint {
		t.Error("a problem that moved to another line is taken for another one")
	}
	if none := read(nil); len(none) != 0 {
		t.Errorf("no problem is %+v", none)
	}
}

func TestTotal(t *testing.T) {
	e, w := problem.Problem{Severity: problem.Error}, problem.Problem{Severity: problem.Warning}
	for want, list := range map[string]problem.List{
		"no problem":          nil,
		"1 error":             {e},
		"2 errors":            {e, e},
		"no error, 1 warning": {w},
		"1 error, 2 warnings": {e, w, w},
	} {
		if got := list.Total(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"provider", "operator", "region-bretagne", "region-occitanie", "tier", "tier_basis", "outscale-iaas-cloud-on-demand", "example-report"}
	for word, want := range map[string]string{
		"providr":          "provider",
		"prvoider":         "provider",
		"region-bretange":  "region-bretagne",
		"teir":             "tier",
		"tier_bases":       "tier_basis",
		"prov":             "provider",
		"outscale-iaas":    "outscale-iaas-cloud-on-demand",
		"report":           "example-report",
		"region-normandie": "",
		"x":                "",
		"":                 "",
		"something-else":   "",
	} {
		if got, _ := problem.Nearest(word, words); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}
