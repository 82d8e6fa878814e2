package audit_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/site/audit"
)

// small is an audit of a made-up standard.
const small = `standard: ESSAI
version: 1.2.3
address: https://example.org/standard/
criteria: 3
whole: false
pages: [home]
themes:
  - number: "1"
    title: {fr: Images, en: Images}
    criteria:
      - number: "1.1"
        title: {fr: Une alternative, en: An alternative}
        state: conform
        checks: [{tool: axe-core 4.11 image-alt}, {reader: 2026-11-30}]
      - number: "1.2"
        title: {fr: Une légende, en: A caption}
        state: not-conform
        checks: [{test: TestSomething}]
        note: {fr: Il en manque., en: Some lack.}
  - number: "2"
    title: {fr: Cadres, en: Frames}
    criteria:
      - {number: "2.1", title: {fr: Un titre, en: A title}, state: not-tested}
`

func load(t *testing.T, content string) (*audit.Audit, []string) {
	t.Helper()
	a, found, err := audit.Load(fstest.MapFS{"doc/audit.yaml": {Data: []byte(content)}}, "doc/audit.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range found {
		out = append(out, fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.Message))
	}
	return a, out
}

func TestAnAuditIsCountedByTheStateOfItsCriteria(t *testing.T) {
	a, found := load(t, small)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for state, want := range map[audit.State]int{audit.Conform: 1, audit.NotConform: 1, audit.NotTested: 1,
		audit.NotApplicable: 0} {
		if got := a.Count(state); got != want {
			t.Errorf("%s: %d, want %d", state, got, want)
		}
	}
	if got := a.Themes[1].Count(audit.NotTested); got != 1 {
		t.Errorf("theme 2: %d not tested, want 1", got)
	}
}

func TestOnlyAWholeAuditGivesALevel(t *testing.T) {
	whole := strings.NewReplacer("whole: false", "whole: true", "state: not-tested",
		"state: conform, checks: [{reader: 2026-11-30}]").Replace(small)
	const note = "        note: {fr: Non., en: No.}\n"
	for name, c := range map[string]struct {
		content string
		want    audit.Level
	}{
		"not whole":       {small, audit.None},
		"more than half":  {whole, audit.Partial},
		"all":             {strings.Replace(whole, "not-conform", "conform", 1), audit.Full},
		"fewer than half": {strings.Replace(whole, "state: conform\n", "state: not-conform\n"+note, 1), audit.Not},
		"two of three do not apply": {strings.Replace(whole, "state: conform\n", "state: not-applicable\n"+note, 1),
			audit.Partial},
	} {
		a, found := load(t, c.content)
		if len(found) > 0 {
			t.Errorf("%s: %v", name, found)
			continue
		}
		if got := a.Level(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if got := (*audit.Audit)(nil).Level(); got != audit.None {
		t.Errorf("no audit: %s", got)
	}
}

func TestAFaultOfAnAuditIsReportedAtItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ old, by, want string }{
		"a state that there is not": {"state: conform", "state: conforme",
			`doc/audit.yaml:13:16: "conforme" is none of conform, not-conform, not-applicable, not-tested`},
		"a criterion left out": {`number: "1.2"`, `number: "1.3"`,
			`doc/audit.yaml:15:17: "1.3" stands where 1.2 is next`},
		"a number of criteria": {"criteria: 3", "criteria: 106",
			`doc/audit.yaml:4:11: the standard has "106" criteria, and 3 stand here`},
		"a state without a check": {"state: not-tested", "state: conform",
			`doc/audit.yaml:23:68: 2.1 is conform, and nothing says how that was found`},
		"a check of what is not tested": {"state: not-tested", "state: not-tested, checks: [{reader: 2026-11-30}]",
			`doc/audit.yaml:23:68: 2.1 is not tested, and has checks`},
		"what is amiss without a note": {"        note: {fr: Il en manque., en: Some lack.}\n", "",
			`doc/audit.yaml:17:16: 1.2 is not-conform without a note`},
		"a tool without a version": {"axe-core 4.11 image-alt", "axe-core",
			`doc/audit.yaml:14:25: the tool "axe-core" has no version`},
		"a day that is none": {"reader: 2026-11-30", "reader: lundi",
			`doc/audit.yaml:14:60: the day of a reading is no day: "lundi"`},
		"a test without a name": {"test: TestSomething", "test: something",
			`doc/audit.yaml:18:25: "something" is no name of a test`},
		"a key that there is not": {"version:", "edition:", `doc/audit.yaml:2:1: an audit has no key "edition"`},
		"whole with something untested": {"whole: false", "whole: true",
			`doc/audit.yaml:1:1: the audit is called whole, and 1 criteria were not tested`},
		"no YAML": {"standard: ESSAI", "standard: [", "doc/audit.yaml:"},
	} {
		a, found := load(t, strings.Replace(small, c.old, c.by, 1))
		if a != nil || len(found) == 0 || !strings.Contains(strings.Join(found, "\n"), c.want) {
			t.Errorf("%s: %v, want %s", name, found, c.want)
		}
	}
	_, found, err := audit.Load(fstest.MapFS{}, "doc/audit.yaml")
	if err != nil || len(found) != 1 || found[0].File != "doc/audit.yaml" {
		t.Errorf("a file that is not there: %v, %v", found, err)
	}
}

var tests = regexp.MustCompile(`(?m)^func (Test[A-Za-z0-9]+)\(`)

// The checks of our own audit can be made again: the tests that it names are there.
func TestOurAuditNamesTestsThatExist(t *testing.T) {
	root := os.DirFS("../../..")
	a, found, err := audit.Load(root, "doc/audit-rgaa.yaml")
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	there := map[string]bool{}
	for _, folder := range []string{"cmd", "internal", "themes"} {
		err := fs.WalkDir(root, folder, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := fs.ReadFile(root, path)
			for _, m := range tests.FindAllSubmatch(source, -1) {
				there[string(m[1])] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range a.Criteria() {
		for _, check := range c.Checks {
			if check.By == audit.ByTest && !there[check.With] {
				t.Errorf("%s names %s, which is no test", c.Number, check.With)
			}
		}
	}
}
