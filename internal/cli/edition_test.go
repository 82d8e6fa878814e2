package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// said runs a command in a project, and wants its exit code and what it says on
// one of its outputs.
func said(t *testing.T, project string, exits int, wanted string, args ...string) string {
	t.Helper()
	code, stdout, stderr := vigie(t, project, args...)
	if all := stdout + stderr; code != exits || !strings.Contains(all, wanted) {
		t.Errorf("vigie %s exits %d, want %d, and says, without %q:\n%s", strings.Join(args, " "), code, exits, wanted, all)
	}
	return stdout
}

func TestNothingPublishedChangesInSilence(t *testing.T) {
	project := copyOfTheProject(t)
	series := filepath.Join(project, "data/series/example-orders.yaml")
	replaced := func(name, old, now string) {
		t.Helper()
		before, err := os.ReadFile(name)
		if err != nil || strings.Count(string(before), old) == 0 {
			t.Fatalf("%s does not hold %q: %v", name, old, err)
		}
		write(t, name, strings.Replace(string(before), old, now, 1))
	}

	said(t, project, 2, "there is no edition yet", "diff")
	said(t, project, 0, "edition of 2026-11-24: ", "edition", "create", "--as-of", "2026-11-24")
	said(t, project, 2, "there is an edition of 2026-11-24", "edition", "create", "--as-of", "2026-11-24")
	said(t, project, 0, "nothing changed", "diff", "--as-of", "2026-11-24")
	said(t, project, 0, "2026-11-24", "edition", "list")

	t.Log("a value without a cause")
	replaced(series, "value: 51.6 M", "value: 52.6 M")
	silent := `value of claims/example-orders-2024 was "51600000" in the edition of 2026-11-24, and is "52600000" now: no declared cause [silent-change]`
	said(t, project, 1, silent, "check", "--data-only", "--as-of", "2026-11-24")
	said(t, project, 1, silent, "build", "--as-of", "2026-11-24")
	said(t, project, 1, "no edition was made", "edition", "create", "--as-of", "2026-11-25")
	said(t, project, 1, "changes without a declared cause: 1,", "diff", "--as-of", "2026-11-24")

	t.Log("the same with its cause")
	if err := os.MkdirAll(filepath.Join(project, "data/changes"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(project, "data/changes/made-up.yaml"), "on: 2026-11-24\ncause: revised\ntargets:\n"+
		"  - {target: claims/example-orders-2024, key: \"value\", was: \"51600000\", now: \"52600000\"}\nreason: {fr: Fait inventé., en: Made up.}\n")
	said(t, project, 0, "no problem", "check", "--data-only", "--as-of", "2026-11-24")
	said(t, project, 0, "| `claims/example-orders-2024` | €51.6M | €52.6M | Made up.; declared in data/changes/made-up.yaml |", "diff", "--as-of", "2026-11-24", "--format", "md")
	before := said(t, project, 0, "", "diff", "--as-of", "2026-11-24", "--format", "json")
	write(t, filepath.Join(project, "before.json"), before)
	said(t, project, 0, "nothing changed", "diff", "--as-of", "2026-11-24", "--without", "before.json")
	said(t, project, 2, "--without: open none.json", "diff", "--as-of", "2026-11-24", "--without", "none.json")
	said(t, project, 2, "--without config.yaml: reading changes.json", "diff", "--as-of", "2026-11-24", "--without", "config.yaml")
	var changes []struct{ Type, Target string }
	if err := json.Unmarshal([]byte(said(t, project, 0, "", "diff", "--as-of", "2026-11-24", "--format", "json")), &changes); err != nil || len(changes) < 2 || changes[0].Type != "revised" {
		t.Errorf("%v, %v", err, changes)
	}
	said(t, project, 0, "edition of 2026-11-25: ", "edition", "create", "--as-of", "2026-11-25")
	said(t, project, 0, "€51.6M → €52.6M", "diff", "2026-11-24", "2026-11-25", "--as-of", "2026-11-25")
	said(t, project, 0, "2 editions: ", "edition", "verify")

	t.Log("wrong use")
	said(t, project, 2, "there is no edition of 2026-11-23", "diff", "2026-11-23")
	said(t, project, 2, `"yesterday" is no day`, "diff", "yesterday")
	said(t, project, 2, `--format is text, json or md, not "xml"`, "diff", "--format", "xml")
	said(t, project, 2, "did you mean create?", "edition", "crate")

	t.Log("one altered byte")
	replaced(filepath.Join(project, "data/editions/2026-11-24.json"), "2026-11-24", "2026-11-23")
	said(t, project, 1, "data/editions/2026-11-24.json: error: it is not what was sealed: something in it was altered [edition]", "edition", "verify")
	said(t, project, 1, "it is not what was sealed", "check", "--data-only", "--as-of", "2026-11-25")
	said(t, project, 1, "it is not what was sealed", "diff")
}
