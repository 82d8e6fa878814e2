package check_test

import (
	"strings"
	"testing"
)

func TestATextThatWasLeftAsDotsIsStillToBeWritten(t *testing.T) {
	const change = `# data/changes/example-cause.yaml
on: 2026-10-02
cause: correction
targets:
  - {target: claims/example-invoices-2025, was: 60 M, now: 61 M}
reason: {fr: "FRENCH", en: "ENGLISH"}
`
	for name, c := range map[string]struct {
		fr, en string
		found  int
	}{
		"as vigie check gives it":  {"…", "…", 1},
		"typed as three points":    {"...", "...", 1},
		"written in one language":  {"Le rapport a été corrigé", "…", 1},
		"written in both":          {"Le rapport a été corrigé", "The report was mended", 0},
		"a sentence that goes on…": {"Le rapport, le tableau…", "The report, the table…", 0},
	} {
		t.Run(name, func(t *testing.T) {
			found := valid(t).with(strings.NewReplacer("FRENCH", c.fr, "ENGLISH", c.en).Replace(change)).check(t, asOf)
			if len(found) != c.found {
				t.Fatalf("found %v", found)
			}
			for _, p := range found {
				if p.Rule != "both-languages" || p.Line != 5 || !strings.Contains(p.Message, "reason is still to be written") {
					t.Error(inWords(p))
				}
			}
		})
	}
}
