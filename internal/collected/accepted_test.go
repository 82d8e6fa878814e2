package collected_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func decision() collected.Acceptance {
	return collected.Acceptance{On: day("2026-03-06"), Because: `Lu "à la page" : essai # 1`, Code: "too-many-gone",
		Reason: lang.Text{FR: "8 sur 10", EN: "8 of 10"}, Documents: []string{sum}}
}

func TestADecisionIsReadBack(t *testing.T) {
	want := []collected.Acceptance{decision(), decision()}
	want[1].Because, want[1].Reason = "sans raison de borne", lang.Text{}
	files := fstest.MapFS{"essai.accepted.yaml": {Data: collected.EncodeAccepted(want)}}
	got, found, err := collected.Accepted(files, ".", "essai")
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b cal.Day) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if sources, err := collected.AcceptedSources(files, "."); err != nil || !cmp.Equal(sources, []string{"essai"}) {
		t.Error(sources, err)
	}
	if list, found, err := collected.Accepted(files, ".", "autre"); list != nil || found != nil || err != nil {
		t.Error(list, found, err)
	}
}

func TestADecisionIsReadStrictly(t *testing.T) {
	good := string(collected.EncodeAccepted([]collected.Acceptance{decision()}))
	for name, c := range map[string]struct {
		old, new, want string
	}{
		"a key that does not exist":    {"because:", "why:", "why"},
		"no reason":                    {`"Lu \"à la page\" : essai # 1"`, `" "`, "has no reason"},
		"no bound":                     {"code: too-many-gone", "code: ", "names no bound"},
		"no day":                       {"- on: 2026-03-06\n  because", "- because", "has no day"},
		"no document":                  {"documents:\n    - \"" + sum + "\"", "documents: []", "names no document"},
		"a cut digest":                 {sum, sum[1:], "is not a digest"},
		"something else than YAML":     {"- on", "{ on", ""},
		"more than anybody would take": {"# Harvests", "#" + strings.Repeat(" ", 2<<20) + "Harvests", "more than"},
	} {
		t.Run(name, func(t *testing.T) {
			content := strings.Replace(good, c.old, c.new, 1)
			if content == good {
				t.Fatalf("there is no %q", c.old)
			}
			list, found, err := collected.Accepted(fstest.MapFS{"essai.accepted.yaml": {Data: []byte(content)}}, ".", "essai")
			if err != nil || list != nil || len(found) != 1 {
				t.Fatal(list, found, err)
			}
			if !strings.Contains(found[0].Message, c.want) || found[0].File != "essai.accepted.yaml" || found[0].Hint == "" {
				t.Errorf("reports %s\nhint: %s", found[0], found[0].Hint)
			}
		})
	}
}
