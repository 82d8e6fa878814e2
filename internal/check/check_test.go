package check_test

import (
	"maps"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"vigie/internal/corpus"
	"vigie/internal/france"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// readOn is the day on which the made-up sources were read; tests check as of
// another day after it unless they say otherwise.
const (
	readOn = "2026-10-01"
	asOf   = "2026-11-23"
)

// french are the rules of the engine with those that France adds.
var french = france.Extension().Checks()

// files are those of a made-up project.
type files map[string]string

// valid is a project with one valid record of each kind.
func valid(t *testing.T) files {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/valid.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := files{}
	for _, f := range archive.Files {
		out[f.Name] = string(f.Data)
	}
	return out
}

// with adds the files of an example, each after a line "# data/…yaml".
func (f files) with(example string) files {
	out := maps.Clone(f)
	heads := header.FindAllStringSubmatchIndex(example, -1)
	for i, at := range heads {
		end := len(example)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		out[example[at[2]:at[3]]] = example[at[1]:end]
	}
	return out
}

var header = regexp.MustCompile(`(?m)^# (data/\S+)\n`)

// check reads and checks the project as of a day.
func (f files) check(t *testing.T, asOf string) problem.List {
	t.Helper()
	project := fstest.MapFS{}
	for name, content := range f {
		project[name] = &fstest.MapFile{Data: []byte(content)}
	}
	read, found, err := corpus.Load(project, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	day, err := cal.ParseDay(asOf)
	if err != nil {
		t.Fatal(err)
	}
	return append(found, french.Run(read, day)...)
}

func TestValidRecordsOfEachKindHaveNoProblem(t *testing.T) {
	for _, p := range valid(t).check(t, asOf) {
		t.Error(inWords(p))
	}
}

func TestEachRuleIsTrippedByItsWrongExampleAndNotByItsRightOne(t *testing.T) {
	base := valid(t)
	for _, r := range french.All() {
		t.Run(r.Name, func(t *testing.T) {
			tripped := false
			for _, p := range base.with(r.Wrong).check(t, asOf) {
				if p.Rule != r.Name {
					t.Errorf("the wrong example trips another rule: %s", inWords(p))
					continue
				}
				tripped = true
				if p.Severity != r.Severity {
					t.Errorf("severity %s, want %s", p.Severity, r.Severity)
				}
				if p.Line == 0 && r.Name != corpus.RuleIdentifier {
					t.Errorf("the problem has no line: %s", inWords(p))
				}
			}
			if !tripped {
				t.Error("the wrong example does not trip the rule")
			}
			for _, p := range base.with(r.Right).check(t, asOf) {
				t.Errorf("the right example has a problem: %s", inWords(p))
			}
		})
	}
}

func TestRulesAreWrittenForReaders(t *testing.T) {
	name := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, r := range french.All() {
		t.Run(r.Name, func(t *testing.T) {
			if !name.MatchString(r.Name) || seen[r.Name] {
				t.Error("names are kebab-case and unique")
			}
			seen[r.Name] = true
			for _, l := range lang.Composed() {
				if r.Title.In(l) == "" || strings.HasSuffix(r.Title.In(l), ".") {
					t.Errorf("the title in %s is missing, or ends in a full stop", l)
				}
				if !strings.HasSuffix(r.Why.In(l), ".") {
					t.Errorf("the reason in %s is not made of sentences", l)
				}
			}
			if strings.ContainsAny(r.Title.FR+r.Why.FR, "'") {
				t.Error("the French text has a typewriter apostrophe")
			}
			for _, example := range []string{r.Wrong, r.Right} {
				if !strings.HasPrefix(example, "# data/") {
					t.Error("an example does not say in which file it stands")
				}
			}
		})
	}
}

func TestEveryProblemNamesARule(t *testing.T) {
	known := map[string]bool{}
	for _, r := range french.All() {
		known[r.Name] = true
	}
	base := valid(t)
	for _, r := range french.All() {
		for _, p := range base.with(r.Wrong).check(t, asOf) {
			if !known[p.Rule] {
				t.Errorf("%s is not in the list of rules", p.Rule)
			}
		}
	}
}

func inWords(p problem.Problem) string {
	return p.Place.String() + ": " + p.Message + " [" + p.Rule + "] " + p.Hint
}
